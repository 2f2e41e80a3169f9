using System.Runtime.InteropServices.Marshalling;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>The window's drags in both directions.</summary>
/// <remarks>
/// The host's thread. A drag out of the window runs inside of a message of ours until the button is up; meanwhile OLE's loop goes on
/// delivering messages, to the host and to this window, which may even be closed. So nothing is locked and the content is not in a call.
/// </remarks>
internal sealed unsafe class Win32Drags : IDisposable
{
    // OLE runs one drag at a time on a thread. Several instances may have windows on the host's.
    [ThreadStatic]
    private static bool _isAnyDragging;

    private readonly IWindowContent _content;
    private readonly Win32Window _window;
    private readonly Win32Pointer _pointer;
    private readonly OleSession _session = new();
    private FileDragSource? _source;
    private string? _path;
    private bool _isTarget;

    /// <summary>Makes the window a target of drags.</summary>
    public Win32Drags(IWindowContent content, Win32Window window, Win32Pointer pointer, FailureLog failures)
    {
        (_content, _window, _pointer) = (content, window, pointer);
        if (!_session.IsReady)
        {
            failures.Report("Files cannot be dragged: the host's thread is in COM's multithreaded apartment, where OLE does not run.");
            return;
        }

        void* target = ComInterfaceMarshaller<IOleDropTarget>.ConvertToUnmanaged(
            new FileDropTarget(content, window, failures, () => _source != null));
        _isTarget = Ole32.RegisterDragDrop(window.Handle, target) == Ole32.Ok;
        ComInterfaceMarshaller<IOleDropTarget>.Free(target);
    }

    /// <summary>Begins to drag a file out, as soon as the content's call is over.</summary>
    public void Begin(string path)
    {
        if (_path == null && _session.IsReady && !_isAnyDragging && _pointer.IsHeld)
        {
            _path = path;
            _ = User32.PostMessageW(_window.Handle, WindowMessage.BeginDrag, 0, 0);
        }
        else
        {
            _ = _pointer.LetGo();
            _content.EndDrag(false);
        }
    }

    /// <summary>Drags the file that <see cref="Begin"/> named; returns when the button is up.</summary>
    public void Run()
    {
        string? path = _path;
        _path = null;
        if (path == null)
        {
            return;
        }

        if (!_pointer.IsHeld || _isAnyDragging)
        {
            _content.EndDrag(false);
            return;
        }

        bool isTaken = false;
        FileDragSource source = new(_pointer.LetGo(), _window);
        _source = source;
        _isAnyDragging = true;
        try
        {
            isTaken = Drag(path, source);
        }
        finally
        {
            _isAnyDragging = false;
            _source = null;

            // A window that closed meanwhile has told its content.
            if (!source.IsCancelled)
            {
                _content.EndDrag(isTaken);
            }
        }
    }

    /// <summary>Ends a drag that goes on.</summary>
    public void Cancel()
    {
        bool isDragging = _path != null || _source is { IsCancelled: false };
        _path = null;
        if (_source != null)
        {
            _source.IsCancelled = true;
        }

        if (isDragging)
        {
            _content.EndDrag(false);
        }
    }

    /// <summary>The window goes: it is no target any more.</summary>
    public void Revoke()
    {
        if (_isTarget)
        {
            _isTarget = false;
            _ = Ole32.RevokeDragDrop(_window.Handle);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    // Copy only: a target that may move takes the file away.
    private static bool Drag(string path, FileDragSource source)
    {
        // Its own: the window, and its session with it, may end while the drag goes on.
        using OleSession session = new();
        void* data = ComInterfaceMarshaller<IOleDataObject>.ConvertToUnmanaged(new FileDataObject(path));
        void* end = ComInterfaceMarshaller<IOleDropSource>.ConvertToUnmanaged(source);
        uint effect = 0;
        int result = Ole32.DoDragDrop(data, end, Ole32.EffectCopy, &effect);
        ComInterfaceMarshaller<IOleDropSource>.Free(end);
        ComInterfaceMarshaller<IOleDataObject>.Free(data);
        return result == Ole32.Drop && effect != Ole32.EffectNone;
    }
}
