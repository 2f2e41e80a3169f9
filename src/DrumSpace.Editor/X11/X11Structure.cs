using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Follows what happens to our window and to those around it: moved into others, resized, hidden, destroyed.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class X11Structure(X11Window window, X11Ancestors ancestors, X11Picture picture, X11Drags drags)
{
    private bool _isTreeNew = true;

    /// <summary>Whether our window was destroyed.</summary>
    public bool IsDestroyed { get; private set; }

    /// <summary>Takes an event about a window's structure.</summary>
    public void Handle(in XEvent received)
    {
        bool isOurs = received.Window == window.Id;
        PixelSize size = new(received.Width, received.Height);
        switch (received.Type)
        {
            case XEventType.DestroyNotify:
                IsDestroyed |= isOurs;
                break;
            case XEventType.ReparentNotify:
                _isTreeNew = true;
                break;
            case XEventType.ConfigureNotify when isOurs && size != picture.Size:
                picture.Resize(size);
                _isTreeNew = true;
                break;
            case XEventType.ConfigureNotify:
                _isTreeNew |= ancestors.HasNewSize(received.Window, size);
                break;
            case XEventType.MapNotify or XEventType.UnmapNotify:
                picture.FindVisibility();
                break;
        }
    }

    /// <summary>Reads the tree of windows if it changed.</summary>
    public void Update()
    {
        if (_isTreeNew)
        {
            _isTreeNew = false;
            ancestors.Read();
            drags.ClaimAncestors(picture.Size);
            picture.FindVisibility();
        }
    }
}
