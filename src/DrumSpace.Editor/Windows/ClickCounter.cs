namespace DrumSpace.Editor.Windows;

/// <summary>Tells double clicks from single ones, on systems that do not.</summary>
/// <remarks>The window's thread.</remarks>
internal sealed class ClickCounter
{
    private const uint Milliseconds = 400;
    private const int Pixels = 4;

    private PointerButton _button;
    private uint _time;
    private int _x;
    private int _y;

    /// <summary>Counts a press.</summary>
    /// <param name="button">The button.</param>
    /// <param name="x">Pixels.</param>
    /// <param name="y">Pixels.</param>
    /// <param name="time">Milliseconds on a clock that may wrap around.</param>
    /// <returns>2 for the second press of a double click, else 1.</returns>
    public int Press(PointerButton button, int x, int y, uint time)
    {
        bool isSecond = button == _button && time - _time <= Milliseconds && Math.Abs(x - _x) <= Pixels && Math.Abs(y - _y) <= Pixels;

        // A third press begins anew.
        (_button, _time, _x, _y) = (isSecond ? PointerButton.None : button, time, x, y);
        return isSecond ? 2 : 1;
    }
}
