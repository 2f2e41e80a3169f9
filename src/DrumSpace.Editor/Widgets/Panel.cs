using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>A ground on which widgets lie.</summary>
internal class Panel : Widget
{
    private const float Radius = 8;

    private readonly List<Widget> _children = [];

    /// <summary>Makes a panel.</summary>
    public Panel(SKRect bounds) => Bounds = bounds;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state) => painter.Fill(Bounds, painter.Theme.Panel, Radius);

    /// <summary>Puts a widget on it.</summary>
    /// <typeparam name="T">The kind of widget.</typeparam>
    /// <param name="widget">The widget.</param>
    /// <param name="x">From the panel's left edge.</param>
    /// <param name="y">From its upper edge.</param>
    /// <param name="width">The widget's width.</param>
    /// <param name="height">Its height.</param>
    /// <returns>The widget.</returns>
    protected T Add<T>(T widget, float x, float y, float width, float height)
        where T : Widget
    {
        widget.Bounds = SKRect.Create(Bounds.Left + x, Bounds.Top + y, width, height);
        _children.Add(widget);
        return widget;
    }
}
