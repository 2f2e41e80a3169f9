using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>An open window: gives Windows' messages to the content, and the content's frames to Windows.</summary>
/// <remarks>The host's thread.</remarks>
internal sealed unsafe class Win32View : IWindow, IMessageHandler, IDisposable
{
    private readonly WindowSetup _setup;
    private readonly IWindowContent _content;
    private readonly FailureLog _failures;
    private readonly Win32Window _window;
    private readonly Win32Picture _picture;
    private readonly Win32Drags _drags;
    private readonly Win32Events _events;
    private bool _isAttached;

    /// <summary>Creates the window, hidden.</summary>
    /// <exception cref="WindowSystemException">The parent does not exist.</exception>
    public Win32View(WindowSetup setup, FailureLog failures, nint parent, PixelSize size)
    {
        (_setup, _content, _failures) = (setup, setup.Content, failures);
        _window = new Win32Window(parent, size);
        _picture = new Win32Picture(_window, new FramePacer(_content, failures), size);
        Win32Pointer pointer = new(_content, _window);
        _drags = new Win32Drags(_content, _window, pointer, failures);
        _events = new Win32Events(
            _window, _picture, pointer, new Win32Keys(_content, _window), new Win32Cursors(_content), _drags);
    }

    /// <summary>Whether the window is gone: the user closed it, or its parent went.</summary>
    public bool IsGone => _window.Handle == 0;

    /// <summary>Paints and shows the window.</summary>
    public void Show()
    {
        _isAttached = true;
        _content.Attach(this);
        _window.Receive(this);
        _picture.ShowFirst();
    }

    /// <summary>Handles the messages that wait for a window without a parent: its program need not have a message loop.</summary>
    public void Pump()
    {
        User32.Message message;
        while (_window is { IsTopLevel: true, Handle: not 0 }
            && User32.PeekMessageW(&message, _window.Handle, 0, 0, User32.Remove) != 0)
        {
            _ = User32.TranslateMessage(&message);
            _ = User32.DispatchMessageW(&message);
        }
    }

    /// <summary>Gives the window another size.</summary>
    public void Resize(PixelSize size) => _window.Resize(size);

    /// <summary>Shows or hides the window.</summary>
    public void SetShown(bool isShown) => _window.SetShown(isShown);

    /// <inheritdoc/>
    public bool TryHandle(uint message, nint w, nint l, out nint result)
    {
        result = 0;
        try
        {
            if (message != WindowMessage.Destroy)
            {
                return _events.TryHandle(message, w, l, out result);
            }

            _picture.Stop();
            _drags.Revoke();
            Detach();
        }
        catch (Exception e)
        {
            _failures.Report("The editor failed at an input", e);
        }

        return true;
    }

    /// <summary>Destroys the window if it is still there, and frees what belongs to it.</summary>
    public void Dispose()
    {
        Detach();
        _window.Destroy();
        _drags.Dispose();
        _picture.Dispose();
    }

    void IWindow.BeginDrag(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _drags.Begin(path);
    }

    void IWindow.CopyText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Win32Clipboard.TryCopy(_window.Handle, text))
        {
            _failures.Report("The clipboard took no text: another program keeps it open.");
        }
    }

    void IWindow.PasteText(Action<string> paste)
    {
        ArgumentNullException.ThrowIfNull(paste);
        if (Win32Clipboard.Read(_window.Handle) is { Length: > 0 } text)
        {
            paste(text);
        }
    }

    PixelSize IWindow.Screen => Win32Scale.WorkArea();

    void IWindow.RequestSize(PixelSize size) => _setup.RequestSize(size);

    private void Detach()
    {
        if (!_isAttached)
        {
            return;
        }

        _isAttached = false;
        try
        {
            _drags.Cancel();
            _content.Detach();
        }
        catch (Exception e)
        {
            _failures.Report("The editor failed to close", e);
        }
    }
}
