using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>A window of Windows.</summary>
/// <remarks>
/// All of it, the content included, is on the host's thread, which owns the parent. A child on a thread of its own would join the input
/// queues of both threads, so that either waits for the other: Windows sends messages between parent and child when one is clicked, moved
/// or destroyed, and a host that waits for our thread to end answers none. A timer of the window takes the place of a thread: hosts run a
/// message loop, also during their own dialogs. A drag's loop runs on this thread, too, and goes on delivering the host's messages.
/// </remarks>
/// <param name="setup">What it is made with.</param>
internal sealed class Win32EditorWindow(WindowSetup setup) : INativeWindow
{
    private readonly FailureLog _failures = new(setup.Log);
    private Win32View? _view;

    /// <inheritdoc/>
    public bool IsOpen => _view is { IsGone: false };

    /// <inheritdoc/>
    public void Open(nint parent, PixelSize size)
    {
        try
        {
            SkiaLibrary.Check();
            _view = new Win32View(setup, _failures, parent, size);
            _view.Show();
        }
        catch (DllNotFoundException e)
        {
            throw new WindowSystemException($"A library that the window needs is missing: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Pump() => _view?.Pump();

    /// <inheritdoc/>
    public void Resize(PixelSize size) => _view?.Resize(size);

    /// <inheritdoc/>
    public void SetShown(bool isShown) => _view?.SetShown(isShown);

    /// <inheritdoc/>
    public void Dispose()
    {
        _view?.Dispose();
        _view = null;
    }
}
