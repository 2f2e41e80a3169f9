using SkiaSharp;

namespace DrumSpace.Editor.Windows;

/// <summary>What a window shows and how it answers input, whatever system the window is of.</summary>
/// <remarks>
/// All members are called by the one thread that owns the window, but <see cref="Attach"/> and the first <see cref="Advance"/> and
/// <see cref="Paint"/>, which the host's thread calls before that thread starts. Positions are in pixels of the window. No call may wait
/// for the host or for the audio thread.
/// </remarks>
public interface IWindowContent
{
    /// <summary>Whether keys are wanted at all: while not, they stay with the host.</summary>
    bool WantsKeys { get; }

    /// <summary>What the pointer looks like where it is.</summary>
    CursorShape Cursor { get; }

    /// <summary>The window is there, and gives its services until <see cref="Detach"/>.</summary>
    /// <param name="window">The window's services.</param>
    void Attach(IWindow window);

    /// <summary>The window closes.</summary>
    void Detach();

    /// <summary>Follows what the plugin does. Called before each frame; it does not allocate while nothing changes.</summary>
    /// <param name="milliseconds">Time on a steady clock.</param>
    FrameNeed Advance(long milliseconds);

    /// <summary>Paints the whole window. It allocates nothing when it paints what it painted before with other values.</summary>
    /// <param name="canvas">Its origin is the window's upper left corner.</param>
    /// <param name="size">The window's size.</param>
    void Paint(SKCanvas canvas, PixelSize size);

    /// <summary>A button was pressed.</summary>
    void Press(in PointerInput pointer);

    /// <summary>The pointer moved, with or without a button.</summary>
    void Move(in PointerInput pointer);

    /// <summary>The button that was pressed was released, wherever the pointer is.</summary>
    void Release(in PointerInput pointer);

    /// <summary>The pointer left the window while no button was held.</summary>
    void Leave();

    /// <summary>The wheel turned.</summary>
    /// <param name="pointer">Where the pointer is.</param>
    /// <param name="notches">Notches of the wheel; positive away from the hand.</param>
    void Scroll(in PointerInput pointer, double notches);

    /// <summary>A key was pressed.</summary>
    /// <returns>Whether it was used; the host gets it if not.</returns>
    bool Press(in KeyInput key);

    /// <summary>The window lost the keyboard.</summary>
    void LoseKeys();

    /// <summary>Files are dragged over the window.</summary>
    /// <returns>Whether they would be taken there.</returns>
    bool DragOver(double x, double y);

    /// <summary>What was dragged over the window left it.</summary>
    void DragLeave();

    /// <summary>Files were dropped.</summary>
    /// <param name="paths">Their full paths.</param>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>Whether they were taken.</returns>
    bool Drop(IReadOnlyList<string> paths, double x, double y);

    /// <summary>A drag that <see cref="IWindow.BeginDrag"/> began is over; the button is up.</summary>
    /// <param name="isTaken">Whether something took the file.</param>
    void EndDrag(bool isTaken);
}
