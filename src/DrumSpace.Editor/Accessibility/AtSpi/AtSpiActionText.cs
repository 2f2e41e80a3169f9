namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>An action in words: D-Bus type (sss).</summary>
/// <param name="Name">What it does.</param>
/// <param name="Description">The same in a sentence; may be empty.</param>
/// <param name="KeyBinding">The key that does it while the element has the keyboard.</param>
internal readonly record struct AtSpiActionText(string Name, string Description, string KeyBinding);
