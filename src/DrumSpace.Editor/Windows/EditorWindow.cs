using DrumSpace.Editor.Win32;
using DrumSpace.Editor.X11;

namespace DrumSpace.Editor.Windows;

/// <summary>The plugin's window, as a plugin format or a tool uses it. It can be opened and closed any number of times.</summary>
/// <remarks>
/// All members are the host's thread's, the one that opened the window. The window's thread runs the content: one of its own under X11, the
/// host's in Windows. The content never calls the host and never waits for it. What it has for the host lies in the
/// <see cref="EditQueue"/>, which <see cref="Idle"/> empties.
/// </remarks>
public sealed class EditorWindow : IDisposable
{
    // Within what X11 and Windows' messages and Skia can count.
    private const int MaxLength = 16384;

    private readonly EditQueue _edits;
    private readonly IEditorHost _host;
    private readonly Func<WindowSetup, INativeWindow> _create;
    private readonly WindowSetup _setup;
    private INativeWindow? _native;

    /// <summary>Makes a window that is closed.</summary>
    /// <param name="content">What it shows.</param>
    /// <param name="edits">The queue that the content fills.</param>
    /// <param name="host">Takes what the queue holds.</param>
    /// <param name="log">Takes a line about what went wrong, on any thread; null to keep silent.</param>
    public EditorWindow(IWindowContent content, EditQueue edits, IEditorHost host, Action<string>? log = null)
        : this(content, edits, host, log, CreateNative)
    {
    }

    internal EditorWindow(
        IWindowContent content, EditQueue edits, IEditorHost host, Action<string>? log, Func<WindowSetup, INativeWindow> create)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(host);
        _edits = edits;
        _host = host;
        _create = create;
        _setup = new WindowSetup(content, PostSizeRequest, log ?? (static _ => { }));
    }

    /// <summary>
    /// Whether the window is there. False after <see cref="Close"/>, after the user closed a window without a parent, and after the parent
    /// went; <see cref="Close"/> is due in the last two as well.
    /// </summary>
    public bool IsOpen => _native is { IsOpen: true };

    /// <summary>
    /// The scale for a window in a host that names none: the user's zoom, or else the desktop's; less where the window would not fit its
    /// screen, but never under 1 for that. Takes a millisecond.
    /// </summary>
    /// <param name="own">The window's size at a scale of 1.</param>
    /// <param name="zoom">The user's zoom; null where none is chosen.</param>
    /// <returns>Without a zoom, 1 where the desktop says nothing. On Windows it depends on whether the calling thread leaves scaling to the
    /// system.</returns>
    public static double ScaleFor(PixelSize own, double? zoom)
    {
        ScreenRoom? screen = OperatingSystem.IsWindows() ? Win32Scale.Read() : OperatingSystem.IsLinux() ? ScreenScale.Read() : null;
        return screen?.ScaleFor(own, zoom) ?? zoom ?? 1;
    }

    /// <summary>Opens the window: when this returns, it is painted and the system shows it.</summary>
    /// <param name="parent">The host's window, an X11 window's number or an HWND; 0 for a window of its own.</param>
    /// <param name="size">The size in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is impossible.</exception>
    /// <exception cref="InvalidOperationException">It was opened and not closed.</exception>
    /// <exception cref="WindowSystemException">There is no window system, or it refuses.</exception>
    public void Open(nint parent, PixelSize size)
    {
        if (!IsPossible(size))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A window has 1 to {MaxLength} pixels each way.");
        }

        if (_native != null)
        {
            throw new InvalidOperationException("The window is open already.");
        }

        INativeWindow native = _create(_setup);
        try
        {
            native.Open(parent, size);
        }
        catch (Exception)
        {
            native.Dispose();
            throw;
        }

        _native = native;
    }

    /// <summary>
    /// Gives the host what the window has for it. To be called some 20 times a second or more; as often as a window without a parent is to
    /// move.
    /// </summary>
    public void Idle()
    {
        _native?.Pump();
        _edits.Drain(_host);
    }

    /// <summary>Gives the window the size that the host chose. Without effect while it is closed, or for an impossible size.</summary>
    public void Resize(PixelSize size)
    {
        if (IsPossible(size))
        {
            _native?.Resize(size);
        }
    }

    /// <summary>Shows a window that was hidden.</summary>
    public void Show() => _native?.SetShown(true);

    /// <summary>Hides the window; it does not paint until it is shown.</summary>
    public void Hide() => _native?.SetShown(false);

    /// <summary>Closes the window, also when its parent or the window system is gone. Gives the host the edits that remain.</summary>
    public void Close()
    {
        INativeWindow? native = _native;
        _native = null;
        if (native != null)
        {
            native.Dispose();
            Idle();
        }
    }

    /// <summary>Closes the window.</summary>
    public void Dispose() => Close();

    private static bool IsPossible(PixelSize size) => size is { Width: > 0 and <= MaxLength, Height: > 0 and <= MaxLength };

    private static INativeWindow CreateNative(WindowSetup setup)
    {
        if (OperatingSystem.IsWindows())
        {
            return new Win32EditorWindow(setup);
        }

        return OperatingSystem.IsLinux()
            ? new X11EditorWindow(setup)
            : throw new WindowSystemException("The editor has no window for this system.");
    }

    private void PostSizeRequest(PixelSize size) => _edits.Post(() =>
    {
        // The window may have closed since.
        if (IsOpen && _host.RequestSize(size))
        {
            Resize(size);
        }
    });
}
