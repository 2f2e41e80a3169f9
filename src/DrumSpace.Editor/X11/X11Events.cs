using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Gives each of the server's events to the part of the window that it concerns.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class X11Events(X11Atoms atoms, X11Picture picture, X11Pointer pointer, X11Keys keys, X11Clipboard clipboard,
    X11Drags drags, X11Structure structure)
{
    /// <summary>Whether the user wants the window closed.</summary>
    public bool IsCloseRequested { get; private set; }

    /// <summary>The time of the last input, which requests for the focus, a grab or a selection must name.</summary>
    public uint InputTime { get; private set; }

    /// <summary>Handles an event.</summary>
    public void Handle(in XEvent received)
    {
        picture.Handle(received);
        switch (received.Type)
        {
            case XEventType.ButtonPress or XEventType.ButtonRelease or XEventType.MotionNotify or XEventType.EnterNotify
                or XEventType.LeaveNotify or XEventType.KeyPress or XEventType.KeyRelease:
                HandleInput(received);
                picture.Hurry();
                break;
            case XEventType.FocusIn or XEventType.FocusOut:
                keys.ChangeFocus(received);
                picture.Hurry();
                break;
            case XEventType.MappingNotify:
                keys.ForgetKeymap();
                break;
            case XEventType.Expose:
                picture.Invalidate();
                break;
            case XEventType.DestroyNotify or XEventType.UnmapNotify or XEventType.MapNotify or XEventType.ReparentNotify
                or XEventType.ConfigureNotify:
                structure.Handle(received);
                break;
            case XEventType.ClientMessage when received.MessageType == atoms.WmProtocols:
                IsCloseRequested |= received.Data0 == atoms.WmDeleteWindow;
                break;
            case XEventType.ClientMessage:
                drags.HandleMessage(received, picture.Size);
                picture.Hurry();
                break;
            default:
                HandleSelection(received);
                break;
        }
    }

    private void HandleInput(in XEvent received)
    {
        InputTime = received.Time;
        if (drags.TryHandleInput(received, keys))
        {
            return;
        }

        switch (received.Type)
        {
            case XEventType.ButtonPress:
                pointer.Press(received);
                if (pointer.IsHeld)
                {
                    // A wheel's notch is a press, too, but nothing to take the keyboard for.
                    keys.FollowClick(received.Time);
                }

                break;
            case XEventType.ButtonRelease:
                pointer.Release(received);
                break;
            case XEventType.MotionNotify or XEventType.EnterNotify:
                pointer.Move(received);
                break;
            case XEventType.LeaveNotify:
                pointer.Leave(received);
                break;
            case XEventType.KeyPress:
                keys.Press(received);
                break;
            case XEventType.KeyRelease:
                keys.Release(received);
                break;
        }
    }

    private void HandleSelection(in XEvent received)
    {
        switch (received.Type)
        {
            case XEventType.SelectionNotify when received.NotifySelection == atoms.Clipboard:
                clipboard.Take(received);
                picture.Hurry();
                break;
            case XEventType.SelectionNotify:
                drags.HandleData(received);
                picture.Hurry();
                break;
            case XEventType.SelectionRequest when received.Selection == atoms.Clipboard:
                clipboard.Answer(received);
                break;
            case XEventType.SelectionRequest:
                drags.Answer(received);
                break;
            case XEventType.SelectionClear:
                clipboard.Lose(received);
                break;
        }
    }
}
