using DrumSpace.Editor.Accessibility;
using DrumSpace.Editor.Accessibility.AtSpi;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.X11;

/// <summary>A window on an X server, with a connection and a thread of its own.</summary>
/// <param name="setup">What it is made with.</param>
/// <param name="display">The X server's name; null for the one that the environment names.</param>
/// <param name="session">The address of the session's bus; null for the one that the environment names.</param>
internal sealed class X11EditorWindow(WindowSetup setup, string? display = null, string? session = null) : INativeWindow
{
    private readonly WindowRequests _requests = new();
    private readonly FailureLog _failures = new(setup.Log);
    private X11Connection? _connection;
    private X11View? _view;
    private EditorThread? _thread;
    private AtSpiBridge? _bridge;

    /// <inheritdoc/>
    public bool IsOpen => _view is { IsGone: false };

    /// <inheritdoc/>
    public void Open(nint parent, PixelSize size)
    {
        try
        {
            SkiaLibrary.Check();
            _connection = new X11Connection(display);
            X11View view = new(setup, _failures, _connection, (uint)parent, size);
            _view = view;
            _thread = new EditorThread(view, _connection, _requests, _failures);
            if (setup.Content is IAccessibleContent content)
            {
                AccessibilityExchange exchange = new(_thread.Wake);
                view.Tell(content, exchange);
                _bridge = AtSpiBridge.Start(session ?? AccessibilityStatus.SessionAddress, exchange, _failures);
            }

            view.Show();
            _thread.Start();
        }
        catch (DllNotFoundException e)
        {
            throw new WindowSystemException($"A library that the window needs is missing: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Pump()
    {
        // Its thread does.
    }

    /// <inheritdoc/>
    public void Resize(PixelSize size)
    {
        _requests.Resize(size);
        _thread?.Wake();
    }

    /// <inheritdoc/>
    public void SetShown(bool isShown)
    {
        _requests.SetShown(isShown);
        _thread?.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // First of all: it wakes the thread.
        _bridge?.Dispose();
        _requests.Stop();
        _thread?.Dispose();
        _view?.Dispose();
        _connection?.Dispose();
        (_bridge, _thread, _view, _connection) = (null, null, null, null);
    }
}
