namespace DrumSpace.Editor.Widgets;

/// <summary>A text that is being typed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Caret">The caret's place: how many characters are before it.</param>
internal readonly record struct TypedText(string Text, int Caret);
