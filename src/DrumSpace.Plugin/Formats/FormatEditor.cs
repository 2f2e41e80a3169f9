using DrumSpace.Editor;
using DrumSpace.Editor.Model;
using DrumSpace.Editor.Windows;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// An instance's window, as far as all formats share it: made when it is first asked for, and kept closed between one opening and the next.
/// </summary>
/// <remarks>Main thread. Nothing of the window's throws into the host.</remarks>
internal abstract class FormatEditor(PluginCore core, HostParameterMirror mirror, WindowServices services) : IDisposable
{
    private readonly EditQueue _edits = new();
    private PluginEditorModel? _model;
    private IPluginWindow? _window;
    private Host? _host;
    private PixelSize? _size;
    private (double? Zoom, double Scale)? _scale;
    private bool _hadZoom;
    private bool _hasFailed;
    private bool _isIdling;
    private bool _isDisposed;

    /// <summary>Whether the host opened the window and has not closed it, even if the system took it away meanwhile.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The window's size, or what it will have; null where there can be no window.</summary>
    public PixelSize? Size => _size ?? SizeAt(Scale);

    /// <summary>The host's scale; null where it says none: then the system's counts. The user's zoom wins over both.</summary>
    protected double? HostScale { get; set; }

    private double Scale => services.Preferences.Current.Zoom is null && HostScale is { } scale ? scale : ScreenScale;

    // Hosts ask for the size again and again: the desktop is asked once for each opening.
    private double ScreenScale
    {
        get
        {
            double? zoom = services.Preferences.Current.Zoom;
            if (_scale is not { } known || known.Zoom != zoom)
            {
                double scale = services.ScaleFor(EditorView.SizeAt(1), zoom);
                _scale = known = (zoom, Math.Clamp(scale, EditorPreferences.MinZoom, EditorPreferences.MaxZoom));
            }

            return known.Scale;
        }
    }

    /// <summary>The parameter values that the host knows.</summary>
    protected HostParameterMirror Mirror { get; } = mirror;

    /// <summary>Whether the user chose a zoom.</summary>
    protected bool HasZoom => services.Preferences.Current.Zoom != null;

    /// <summary>The window's size at a scale; null where there can be no window.</summary>
    public PixelSize? SizeAt(double scale) => Try("size", () => Made().SizeAt(scale) as PixelSize?, null);

    /// <summary>Takes the host's scale, which counts while the user has no zoom.</summary>
    /// <returns>Whether it counts.</returns>
    public bool SetScale(double scale)
    {
        bool isPossible = double.IsFinite(scale) && scale > 0;
        HostScale = isPossible ? Math.Clamp(scale, EditorPreferences.MinZoom, EditorPreferences.MaxZoom) : HostScale;
        return isPossible && !HasZoom;
    }

    /// <summary>The largest size in the content's proportions that fits into another one; null where there can be no window.</summary>
    public PixelSize? FitInto(long width, long height)
    {
        if (SizeAt(1) is not { } own)
        {
            return null;
        }

        double scale = Math.Min((double)width / own.Width, (double)height / own.Height);
        return SizeAt(Math.Clamp(scale, EditorPreferences.MinZoom, EditorPreferences.MaxZoom));
    }

    /// <summary>Opens the window, anew where it is open.</summary>
    /// <param name="parent">The host's window.</param>
    /// <returns>Whether it is open. The first failure is logged.</returns>
    public bool Open(nint parent)
    {
        if (parent == 0 || Size is not { } size)
        {
            return false;
        }

        if (IsOpen)
        {
            CloseWindow();
        }

        _size = size;
        _hadZoom = HasZoom;
        IsOpen = Try("open", () => OpenIn(parent, size), false);
        _hasFailed = !IsOpen;
        _size = IsOpen ? size : null;
        if (IsOpen)
        {
            OnOpened();
        }

        return IsOpen;
    }

    /// <summary>
    /// Does what the window has for the host's thread. A host may call again, or close the window, while it is told something from here.
    /// </summary>
    public void Idle()
    {
        if (!IsOpen || _isIdling)
        {
            return;
        }

        _isIdling = true;
        try
        {
            _window!.Idle();
            if (!IsOpen)
            {
                _edits.Drain(_host!);
            }
            else
            {
                FollowZoom();
            }
        }
        catch (Exception e)
        {
            Fail("idle", e);
        }
        finally
        {
            _isIdling = false;
        }

        OnDrained();
    }

    /// <summary>Gives the window another size because the host says so.</summary>
    public void Resize(PixelSize size)
    {
        _size = size;
        if (IsOpen)
        {
            Try("resize", () => _window!.Resize(size));
        }
    }

    /// <summary>Shows or hides the window.</summary>
    /// <returns>Whether it is open.</returns>
    public bool Show(bool isShown)
    {
        if (IsOpen)
        {
            Try("show", isShown ? _window!.Show : _window!.Hide);
        }

        return IsOpen;
    }

    /// <summary>Closes the window; without effect if it is closed. Its gestures end.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            CloseWindow();
        }

        (_size, _scale) = (null, null);
    }

    /// <summary>Closes the window for good; the host, which closes the instance, is told nothing any more.</summary>
    public virtual void Dispose()
    {
        _isDisposed = true;
        IsOpen = false;
        if (_window is { } window)
        {
            Try("close", window.Dispose);
        }

        _window = null;
    }

    /// <inheritdoc cref="IEditorHost.BeginEdit"/>
    protected abstract void BeginEdit(int index);

    /// <inheritdoc cref="IEditorHost.Edit"/>
    protected abstract void Edit(int index, float value);

    /// <inheritdoc cref="IEditorHost.EndEdit"/>
    protected abstract void EndEdit(int index);

    /// <summary>Gives the open window the size of the scale that counts without a zoom, if the host agrees.</summary>
    protected void FollowScale()
    {
        if (SizeAt(Scale) is { } size && size != _size && _host!.RequestSize(size) && IsOpen)
        {
            _window!.Resize(size);
        }
    }

    /// <summary>Asks the host for another size.</summary>
    /// <returns>Whether the window may take it.</returns>
    protected abstract bool AskForSize(PixelSize size);

    /// <summary>A command of the window moved parameters or selected another program.</summary>
    protected abstract void OnCommand();

    /// <summary>The host got what waited.</summary>
    protected virtual void OnDrained()
    {
    }

    /// <summary>The window is open now.</summary>
    protected virtual void OnOpened()
    {
    }

    /// <summary>The window is about to close.</summary>
    protected virtual void OnClosing()
    {
    }

    private IPluginWindow Made()
    {
        _host ??= new Host(this);
        _model ??= new PluginEditorModel(core, Mirror, _edits, _host.NoteCommand, services);
        return _window ??= services.MakeWindow(_model, _edits, _host, Log);
    }

    private bool OpenIn(nint parent, PixelSize size)
    {
        IPluginWindow window = Made();
        window.Open(parent, size);
        return window.IsOpen;
    }

    // A zoom that the user chose, the window asks for by itself; it does not know the scale that counts without one.
    private void FollowZoom()
    {
        bool hasZoom = HasZoom;
        bool isZoomGone = _hadZoom && !hasZoom;
        _hadZoom = hasZoom;
        if (isZoomGone)
        {
            FollowScale();
        }
    }

    private void CloseWindow()
    {
        IsOpen = false;
        OnClosing();
        Try("close", _window!.Close);
        _model!.EndGestures();
        if (!_isIdling)
        {
            _edits.Drain(_host!);
            OnDrained();
        }
    }

    // A host may try again and again: the first failure tells all.
    private void Log(string line)
    {
        if (!_hasFailed)
        {
            PluginLog.Write(line);
        }
    }

    private void Try(string what, Action act) => Try(
        what,
        () =>
        {
            act();
            return true;
        },
        false);

    // Without the window's library or without a display, the instance plays all the same.
    private T Try<T>(string what, Func<T> act, T otherwise)
    {
        try
        {
            return act();
        }
        catch (Exception e)
        {
            Fail(what, e);
            return otherwise;
        }
    }

    private void Fail(string what, Exception exception)
    {
        Exception cause = exception.GetBaseException();
        Log($"The window ({what}): {cause.GetType().Name}: {cause.Message}");
        _hasFailed = true;
    }

    // What the queue meets. While the host closes the instance, it is told nothing any more, whatever waits.
    private sealed class Host(FormatEditor editor) : IEditorHost
    {
        public void BeginEdit(int index)
        {
            if (!editor._isDisposed)
            {
                editor.BeginEdit(index);
            }
        }

        public void Edit(int index, float value)
        {
            if (!editor._isDisposed)
            {
                editor.Edit(index, value);
            }
        }

        public void EndEdit(int index)
        {
            if (!editor._isDisposed)
            {
                editor.EndEdit(index);
            }
        }

        public bool RequestSize(PixelSize size)
        {
            if (editor._isDisposed)
            {
                return false;
            }

            // Known before the host is asked: it may ask back.
            PixelSize? before = editor._size;
            editor._size = size;
            bool isAccepted = editor.AskForSize(size);
            editor._size = isAccepted ? editor._size : before;
            return isAccepted;
        }

        public void NoteCommand()
        {
            if (!editor._isDisposed)
            {
                editor.OnCommand();
            }
        }
    }
}
