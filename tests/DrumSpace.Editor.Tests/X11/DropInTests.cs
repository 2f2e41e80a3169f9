using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>Files dragged onto the window by another program, which finds it as real ones do: from the root down.</summary>
[Collection(nameof(XServerTests))]
public sealed class DropInTests : IDisposable
{
    private const string List = "file:///tmp/a+b%20%C3%BC.mid\r\nfile:///tmp/c.mid\r\n";

    private readonly XServer _server;
    private readonly HostWindow _host;

    public DropInTests(XServer server)
    {
        _server = server;
        server.Require();
        server.Do("mousemove 1800 1200");
        _host = new HostWindow(server, 100, 50);
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("more")]
    public void A_drop_on_the_hosts_window_arrives(string how)
    {
        Open();
        using NativeProgram source = _server.StartProgram("drag_source", "150", "90", List, how);
        Assert.Equal("FINISHED 1 known", source.WaitFor("FINISHED"));
        Assert.Contains($"TARGET 0x{_host.Id:x} BY 0x{_host.Child:x}", source.Lines);
        Assert.Contains("STATUS 1 known", source.Lines);
        Assert.Equal(["over 50 40", "drop /tmp/a+b ü.mid|/tmp/c.mid 50 40"], Drags());
    }

    [Fact]
    public void A_drag_that_leaves_is_told()
    {
        Open();
        using NativeProgram source = _server.StartProgram("drag_source", "150", "90", List, "away");
        source.WaitFor("LEFT");
        _host.WaitFor("drag leave");
        Assert.Equal(["over 50 40", "drag leave"], Drags());
    }

    [Fact]
    public void What_the_content_does_not_take_and_what_is_no_file_is_refused()
    {
        _host.Content.TakesFiles = false;
        Open();
        using NativeProgram source = _server.StartProgram("drag_source", "150", "90", List);
        source.WaitFor("STATUS 0 known");
        using NativeProgram text = _server.StartProgram("drag_source", "150", "90", List, "nofiles");
        text.WaitFor("STATUS 0 known");
    }

    [Fact]
    public void A_place_of_the_host_beside_the_window_is_refused()
    {
        _host.Open(new PixelSize(HostWindow.Size.Width, HostWindow.Size.Height - 60));
        WaitForProxy(_host.Id, _host.Child);
        using NativeProgram source = _server.StartProgram("drag_source", "150", "330", List);
        source.WaitFor("STATUS 0 known");
        Assert.Empty(Drags());
    }

    [Fact]
    public void A_host_that_shows_much_else_keeps_its_drags()
    {
        _host.Open(new PixelSize(200, 200));
        WaitForProxy(_host.Child, _host.Child);
        Assert.Equal(0u, ProxyOf(_host.Id));

        // A window that grows to most of the host's takes them.
        _host.Editor.Resize(HostWindow.Size);
        WaitForProxy(_host.Id, _host.Child);
    }

    [Fact]
    public void After_the_host_moved_into_another_window_drops_still_arrive()
    {
        Open();
        using HostWindow frame = new(_server, 500, 400, new PixelSize(420, 320));
        _host.Reparent(frame.Id);
        WaitForProxy(frame.Id, _host.Child);
        using NativeProgram source = _server.StartProgram("drag_source", "560", "460", List);
        Assert.Equal("FINISHED 1 known", source.WaitFor("FINISHED"));
        Assert.Contains("over 60 60", _host.Content.Lines);
        _host.Editor.Close();
        Assert.Equal(0u, ProxyOf(frame.Id));
        Assert.Equal(0u, ProxyOf(_host.Id));
    }

    [Fact]
    public void A_closed_window_takes_no_drops()
    {
        Open();
        _host.Editor.Close();
        using NativeProgram source = _server.StartProgram("drag_source", "150", "90", List);
        source.WaitFor("NO TARGET");
    }

    private void Open()
    {
        _host.Open();
        WaitForProxy(_host.Id, _host.Child);
    }

    private uint ProxyOf(uint window) => _host.Connection.Properties.First(window, _host.Connection.Atoms.XdndProxy);

    private void WaitForProxy(uint window, uint proxy) => Eventually.IsTrue(() => ProxyOf(window) == proxy, "the proxy");

    private string[] Drags() => [.. _host.Content.Lines.Where(line =>
        line.StartsWith("over", StringComparison.Ordinal) || line.StartsWith("drop", StringComparison.Ordinal) || line == "drag leave")];
}
