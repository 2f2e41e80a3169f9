using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>For a model without a map: the plane of two of its axes. A drag moves both; the right button chooses other axes.</summary>
internal sealed class PlaneView : Widget
{
    private const float Inset = 24;
    private const float ToolbarHeight = 62;
    private const float KeyStep = 0.01f;

    private static readonly WidgetAction[] PlaneActions = [WidgetAction.Menu];

    private readonly IWidgetHost _host;
    private readonly EditorParameter[] _axes;
    private readonly Trail _trail = new();
    private int _across;
    private int _up = 1;
    private Knobs _played;
    private bool _isDragged;

    /// <summary>Makes a plane.</summary>
    public PlaneView(IWidgetHost host)
    {
        _host = host;
        _axes = [.. Enumerable.Range(1, Latent.Dimensions).Select(axis => host.Model.Parameters.Named($"z{axis}"))];
    }

    /// <inheritdoc/>
    public override string Name => "Plane";

    /// <inheritdoc/>
    public override string Role => "plane";

    /// <inheritdoc/>
    public override string Value => $"{NameOf(_across)} {ValueOf(_across):0.000}, {NameOf(_up)} {ValueOf(_up):0.000}";

    /// <inheritdoc/>
    public override string Range => "0 to 1, 0 to 1";

    /// <inheritdoc/>
    public override IReadOnlyList<WidgetAction> Actions => PlaneActions;

    /// <inheritdoc/>
    public override bool IsFocusable => true;

    /// <inheritdoc/>
    public override CursorShape Cursor => CursorShape.Cross;

    private SKRect Place => new(Bounds.Left + Inset, Bounds.Top + Inset, Bounds.Right - Inset, Bounds.Bottom - ToolbarHeight);

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        Knobs played = _host.Model.Playing.Knobs;
        if (((ReadOnlySpan<float>)played).SequenceEqual(_played))
        {
            return false;
        }

        _played = played;
        _trail.Add(new SKPoint(played[_across], 1 - played[_up]));
        return true;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        SKRect place = Place;
        painter.Fill(Bounds, theme.Well, 8);
        for (int line = 0; line <= 8; line++)
        {
            float x = place.Left + (place.Width * line / 8), y = place.Top + (place.Height * line / 8);
            painter.Line(x, place.Top, x, place.Bottom, theme.Cell);
            painter.Line(place.Left, y, place.Right, y, theme.Cell);
        }

        painter.Text(NameOf(_across), place.MidX, place.Bottom + 12, theme.Quiet, TextStyle.Label, Align.Center);
        painter.Text(NameOf(_up), place.Left, place.Top - 11, theme.Quiet, TextStyle.Label);
        MapViewport view = new(place);
        _trail.Paint(painter, view);
        SKPoint here = view.ToWindow(_played[_across], 1 - _played[_up]);
        painter.Circle(here.X, here.Y, 9, theme.Accent, 3);
        painter.Disc(here.X, here.Y, 3.5f, theme.Text);
        painter.Frame(Bounds, state.IsFocused ? theme.Focus : theme.Line, 8, state.IsFocused ? 2 : 1);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (hand.Button == PointerButton.Right)
        {
            OpenAxes();
        }
        else if (hand.Button == PointerButton.Left)
        {
            _isDragged = true;
            _host.Model.Parameters.Begin(_axes[_across].Index);
            _host.Model.Parameters.Begin(_axes[_up].Index);
            Move(hand, isHeld: true);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_isDragged)
        {
            SKPoint to = new MapViewport(Place).ToMap(hand.X, hand.Y);
            Set(to.X, 1 - to.Y);
        }
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        if (_isDragged)
        {
            _isDragged = false;
            _host.Model.Parameters.End(_axes[_across].Index);
            _host.Model.Parameters.End(_axes[_up].Index);
        }
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        (float x, float y) = key.Key switch
        {
            Key.Left => (-KeyStep, 0f), Key.Right => (KeyStep, 0f), Key.Up => (0f, KeyStep), Key.Down => (0f, -KeyStep), _ => (0f, 0f),
        };
        if (x == 0 && y == 0)
        {
            return key.Key == Key.Menu && OpenAxes();
        }

        _host.Model.Parameters.Begin(_axes[_across].Index);
        _host.Model.Parameters.Begin(_axes[_up].Index);
        Set(ValueOf(_across) + x, ValueOf(_up) + y);
        _host.Model.Parameters.End(_axes[_across].Index);
        _host.Model.Parameters.End(_axes[_up].Index);
        return true;
    }

    private void Set(float x, float y)
    {
        _host.Model.Parameters.Set(_axes[_across].Index, Math.Clamp(x, 0, 1));
        _host.Model.Parameters.Set(_axes[_up].Index, Math.Clamp(y, 0, 1));
        _host.Invalidate(this);
    }

    private float ValueOf(int axis) => _host.Model.Parameters[_axes[axis].Index];

    private string NameOf(int axis)
    {
        IReadOnlyList<AxisName> names = _host.Model.Space.Axes;
        return axis < names.Count ? names[axis].Name : _axes[axis].Name;
    }

    private bool OpenAxes()
    {
        List<MenuItem> items = [];
        for (int across = 0; across < _axes.Length; across++)
        {
            for (int up = across + 1; up < _axes.Length; up++)
            {
                (int x, int y) = (across, up);
                items.Add(new MenuItem($"{NameOf(x)} and {NameOf(y)}", () =>
                {
                    (_across, _up) = (x, y);
                    _trail.Clear();
                    _host.Invalidate(this);
                }, (x, y) == (_across, _up)));
            }
        }

        _host.Open(new Menu(_host, "Axes", SKRect.Create(Bounds.MidX, Bounds.MidY, 10, 10), items));
        return true;
    }
}
