using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>A server that shares no memory, as a remote one or one behind a sandbox.</summary>
[Collection(nameof(XServerTests))]
public sealed class PutImageTests
{
    [Fact]
    public void A_frame_comes_through_the_connection_in_bands()
    {
        using XServer server = new("-extension", "MIT-SHM");
        server.Require();
        PixelSize size = new(1500, 1000);
        using HostWindow host = new(server, size: size);
        using (X11Frame frame = new(host.Connection, host.Id, size))
        {
            Assert.False(frame.IsShared);
        }

        host.Content.Need = new FrameNeed(true, true);
        host.Open(size);
        Eventually.IsTrue(() => host.Content.Frames > 5, "frames");
        Assert.Equal(0x204080u, host.PixelAt(host.Child, 1499, 999));
        Assert.Equal(0x204080u, host.PixelAt(host.Child, 700, 300));
        Assert.Equal(0xffffffu, host.PixelAt(host.Child, 750, 500));
    }
}
