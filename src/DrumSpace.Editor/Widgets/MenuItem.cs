namespace DrumSpace.Editor.Widgets;

/// <summary>A line of a menu.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Action">What it does.</param>
/// <param name="IsChosen">Whether it is what is set now.</param>
internal sealed record MenuItem(string Text, Action Action, bool IsChosen = false);
