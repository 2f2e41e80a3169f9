using DrumSpace.Editor.Widgets;
using SkiaSharp;

namespace DrumSpace.Editor.Accessibility;

/// <summary>A control of the window, or a line of one, as it was when its tree was made. Immutable.</summary>
internal sealed record AccessibleElement
{
    /// <summary>Its number: the same in every tree of a window, and never another element's.</summary>
    public required int Id { get; init; }

    /// <summary>The element that it lies in; 0 for the window.</summary>
    public required int Parent { get; init; }

    /// <summary>Its place among its parent's children.</summary>
    public required int Index { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What kind it is: a widget's role, "window", or "line" for a line of a list.</summary>
    public required string Role { get; init; }

    /// <summary>What it shows.</summary>
    public string Value { get; init; } = "";

    /// <summary>What values it can have; empty for none.</summary>
    public string Range { get; init; } = "";

    /// <summary>A sentence about it; may be empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Where it lies, in pixels of the window; empty for what is out of sight.</summary>
    public SKRectI Bounds { get; init; }

    /// <summary>What it shows as a number; null for what is none.</summary>
    public ControlNumber? Number { get; init; }

    /// <summary>What can be done with it.</summary>
    public IReadOnlyList<WidgetAction> Actions { get; init; } = [];

    /// <summary>The text that is being typed into it; null where none is.</summary>
    public TypedText? Typed { get; init; }

    /// <summary>What holds for it.</summary>
    public AccessibleStates States { get; init; }

    /// <summary>The elements within it, in the order of the keyboard.</summary>
    public IReadOnlyList<int> Children { get; init; } = [];

    /// <summary>Whether all of these hold.</summary>
    public bool Is(AccessibleStates states) => (States & states) == states;
}
