namespace DrumSpace.Editor.Windows;

/// <summary>A key that was pressed, or that repeats.</summary>
/// <param name="Key">Which.</param>
/// <param name="Character">The character that it types; '\0' for none. Space types ' '.</param>
/// <param name="Modifiers">The modifier keys that are down.</param>
public readonly record struct KeyInput(Key Key, char Character = '\0', Modifiers Modifiers = Modifiers.None);
