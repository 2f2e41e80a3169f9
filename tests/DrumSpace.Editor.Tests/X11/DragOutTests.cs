using System.Text;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A file dragged out of the window by xdotool, into a window of another program.</summary>
[Collection(nameof(XServerTests))]
public sealed class DragOutTests : IDisposable
{
    // Over the target's window.
    private const string There = "mousemove 120 740";

    private readonly XServer _server;
    private readonly HostWindow _host;
    private readonly string _file;

    public DragOutTests(XServer server)
    {
        _server = server;
        server.Require();
        _file = Path.Combine(server.Folder, "Beat 1 + ü #.mid");
        File.WriteAllText(_file, "a pattern");
        server.Do("mousemove 1800 1200");
        _host = new HostWindow(server, 100, 50);
        _host.Content.DragFile = _file;
        _host.Open();
    }

    private string FileAsUri => "file://" + _server.Folder + "/Beat%201%20%2B%20%C3%BC%20%23.mid\r\n";

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("version 5")]
    [InlineData("version 3", "-v", "3")]
    [InlineData("version 5", "-v", "6")]
    [InlineData("version 5", "-p")]
    [InlineData("version 5", "-d", "3")]
    public void The_target_gets_the_file(string version, params string[] options)
    {
        using NativeProgram target = Start(options);
        Drag(There);
        Assert.Equal("ENTER " + version, target.WaitFor("ENTER"));
        Assert.Equal("POSITION 120,740 copy", target.WaitFor("POSITION 120"));
        Assert.Equal("DATA " + Hex(FileAsUri), target.WaitFor("DATA"));
        _host.WaitFor("end drag True");
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("qtractor/file-channel")]
    public void Other_types_have_the_plain_path(string type)
    {
        using NativeProgram target = Start("-t", type);
        Drag(There);
        byte[] path = Encoding.UTF8.GetBytes(_file);
        byte[] expected = type == "text/plain" ? path : [1, 0, 9, 0, .. path, 0];
        Assert.Equal("DATA " + Convert.ToHexStringLower(expected), target.WaitFor("DATA"));
        _host.WaitFor("end drag True");
    }

    [Fact]
    public void A_silent_target_is_given_up()
    {
        using NativeProgram target = Start("-s");
        Drag(There);
        _host.WaitFor("end drag False");
        target.WaitFor("LEAVE");
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_target_that_never_finishes_has_the_file_all_the_same()
    {
        using NativeProgram target = Start("-f");
        Drag(There);
        target.WaitFor("DATA file".Replace("file", Hex("file:"), StringComparison.Ordinal));
        _host.WaitFor("end drag True");
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_target_that_refuses_gets_nothing()
    {
        using NativeProgram target = Start("-d", "1000");
        Drag(There);
        _host.WaitFor("end drag False");
        target.WaitFor("LEAVE");
        Assert.DoesNotContain("DROP", target.Lines);
    }

    [Fact]
    public void Too_old_a_target_none_and_the_own_window_get_nothing()
    {
        using NativeProgram target = Start("-v", "2");
        Drag(There);
        Drag("mousemove 900 900");
        Drag("mousemove 300 200");
        Eventually.IsTrue(() => _host.Content.Lines.Count(line => line == "end drag False") == 3, "three ends");
        Assert.Equal(["READY"], target.Lines);
        AssertNothingIsLeft();
    }

    [Fact]
    public void Escape_ends_the_drag()
    {
        using NativeProgram target = Start();
        _server.Do($"mousemove 150 100 mousedown 1 mousemove 160 110 mousemove 200 500 {There}");
        target.WaitFor("POSITION 120,740");
        _server.Do("key Escape");
        target.WaitFor("LEAVE");
        _host.WaitFor("end drag False");
        _server.Do("mouseup 1");
        Assert.DoesNotContain(_host.Content.Lines, line => line.StartsWith("release", StringComparison.Ordinal));
        AssertNothingIsLeft();
    }

    [Fact]
    public void One_drag_after_another_works_the_same()
    {
        using NativeProgram target = Start();
        for (int i = 1; i <= 4; i++)
        {
            Drag(There);
            Eventually.IsTrue(() => _host.Content.Lines.Count(line => line == "end drag True") == i, $"end {i}");
        }

        Eventually.IsTrue(() => target.Lines.Count(line => line == "DATA " + Hex(FileAsUri)) == 4, "the file four times");
    }

    [Fact]
    public void The_wheel_does_not_end_a_drag()
    {
        using NativeProgram target = Start();
        _server.Do($"mousemove 150 100 mousedown 1 mousemove 160 110 mousemove 200 500 click 4 click 5 {There}");
        target.WaitFor("POSITION 120,740");
        _server.Do("mouseup 1");
        _host.WaitFor("end drag True");
    }

    [Fact]
    public void A_window_that_is_hidden_during_a_drag_recovers()
    {
        using NativeProgram target = Start();
        _server.Do($"mousemove 150 100 mousedown 1 mousemove 160 110 mousemove 200 500 {There}");
        target.WaitFor("POSITION 120,740");
        _host.Unmap();
        _server.Do("mouseup 1");
        _host.Map();
        _server.Do("mousemove 150 100 mousemove 151 101");
        _host.WaitFor("end drag False");
        AssertNothingIsLeft();
    }

    [Fact]
    public void Closing_the_window_ends_the_drag()
    {
        using NativeProgram target = Start();
        _server.Do($"mousemove 150 100 mousedown 1 mousemove 160 110 mousemove 200 500 {There}");
        target.WaitFor("POSITION 120,740");
        _host.Editor.Close();
        Assert.Equal(["end drag False", "detach"], _host.Content.Lines.TakeLast(2));
        _server.Do("mouseup 1");
        target.WaitFor("LEAVE");
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    private NativeProgram Start(params string[] options)
    {
        NativeProgram target = _server.StartProgram("drop_target", options);
        target.WaitFor("READY");
        return target;
    }

    // Quick: what the target needs in time, the source must give it.
    private void Drag(string to) => _server.Do($"mousemove 150 100 mousedown 1 mousemove 160 110 mousemove 200 500 {to} mouseup 1");

    private void AssertNothingIsLeft()
    {
        Eventually.IsTrue(() => _host.OwnerOf(_host.Connection.Atoms.XdndSelection) == 0, "the selection given up");
        Assert.Empty(_host.Log);

        // The pointer and the keyboard are free again.
        _server.Do("mousemove 150 100 click 3");
        _host.WaitFor("release Right 50 50");
    }
}
