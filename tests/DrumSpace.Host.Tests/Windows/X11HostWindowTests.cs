using System.ComponentModel;
using System.Diagnostics;
using DrumSpace.Host.Interop.X11;
using DrumSpace.Host.Windows;

namespace DrumSpace.Host.Tests.Windows;

/// <summary>Our window on a private X server.</summary>
public sealed class X11HostWindowTests : IDisposable
{
    private readonly Process? _server;
    private readonly string _display = "";

    public X11HostWindowTests()
    {
        _server = Start("Xvfb", "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp", "-noreset");
        Assert.SkipWhen(_server == null || Start("xdotool", "version") == null, "No X server: apt-get install xvfb xdotool");
        _display = ":" + _server.StandardOutput.ReadLine();
    }

    public void Dispose()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
    }

    [Fact]
    public void It_is_shown_with_its_title_and_size()
    {
        using X11HostWindow window = new("Größe", 300, 200, _display);
        string number = $"{window.Handle}";
        Assert.Equal("Größe", Ask("getwindowname", number));
        Assert.Contains("WIDTH=300\nHEIGHT=200", Ask("getwindowgeometry", "--shell", number), StringComparison.Ordinal);
        window.Resize(450, 330, isFixed: true);
        Assert.Equal((450, 330), window.Size);
        Assert.Contains("WIDTH=450\nHEIGHT=330", Ask("getwindowgeometry", "--shell", number), StringComparison.Ordinal);
    }

    [Fact]
    public void It_follows_its_user()
    {
        using X11HostWindow window = new("one", 300, 200, _display);
        string number = $"{window.Handle}";
        Ask("windowsize", "--sync", number, "500", "400");
        window.Serve();
        Assert.Equal((500, 400), window.Size);
        Ask("windowfocus", "--sync", number, "key", "space", "key", "a", "key", "space");
        int spaces = 0;
        Serve(window, () => (spaces += window.TakeSpaces()) >= 2);
        Assert.Equal(2, spaces);
        Assert.False(window.IsClosed);
    }

    [Fact]
    public void A_server_that_is_gone_is_noticed()
    {
        using X11HostWindow window = new("one", 300, 200, _display);
        _server!.Kill();
        _server.WaitForExit();
        Serve(window, () => window.IsLost);
        Assert.False(window.IsClosed);
        window.Resize(10, 10, isFixed: false);
    }

    [Fact]
    public void Without_a_server_there_is_one_sentence()
    {
        PluginWindowException error = Assert.Throws<PluginWindowException>(() => new X11HostWindow("one", 1, 1, ":4711"));
        Assert.Equal("There is no window: the X server :4711 cannot be reached.", error.Message);
    }

    private static void Serve(X11HostWindow window, Func<bool> isDone) => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            window.Serve();
            return isDone();
        },
        TimeSpan.FromSeconds(60)));

    private string Ask(params string[] arguments)
    {
        using Process process = Start("xdotool", arguments)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return answer.Trim();
    }

    private Process? Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = _display;
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            Process process = Process.Start(start)!;
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
