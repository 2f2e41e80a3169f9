using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11;
using SkiaSharp;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>Opening, painting, resizing, hiding and closing, in whatever order hosts do it.</summary>
[Collection(nameof(XServerTests))]
public sealed class WindowLifeTests
{
    private const uint Blue = 0x204080;

    private readonly XServer _server;

    public WindowLifeTests(XServer server)
    {
        _server = server;
        server.Require();
        server.Do("mousemove 1800 1200");
    }

    [Fact]
    public void When_open_returns_the_window_is_painted()
    {
        using HostWindow host = new(_server);
        host.Open();
        Assert.True(host.Editor.IsOpen);
        Assert.Equal(Blue, host.PixelAt(host.Child, 1, 1));
        Assert.Equal(Blue, host.PixelAt(host.Child, HostWindow.Size.Width - 1, HostWindow.Size.Height - 1));
        host.Editor.Close();
        Assert.False(host.Editor.IsOpen);
        Assert.Equal(["attach", "detach"], host.Content.Lines);
        Assert.Empty(host.Log);
    }

    [Fact]
    public void It_opens_and_closes_200_times_and_leaves_nothing_behind()
    {
        using HostWindow host = new(_server);
        (int Files, int Threads) before = (0, 0);
        for (int i = 0; i < 200; i++)
        {
            host.Open();
            host.Editor.Resize(new PixelSize(300 + (i % 7 * 50), 200 + (i % 5 * 40)));
            host.Editor.Idle();
            host.Editor.Close();
            if (i == 5)
            {
                before = Count();
            }
        }

        // Files of other tests may close meanwhile, and the pool's threads come and go on their own.
        Assert.InRange(Count().Files, 1, before.Files);
        Eventually.IsTrue(() => EditorThreads() == 0, () => $"no thread of an editor instead of {EditorThreads()}");
        Assert.InRange(Count().Threads, 1, before.Threads + 3);
        Assert.Equal(200, host.Content.Lines.Count(line => line == "detach"));
        Assert.Empty(host.Log);
    }

    [Fact]
    public void Several_windows_are_open_at_once()
    {
        using HostWindow first = new(_server);
        using HostWindow second = new(_server, 450);
        using HostWindow third = new(_server, 900);
        second.Content.Color = SKColors.Red;
        third.Content.Color = SKColors.Lime;
        first.Open();
        second.Open();
        third.Open();
        first.WaitForPixels(Blue);
        second.WaitForPixels(0xff0000);
        third.WaitForPixels(0x00ff00);
        second.Editor.Close();
        first.Content.Color = SKColors.White;
        first.Content.Need = new FrameNeed(true, true);
        first.WaitForPixels(0xffffff);
    }

    [Fact]
    public void The_window_follows_the_size_that_the_host_gives()
    {
        using HostWindow host = new(_server, size: new PixelSize(1500, 1000));
        host.Open();
        for (int i = 0; i < 50; i++)
        {
            PixelSize size = new(600 + (i % 9 * 100), 400 + (i % 6 * 100));
            host.Editor.Resize(size);
        }

        PixelSize last = new(1234, 777);
        host.Editor.Resize(last);
        Eventually.IsTrue(() => host.Content.PaintedSize == last, "the last size painted");
        Eventually.IsTrue(() => host.PixelAt(host.Child, 1233, 776) == Blue, "the last corner");
        Assert.Equal(last, host.Connection.Tree.SizeOf(host.Child));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_size_that_the_content_asks_for_is_the_hosts_to_give(bool agrees)
    {
        using HostWindow host = new(_server);
        host.Host.AgreesToSizes = agrees;
        host.Open();
        host.Content.Request = window => window.RequestSize(new PixelSize(200, 100));
        Eventually.IsTrue(
            () =>
            {
                host.Editor.Idle();
                return host.Host.Lines.Contains("size 200x100");
            },
            "the request");
        host.Content.Need = new FrameNeed(true, true);
        int frames = host.Content.Frames;
        PixelSize expected = agrees ? new PixelSize(200, 100) : HostWindow.Size;
        Eventually.IsTrue(() => host.Content.Frames > frames + 5 && host.Content.PaintedSize == expected, "frames of the size");
    }

    [Fact]
    public void A_hidden_window_does_not_paint()
    {
        using HostWindow host = new(_server);
        host.Content.Need = new FrameNeed(true, true);
        host.Open();
        host.Editor.Hide();
        WaitForRest(host);
        host.Editor.Show();
        WaitForFrames(host);

        // Hosts hide a window around ours instead.
        host.Unmap();
        WaitForRest(host);
        host.Map();
        WaitForFrames(host);
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        using HostWindow host = new(_server);
        host.Content.Need = new FrameNeed(true, true);
        host.Open();
        Eventually.IsTrue(() => host.Content.Frames > 30, "frames");
        int quiet = 0;
        int last = host.Content.Frames;
        Eventually.IsTrue(
            () =>
            {
                if (host.Content.Frames > last)
                {
                    last = host.Content.Frames;
                    quiet = host.Content.BytesPerFrame == 0 ? quiet + 1 : 0;
                }

                return quiet == 20;
            },
            () => $"20 frames without allocation; the last took {host.Content.BytesPerFrame} bytes");
    }

    [Fact]
    public void The_parent_may_go_first()
    {
        for (int i = 0; i < 20; i++)
        {
            using HostWindow host = new(_server);
            host.Content.Need = new FrameNeed(true, true);
            host.Open();
            host.DestroyParent();
            Eventually.IsTrue(() => !host.Editor.IsOpen, "the end of the window");
            host.Editor.Idle();
            host.Editor.Resize(new PixelSize(10, 10));
            host.Editor.Close();
            Assert.Equal("detach", host.Content.Lines.Last());
        }
    }

    [Fact]
    public void The_connection_may_go_first()
    {
        for (int i = 0; i < 20; i++)
        {
            using HostWindow host = new(_server);
            host.Content.Need = new FrameNeed(true, true);
            host.Open();
            host.KillEditorsConnection();
            Eventually.IsTrue(() => !host.Editor.IsOpen, "the end of the window");
            host.Editor.Close();
            host.Open();
            host.WaitForPixels(Blue);
        }
    }

    [Fact]
    public void A_window_without_parent_is_a_top_level_window()
    {
        using HostWindow host = new(_server);
        host.Editor.Open(0, new PixelSize(320, 240));
        Assert.True(host.Editor.IsOpen);
        X11Properties properties = host.Connection.Properties;
        uint window = host.Connection.Tree.ChildAt(host.Connection.Root, 5, 5);
        Assert.Equal("DrumSpace"u8, properties.Bytes(window, host.Connection.Atoms.NetWmName));
        Assert.Equal([host.Connection.Atoms.WmDeleteWindow], properties.Items(window, host.Connection.Atoms.WmProtocols));
        Assert.Equal(0x204080u, host.PixelAt(window, 1, 1));
        host.Connection.SendMessage(
            window, window, host.Connection.Atoms.WmProtocols, host.Connection.Atoms.WmDeleteWindow);
        host.Connection.Flush();
        Eventually.IsTrue(() => !host.Editor.IsOpen, "the window closed by its user");
        Assert.Contains("detach", host.Content.Lines);
    }

    [Fact]
    public void What_the_content_throws_is_logged_and_ends_nothing()
    {
        using HostWindow host = new(_server);
        host.Content.PaintFails = true;
        host.Open();
        host.Content.Need = new FrameNeed(true, true);
        Eventually.IsTrue(() => host.Log.Any(line => line.Contains("stops painting")), "a line in the log");
        host.Content.PressFails = true;
        _server.Do("mousemove 50 60 click 1");
        Eventually.IsTrue(() => host.Log.Any(line => line.Contains("failed at an input")), "a line in the log");
        host.WaitFor("release Left 50 60");
        Assert.InRange(host.Log.Count, 2, 20);
    }

    [Fact]
    public void Without_a_server_opening_says_so_and_a_wrong_parent_too()
    {
        using HostWindow host = new(_server);
        EditorWindow nowhere = new(host.Content, host.Edits, host.Host, host.Log.Enqueue, s => new X11EditorWindow(s, ":9999"));
        Assert.Contains(":9999", Assert.Throws<WindowSystemException>(() => nowhere.Open(0, HostWindow.Size)).Message);
        Assert.False(nowhere.IsOpen);
        Assert.Throws<WindowSystemException>(() => host.Editor.Open(0x7ffffff, HostWindow.Size));
        host.Open();
        Assert.Throws<InvalidOperationException>(() => host.Open());
    }

    private static void WaitForRest(HostWindow host)
    {
        int frames = -1;
        Eventually.IsTrue(
            () =>
            {
                int before = frames;
                frames = host.Content.Frames;
                Thread.Sleep(100);
                return frames == before;
            },
            "no more frames");
    }

    private static void WaitForFrames(HostWindow host)
    {
        int frames = host.Content.Frames;
        Eventually.IsTrue(() => host.Content.Frames > frames + 3, "frames");
    }

    private static (int Files, int Threads) Count() =>
        (Directory.GetFileSystemEntries("/proc/self/fd").Length, Directory.GetDirectories("/proc/self/task").Length);

    private static int EditorThreads() => Directory.GetDirectories("/proc/self/task").Count(task =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd() == "DrumSpaceEditor";
        }
        catch (IOException)
        {
            return false;
        }
    });
}
