using System.ComponentModel;
using System.Diagnostics;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A private Xvfb, xdotool for its pointer and keys, and two small programs in C that drag and drop. One for all tests.</summary>
public sealed class XServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-editor-tests-").FullName;
    private readonly Process? _server;
    private readonly string? _missing;

    public XServer()
        : this([])
    {
    }

    internal XServer(params string[] options)
    {
        _server = Start("Xvfb", ["-displayfd", "1", "-screen", "0", "1900x1300x24", "-nolisten", "tcp", "-noreset", .. options]);
        if (_server == null)
        {
            _missing = "No X server: apt-get install xvfb";
            return;
        }

        Display = ":" + _server.StandardOutput.ReadLine();
        _missing = Run("xdotool", "version") == null ? "No xdotool: apt-get install xdotool" : CompilePrograms();
    }

    /// <summary>The server's name.</summary>
    public string Display { get; } = "";

    /// <summary>A folder for files that are dragged.</summary>
    public string Folder => _folder;

    /// <summary>Skips the test where something is missing.</summary>
    public void Require() => Assert.SkipWhen(_missing != null, _missing ?? "");

    /// <summary>Has xdotool do a chain of its commands.</summary>
    public void Do(string commands) => Assert.NotNull(Run("xdotool", commands.Split(' ')));

    /// <summary>Starts one of the programs in C.</summary>
    public NativeProgram StartProgram(string name, params string[] arguments) =>
        new(Start(Path.Combine(_folder, name), arguments)!);

    public void Dispose()
    {
        if (_server != null)
        {
            _server.Kill();
            _server.WaitForExit();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string? CompilePrograms()
    {
        foreach (string name in (string[])["drop_target", "drag_source"])
        {
            string source = Path.Combine(AppContext.BaseDirectory, "Native", name + ".c");
            if (Run("gcc", "-O1", "-Wall", "-Werror", source, "-o", Path.Combine(_folder, name), "-lX11") == null)
            {
                return "No C compiler or no Xlib: apt-get install gcc libc6-dev libx11-dev";
            }
        }

        return null;
    }

    private string? Run(string program, params string[] arguments)
    {
        using Process? process = Start(program, arguments);
        if (process == null)
        {
            return null;
        }

        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }

    private Process? Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = Display;
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            // What they complain about is of no interest: a test sees what they do.
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
