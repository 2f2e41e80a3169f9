using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A line of text that is typed.</summary>
/// <param name="host">The window.</param>
/// <param name="name">What is typed.</param>
/// <param name="text">What stands there at first, all selected.</param>
internal sealed class TextField(IWidgetHost host, string name, string text = "") : Widget
{
    // Longer than the paths of any system that users type.
    private const int MaxLength = 1000;
    private const float Inset = 8;

    private int _caret = text.Length;
    private bool _isSelected = text.Length > 0;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Role => "text";

    /// <inheritdoc/>
    public override string Value => Text;

    /// <inheritdoc/>
    public override TypedText? Typed => new TypedText(Text, _caret);

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override CursorShape Cursor => CursorShape.Text;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Called after the text changed.</summary>
    public Action? Changed { get; init; }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        painter.Fill(Bounds, theme.Well, Decoration.Radius);
        painter.Frame(Bounds, state.IsFocused ? theme.Focus : theme.Line, Decoration.Radius);
        painter.Canvas.Save();
        painter.Canvas.ClipRect(new SKRect(Bounds.Left + 2, Bounds.Top, Bounds.Right - 2, Bounds.Bottom));

        // A text that is too long is shifted so far that the caret is in sight.
        float before = painter.Measure(Text[.._caret], TextStyle.Label);
        float x = Bounds.Left + Inset - Math.Max(0, before - Bounds.Width + (2 * Inset));
        if (Text.Length == 0)
        {
            painter.Text(name, x, Bounds.MidY, theme.Quiet, TextStyle.Label);
        }

        float end = x + painter.Measure(Text, TextStyle.Label);
        if (_isSelected)
        {
            painter.Fill(new SKRect(x - 1, Bounds.MidY - 9, end + 1, Bounds.MidY + 9), theme.AccentGround, 2);
        }

        painter.Text(Text, x, Bounds.MidY, theme.Text, TextStyle.Label);
        float caret = x + before + 0.5f;
        painter.Line(caret, Bounds.MidY - 8, caret, Bounds.MidY + 8, theme.Focus, 1.5f);
        painter.Canvas.Restore();
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key.Modifiers == Modifiers.Control && key.Key == Key.Character)
        {
            return PressShortcut(char.ToLowerInvariant(key.Character));
        }

        bool isPlain = (key.Modifiers & (Modifiers.Control | Modifiers.Alt)) == 0;
        bool isText = key.Key == Key.Character && isPlain && !char.IsControl(key.Character);
        bool isEdit = isText || key.Key is Key.Backspace or Key.Delete;
        if (isEdit)
        {
            Edit(key, isText);
        }
        else if (key.Key is Key.Left or Key.Right or Key.Home or Key.End)
        {
            int to = key.Key switch { Key.Left => _caret - 1, Key.Right => _caret + 1, Key.Home => 0, _ => Text.Length };
            (_caret, _isSelected) = (Math.Clamp(to, 0, Text.Length), false);
        }
        else
        {
            return false;
        }

        host.Invalidate(this);
        return true;
    }

    private bool PressShortcut(char letter)
    {
        switch (letter)
        {
            case 'a':
                (_caret, _isSelected) = (Text.Length, Text.Length > 0);
                break;
            case 'c' or 'x' when _isSelected:
                host.Window?.CopyText(Text);
                if (letter == 'x')
                {
                    Insert("");
                }

                break;
            case 'v':
                host.Window?.PasteText(Insert);
                break;
            default:
                return false;
        }

        host.Invalidate(this);
        return true;
    }

    private void Edit(in KeyInput key, bool isText)
    {
        if (_isSelected || isText)
        {
            Insert(isText ? key.Character.ToString() : "");
        }
        else if (key.Key == Key.Backspace && _caret > 0)
        {
            Set(Text.Remove(--_caret, 1));
        }
        else if (key.Key == Key.Delete && _caret < Text.Length)
        {
            Set(Text.Remove(_caret, 1));
        }
    }

    // In place of what is selected. Of several lines, as a file manager copies them, the first.
    private void Insert(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        string line = new([.. (end < 0 ? text : text[..end]).Where(character => !char.IsControl(character))]);
        if (_isSelected)
        {
            (Text, _caret, _isSelected) = ("", 0, false);
        }

        line = line[..Math.Min(line.Length, MaxLength - Text.Length)];
        (int at, _caret) = (_caret, _caret + line.Length);
        Set(Text.Insert(at, line));
    }

    private void Set(string text)
    {
        Text = text;
        Changed?.Invoke();
        host.Invalidate(this);
    }
}
