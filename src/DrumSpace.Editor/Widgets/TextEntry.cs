using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Windows;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A text field over the window. Enter takes what was typed.</summary>
internal sealed class TextEntry : Widget
{
    private static readonly WidgetAction[] EntryActions = [WidgetAction.Accept];

    private readonly IWidgetHost _host;
    private readonly TextField _field;
    private readonly Func<string, bool> _take;
    private bool _isRefused;

    /// <summary>Makes an entry.</summary>
    /// <param name="host">The window.</param>
    /// <param name="name">What is typed.</param>
    /// <param name="at">Where.</param>
    /// <param name="text">What stands there at first.</param>
    /// <param name="take">Takes the text; false for one that means nothing, which stays to be corrected.</param>
    public TextEntry(IWidgetHost host, string name, SKRect at, string text, Func<string, bool> take)
    {
        (_host, _take) = (host, take);
        at = Overlays.Place(SKRect.Create(at.Left, at.Top, at.Width, 0), at.Width, at.Height + 12);
        Bounds = at;
        at.Inflate(-6, -6);
        _field = new TextField(host, name, text) { Bounds = at };
    }

    /// <inheritdoc/>
    public override string Name => _field.Name;

    /// <inheritdoc/>
    public override string Role => "text";

    /// <inheritdoc/>
    public override string Value => _field.Value;

    /// <inheritdoc/>
    public override TypedText? Typed => _field.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => EntryActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override CursorShape Cursor => CursorShape.Text;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Overlays.Paint(painter, Bounds);
        _field.Paint(painter, state with { IsFocused = true });
        if (_isRefused)
        {
            painter.Frame(_field.Bounds, painter.Theme.Warning, Decoration.Radius, 2);
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        if (key.Key != Key.Enter)
        {
            _isRefused = false;
            return _field.Press(key);
        }

        _isRefused = !_take(_field.Text);
        if (!_isRefused)
        {
            _host.CloseOverlay();
        }

        _host.Invalidate(this);
        return true;
    }
}
