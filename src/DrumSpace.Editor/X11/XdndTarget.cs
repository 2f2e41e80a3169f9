using DrumSpace.Editor.Windows;
using DrumSpace.Editor.X11.Interop;

namespace DrumSpace.Editor.X11;

/// <summary>Files that are dragged onto the window (XDND version 5, freedesktop.org).</summary>
/// <remarks>The window's thread. Reading a source's properties waits for the server, not for the source.</remarks>
internal sealed class XdndTarget
{
    private const uint HasMoreThanThreeTypes = 1;
    private const uint Accepts = 1;
    private const uint WantsAllPositions = 2;

    private readonly IWindowContent _content;
    private readonly X11Connection _connection;
    private readonly X11Window _window;
    private readonly X11Atoms _atoms;

    // What the messages named: ours, or one whose proxy we are. The source knows us by it.
    private uint _named;
    private uint _source;
    private bool _hasFiles;
    private bool _isOver;
    private bool _isAccepted;
    private bool _awaitsData;
    private (int X, int Y) _place;

    /// <summary>Tells sources that the window takes drags.</summary>
    public XdndTarget(IWindowContent content, X11Connection connection, X11Window window)
    {
        (_content, _connection, _window, _atoms) = (content, connection, window, connection.Atoms);
        connection.Properties.Set(window.Id, _atoms.XdndAware, X11Atoms.Atom, XdndPeer.MaxVersion);
        connection.Properties.Set(window.Id, _atoms.XdndProxy, X11Atoms.WindowType, window.Id);
    }

    /// <summary>Takes a client message of a source.</summary>
    /// <param name="message">The message.</param>
    /// <param name="size">Our window's size.</param>
    public void Handle(in XEvent message, PixelSize size)
    {
        if (message.MessageType == _atoms.XdndEnter)
        {
            Forget();
            _source = message.Data0;
            _named = message.MessageWindow;
            _hasFiles = OffersFiles(message);
        }
        else if (message.MessageType == _atoms.XdndPosition && message.Data0 == _source)
        {
            Position(message, size);
        }
        else if (message.MessageType == _atoms.XdndLeave && message.Data0 == _source)
        {
            Forget();
        }
        else if (message.MessageType == _atoms.XdndDrop && message.Data0 == _source)
        {
            Drop(message.Data2);
        }
    }

    /// <summary>The dropped data have arrived, or were refused.</summary>
    public void HandleData(in XEvent notify)
    {
        if (!_awaitsData || notify.NotifySelection != _atoms.XdndSelection)
        {
            return;
        }

        bool isTaken = false;
        try
        {
            byte[] list = notify.NotifyProperty == 0 ? [] : _connection.Properties.Bytes(_window.Id, _atoms.DropData);
            List<string> paths = UriList.Decode(list);
            if (paths.Count > 0)
            {
                _isOver = false;
                isTaken = _content.Drop(paths, _place.X, _place.Y);
            }
        }
        finally
        {
            _connection.Properties.Delete(_window.Id, _atoms.DropData);
            Finish(isTaken);
        }
    }

    /// <summary>The pointer moves over the window as usual, so no drag is over it: its source ended without a word.</summary>
    public void HandlePointer()
    {
        if (_source != 0 && !_awaitsData)
        {
            Forget();
        }
    }

    private void Position(in XEvent message, PixelSize size)
    {
        (int X, int Y)? place = _connection.Tree.PositionIn(_window.Id, (short)(message.Data2 >> 16), (short)(message.Data2 & 0xffff));
        bool isInside = place is { } p && p.X >= 0 && p.Y >= 0 && p.X < size.Width && p.Y < size.Height;
        _isAccepted = false;
        try
        {
            if (_hasFiles && isInside)
            {
                _place = place!.Value;
                _isOver = true;
                _isAccepted = _content.DragOver(_place.X, _place.Y);
            }
            else
            {
                LeaveContent();
            }
        }
        finally
        {
            _connection.SendMessage(_source, _source, _atoms.XdndStatus, _named, (_isAccepted ? Accepts : 0) | WantsAllPositions, 0, 0,
                _isAccepted ? _atoms.XdndActionCopy : 0);
        }
    }

    private void Drop(uint time)
    {
        if (_isAccepted)
        {
            _awaitsData = true;
            _ = Xcb.xcb_convert_selection(
                _connection.Handle, _window.Id, _atoms.XdndSelection, _atoms.UriList, _atoms.DropData, time);
        }
        else
        {
            LeaveContent();
            Finish(false);
        }
    }

    private void Finish(bool isTaken)
    {
        _connection.SendMessage(
            _source, _source, _atoms.XdndFinished, _named, isTaken ? 1u : 0, isTaken ? _atoms.XdndActionCopy : 0);
        Forget();
    }

    private bool OffersFiles(in XEvent enter) => (enter.Data1 & HasMoreThanThreeTypes) == 0
        ? enter.Data2 == _atoms.UriList || enter.Data3 == _atoms.UriList || enter.Data4 == _atoms.UriList
        : _connection.Properties.Items(enter.Data0, _atoms.XdndTypeList).Contains(_atoms.UriList);

    private void Forget()
    {
        LeaveContent();
        _source = _named = 0;
        _hasFiles = _isAccepted = _awaitsData = false;
    }

    private void LeaveContent()
    {
        if (_isOver)
        {
            _isOver = false;
            _content.DragLeave();
        }
    }
}
