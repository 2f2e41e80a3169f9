using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Widgets;

/// <summary>Something that a key does with a widget that has the keyboard, by name, for programs that press it for a user.</summary>
/// <param name="Name">What it does, in a word or two.</param>
/// <param name="Input">The key.</param>
internal sealed record WidgetAction(string Name, KeyInput Input)
{
    /// <summary>Presses a button.</summary>
    public static readonly WidgetAction Press = new("press", new KeyInput(Key.Enter));

    /// <summary>Switches on or off.</summary>
    public static readonly WidgetAction Toggle = new("toggle", new KeyInput(Key.Character, ' '));

    /// <summary>Opens a list to choose from.</summary>
    public static readonly WidgetAction Open = new("open", new KeyInput(Key.Enter));

    /// <summary>Opens a field to type a value into.</summary>
    public static readonly WidgetAction Edit = new("edit", new KeyInput(Key.Enter));

    /// <summary>Sets the default.</summary>
    public static readonly WidgetAction Default = new("default", new KeyInput(Key.Delete));

    /// <summary>Opens the context menu.</summary>
    public static readonly WidgetAction Menu = new("menu", new KeyInput(Key.Menu));

    /// <summary>Takes what was typed or chosen.</summary>
    public static readonly WidgetAction Accept = new("accept", new KeyInput(Key.Enter));
}
