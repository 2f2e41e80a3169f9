using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>
/// Drags look for their target from the screen's root down and stop at the host's top-level window, so ours is never found inside of it.
/// The property XdndProxy on the windows around ours sends those drags here.
/// </summary>
/// <remarks>The window's thread; <see cref="Remove"/> after it ended the host's. Reading waits for the server.</remarks>
internal sealed class XdndProxies(X11Connection connection, X11Window window, X11Ancestors ancestors)
{
    private readonly List<uint> _claimed = [];

    /// <summary>
    /// Claims the windows around ours again, after the tree changed. A window of which ours is the smaller part keeps its drags: a host
    /// that shows editors inside of its main window needs them itself.
    /// </summary>
    /// <param name="size">Our window's size.</param>
    public void Claim(PixelSize size)
    {
        uint property = connection.Atoms.XdndProxy;
        Remove();
        foreach (X11Ancestors.Ancestor ancestor in ancestors.UpToTopLevel)
        {
            uint other = connection.Properties.First(ancestor.Id, property);
            bool isTaken = other != 0 && other != window.Id && connection.Properties.First(other, property) == other;
            if (!isTaken && Area(size) * 2 > Area(ancestor.Size))
            {
                connection.Properties.Set(ancestor.Id, property, X11Atoms.WindowType, window.Id);
                _claimed.Add(ancestor.Id);
            }
        }
    }

    /// <summary>Gives the windows back.</summary>
    public void Remove()
    {
        foreach (uint claimed in _claimed)
        {
            if (connection.Properties.First(claimed, connection.Atoms.XdndProxy) == window.Id)
            {
                connection.Properties.Delete(claimed, connection.Atoms.XdndProxy);
            }
        }

        _claimed.Clear();
    }

    private static long Area(PixelSize size) => (long)size.Width * size.Height;
}
