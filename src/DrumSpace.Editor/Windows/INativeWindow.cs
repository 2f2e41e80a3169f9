namespace DrumSpace.Editor.Windows;

/// <summary>A system's window, as <see cref="EditorWindow"/> uses it. A system implements this once.</summary>
/// <remarks>
/// All members are the host's thread's. X11's window has a thread of its own, which calls the content; no member waits for it but
/// <see cref="IDisposable.Dispose"/>, which ends the thread, then destroys the window, if it is still there. On Windows the content is
/// called on the host's thread. An object opens once.
/// </remarks>
internal interface INativeWindow : IDisposable
{
    /// <summary>Whether the window is there: neither closed by the user nor destroyed together with its parent.</summary>
    bool IsOpen { get; }

    /// <summary>Makes the window, paints it and shows it; from now on it runs the content.</summary>
    /// <param name="parent">The window to be a child of; 0 for a window of its own.</param>
    /// <param name="size">The size in pixels.</param>
    /// <exception cref="WindowSystemException">It cannot be made.</exception>
    void Open(nint parent, PixelSize size);

    /// <summary>Handles what the system has for the window, where nothing else does: a host's message loop, or a thread.</summary>
    void Pump();

    /// <summary>Gives the window another size, soon.</summary>
    void Resize(PixelSize size);

    /// <summary>Shows or hides the window, soon.</summary>
    void SetShown(bool isShown);
}
