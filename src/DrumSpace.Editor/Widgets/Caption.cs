using DrumSpace.Editor.Painting;

namespace DrumSpace.Editor.Widgets;

/// <summary>A text that explains what lies beside it.</summary>
/// <param name="text">The text.</param>
/// <param name="style">How it is set.</param>
/// <param name="isQuiet">Whether it stands back.</param>
internal sealed class Caption(string text, TextStyle style, bool isQuiet = true) : Widget
{
    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state) =>
        painter.Text(text, Bounds.Left, Bounds.MidY, isQuiet ? painter.Theme.Quiet : painter.Theme.Text, style);
}
