namespace DrumSpace.Editor.Windows;

/// <summary>What a window does for its content. Called by the thread that owns the window.</summary>
public interface IWindow
{
    /// <summary>
    /// Begins to drag a file out of the window, while the button that was pressed is held. <see cref="IWindowContent.EndDrag"/> ends it,
    /// possibly at once; no <see cref="IWindowContent.Release"/> comes for that press.
    /// </summary>
    /// <param name="path">The full path of a file that is there.</param>
    void BeginDrag(string path);

    /// <summary>Puts a text into the clipboard.</summary>
    void CopyText(string text);

    /// <summary>Asks for the clipboard's text, which may come at once, later, or never where there is none.</summary>
    /// <param name="paste">Takes it, on this thread.</param>
    void PasteText(Action<string> paste);

    /// <summary>The size of the screen that windows have to fit on.</summary>
    PixelSize Screen { get; }

    /// <summary>Asks the host for another size; the window follows if the host agrees.</summary>
    void RequestSize(PixelSize size);
}
