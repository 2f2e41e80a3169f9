using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>
/// Something on the window that shows a value or takes a hand. It knows no window: positions are in units that the zoom does not change.
/// </summary>
/// <remarks>The window's thread.</remarks>
internal abstract class Widget
{
    /// <summary>What it is called, for those who cannot see it.</summary>
    public virtual string Name => "";

    /// <summary>What kind of control it is, such as "knob"; empty for what is not described.</summary>
    public virtual string Role => "";

    /// <summary>What it shows now. May allocate.</summary>
    public virtual string Value => "";

    /// <summary>What values it can have. May allocate.</summary>
    public virtual string Range => "";

    /// <summary>What it shows as a number; null for what is none. May allocate.</summary>
    public virtual ControlNumber? Number => null;

    /// <summary>Whether it is on; null for what cannot be on or off.</summary>
    public virtual bool? IsChecked => null;

    /// <summary>Whether it does something now.</summary>
    public virtual bool IsUsable => true;

    /// <summary>What keys do with it beside moving its value.</summary>
    public virtual IReadOnlyList<WidgetAction> Actions => [];

    /// <summary>The text that is being typed into it; null where none is.</summary>
    public virtual TypedText? Typed => null;

    /// <summary>
    /// What can be chosen in it, line by line; empty for what is no list. Of a long list those in sight: a screen reader would be late
    /// with the news of hundreds of lines. May allocate.
    /// </summary>
    public virtual IReadOnlyList<string> Lines => [];

    /// <summary>The number of the first of <see cref="Lines"/>, where those before it are left out.</summary>
    public virtual int FirstLine => 0;

    /// <summary>The number of the line that the keyboard is at.</summary>
    public virtual int CurrentLine => 0;

    /// <summary>A sentence about it, shown while the pointer rests on it.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public SKRect Bounds { get; set; }

    /// <summary>Whether it is there now.</summary>
    public bool IsVisible { get; set; } = true;

    /// <summary>Whether keys can reach it.</summary>
    public virtual bool IsFocusable => false;

    /// <summary>What the pointer looks like over it.</summary>
    public virtual CursorShape Cursor => IsFocusable ? CursorShape.Hand : CursorShape.Arrow;

    /// <summary>The widgets within it, in the order of the keyboard and of painting.</summary>
    public virtual IReadOnlyList<Widget> Children => [];

    /// <summary>Whether a hand there is for it.</summary>
    public virtual bool Contains(float x, float y) => Bounds.Contains(x, y);

    /// <summary>Follows the model. Allocates nothing while nothing changes.</summary>
    /// <param name="milliseconds">Time on a steady clock.</param>
    /// <returns>Whether it looks otherwise than when it was painted last.</returns>
    public virtual bool Follow(long milliseconds) => false;

    /// <summary>Paints it without its children, after <see cref="Follow"/> said that it looks otherwise or its state changed.</summary>
    public abstract void Paint(Painter painter, in WidgetState state);

    /// <summary>Paints what moves with the song over it, in every frame.</summary>
    public virtual void PaintMoving(Painter painter)
    {
    }

    /// <summary>A button was pressed on it.</summary>
    public virtual void Press(in Hand hand)
    {
    }

    /// <summary>The pointer moved over it, or anywhere while a button that was pressed on it is held.</summary>
    public virtual void Move(in Hand hand, bool isHeld)
    {
    }

    /// <summary>The button was released.</summary>
    public virtual void Release(in Hand hand)
    {
    }

    /// <summary>The pointer left it.</summary>
    public virtual void Leave()
    {
    }

    /// <summary>The wheel turned over it.</summary>
    /// <returns>Whether it is for it.</returns>
    public virtual bool Scroll(in Hand hand, double notches) => false;

    /// <summary>Sets what <see cref="Number"/> tells, to the nearest possible value.</summary>
    public virtual void SetNumber(double value)
    {
    }

    /// <summary>Where a line of <see cref="Lines"/> lies; empty for one that is out of sight.</summary>
    public virtual SKRect PlaceOfLine(int line) => SKRect.Empty;

    /// <summary>Chooses a line of <see cref="Lines"/>, as a click on it does.</summary>
    public virtual void ChooseLine(int line)
    {
    }

    /// <summary>A key was pressed while it has the keyboard.</summary>
    /// <returns>Whether it was used.</returns>
    public virtual bool Press(in KeyInput key) => false;
}
