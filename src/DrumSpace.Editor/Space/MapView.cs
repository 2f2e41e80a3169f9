using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Editor.Widgets;
using DrumSpace.Editor.Windows;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>
/// The model's map. A click goes to a place, a drag travels; the wheel enlarges, the middle button moves the map; the arrow keys walk.
/// While a path is drawn, a drag draws it.
/// </summary>
internal sealed class MapView : Widget, IDisposable
{
    private const float Inset = 14;
    private const float ToolbarHeight = 40;
    private const float KeyStep = 0.01f;
    private const float DragStart = 4;

    private readonly IWidgetHost _host;
    private readonly KnobSetter _knobs;
    private readonly HoverCard _card;
    private readonly PathDrawing _path;
    private readonly ProgramMarks _marks;
    private readonly FoundMarks _found;
    private readonly MapLayer _layer;
    private readonly Trail _trail = new();
    private SpaceMap? _map;
    private MapGuide? _guide;
    private IReadOnlyList<(string Name, GenreFamily Family, SKPoint Place)> _labels = [];
    private MapViewport _view;
    private SKPoint _place;
    private Knobs _placedKnobs;
    private SKPoint? _hovered;
    private SKPoint? _grabbed;
    private SKPoint? _clicked;
    private bool _isTravelling;

    /// <summary>Makes a map.</summary>
    public MapView(IWidgetHost host, PathDrawing path, FoundMarks found)
    {
        _host = host;
        _knobs = new KnobSetter(host.Model.Parameters);
        _card = new HoverCard(host.Model);
        _marks = new ProgramMarks(host.Model);
        _layer = new MapLayer(PaintMarks);
        (_path, _found) = (path, found);
    }

    /// <inheritdoc/>
    public override string Name => "Map";

    /// <inheritdoc/>
    public override string Role => "map";

    /// <inheritdoc/>
    public override string Value => $"{_place.X:0.000}, {_place.Y:0.000}";

    /// <inheritdoc/>
    public override string Range => "0 to 1, 0 to 1";

    /// <inheritdoc/>
    public override bool IsFocusable => _map != null;

    /// <inheritdoc/>
    public override CursorShape Cursor => CursorShape.Cross;

    private SKRect Place => new(Bounds.Left + Inset, Bounds.Top + Inset, Bounds.Right - Inset, Bounds.Bottom - ToolbarHeight);

    /// <inheritdoc/>
    public override bool Follow(long milliseconds)
    {
        bool isNew = !ReferenceEquals(_map, _host.Model.Space.Map);
        if (isNew)
        {
            _map = _host.Model.Space.Map;
            _guide = _map == null ? null : new MapGuide(_map);
            _labels = _map == null ? [] : GenreLabels.Of(_map);
            _view = new MapViewport(Place);
            _trail.Clear();
        }

        if (_guide == null)
        {
            return isNew;
        }

        bool hasMarks = _marks.Follow(_guide, isNew);
        if (hasMarks || isNew)
        {
            _layer.Invalidate();
        }

        bool isOther = hasMarks | _path.Follow(_guide, isNew) | _found.Follow(_guide, isNew);
        Knobs played = _host.Model.Playing.Knobs;
        if (isNew || !((ReadOnlySpan<float>)played).SequenceEqual(_placedKnobs))
        {
            _placedKnobs = played;

            // The hand knows better where it is than the way back from the coordinates does.
            if (!_isTravelling)
            {
                _place = _guide.PlaceOf(played);
            }

            _trail.Add(_place);
            isOther = true;
        }

        return isNew || isOther;
    }

    /// <inheritdoc/>
    public override void Paint(Painter painter, in WidgetState state)
    {
        Theme theme = painter.Theme;
        painter.Fill(Bounds, theme.Well, 8);
        if (_map is not { } map)
        {
            painter.Text("No map: the model has none, or is not loaded.", Bounds.MidX, Bounds.MidY, theme.Quiet, TextStyle.Label, Align.Center);
            return;
        }

        SKCanvas canvas = painter.Canvas;
        canvas.Save();
        canvas.ClipRect(Bounds);
        _layer.Paint(painter, map, _view, Bounds);
        _trail.Paint(painter, _view);
        _path.Paint(painter, _view);
        _found.Paint(painter, _view);
        SKPoint here = _view.ToWindow(_place.X, _place.Y);
        painter.Disc(here.X, here.Y, 10, theme.Well.WithAlpha(190));
        painter.Circle(here.X, here.Y, 9, theme.Accent, 3);
        painter.Disc(here.X, here.Y, 3.5f, theme.Text);
        canvas.Restore();
        painter.Frame(Bounds, state.IsFocused ? theme.Focus : theme.Line, 8, state.IsFocused ? 2 : 1);
        _card.Paint(painter, Bounds);
    }

    /// <inheritdoc/>
    public override void Press(in Hand hand)
    {
        if (_guide == null)
        {
            return;
        }

        if (hand.Button == PointerButton.Left)
        {
            _card.Hide();
            if (_path.IsDrawing)
            {
                _path.Begin(_view.ToMap(hand.X, hand.Y));
            }
            else if (_found.At(_view, hand.X, hand.Y) != null || _marks.At(_view, hand.X, hand.Y) != null)
            {
                // A click means the mark; a drag that begins there travels as from anywhere.
                _clicked = new SKPoint(hand.X, hand.Y);
            }
            else
            {
                BeginTravel(hand);
            }
        }
        else if (hand.Button == PointerButton.Middle)
        {
            _grabbed = _view.ToMap(hand.X, hand.Y);
        }
        else
        {
            OpenMenu(hand.X, hand.Y);
        }
    }

    /// <inheritdoc/>
    public override void Move(in Hand hand, bool isHeld)
    {
        if (_guide is not { } guide)
        {
            return;
        }

        if (_grabbed is { } grabbed)
        {
            SKPoint now = _view.ToMap(hand.X, hand.Y);
            _view = _view.Moved(_view.CenterX + grabbed.X - now.X, _view.CenterY + grabbed.Y - now.Y, _view.Zoom);
        }
        else if (_path.IsBegun)
        {
            _path.Go(_view.ToMap(hand.X, hand.Y));
        }
        else if (_clicked is { } from && Math.Abs(hand.X - from.X) + Math.Abs(hand.Y - from.Y) >= DragStart)
        {
            _clicked = null;
            BeginTravel(hand);
        }
        else if (_isTravelling)
        {
            Travel(hand.X, hand.Y);
        }
        else if (!isHeld)
        {
            Hover(guide, hand);
        }

        _host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override void Release(in Hand hand)
    {
        _grabbed = null;
        if (_path.IsBegun && _guide is { } guide)
        {
            _path.End(guide);
        }

        if (_clicked is { } clicked)
        {
            _clicked = null;
            GoToMark(clicked);
        }

        if (_isTravelling)
        {
            _isTravelling = false;
            _knobs.End();
        }

        _host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override void Leave()
    {
        _hovered = null;
        _card.Hide();
        _host.Invalidate(this);
    }

    /// <inheritdoc/>
    public override bool Scroll(in Hand hand, double notches)
    {
        _view = _view.ZoomedAt(hand.X, hand.Y, MathF.Pow(1.25f, (float)notches));
        _card.Hide();
        _host.Invalidate(this);
        return true;
    }

    /// <inheritdoc/>
    public override bool Press(in KeyInput key)
    {
        (float x, float y) = key.Key switch
        {
            Key.Left => (-KeyStep, 0f), Key.Right => (KeyStep, 0f), Key.Up => (0f, -KeyStep), Key.Down => (0f, KeyStep), _ => (0f, 0f),
        };
        if (_guide == null || (x == 0 && y == 0))
        {
            return false;
        }

        float way = (key.Modifiers & Modifiers.Shift) != 0 ? 0.2f : 1;
        SKPoint to = _view.ToWindow(Math.Clamp(_place.X + (x * way), 0, 1), Math.Clamp(_place.Y + (y * way), 0, 1));
        _isTravelling = true;
        _knobs.Begin();
        Travel(to.X, to.Y);
        _knobs.End();
        _placedKnobs = _host.Model.Playing.Knobs;
        _isTravelling = false;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _layer.Dispose();

    private void BeginTravel(in Hand hand)
    {
        _isTravelling = true;
        _knobs.Begin();
        Travel(hand.X, hand.Y);
    }

    private void GoToMark(SKPoint at)
    {
        if (_found.At(_view, at.X, at.Y) is { } found)
        {
            _knobs.Go(found.Knobs);
        }
        else if (_marks.At(_view, at.X, at.Y) is { } program)
        {
            _host.Model.Programs.Select(program.Number);
        }
    }

    private void Travel(float x, float y)
    {
        SKPoint to = _view.ToMap(x, y);
        _place = new SKPoint(Math.Clamp(to.X, 0, 1), Math.Clamp(to.Y, 0, 1));
        _found.Clear();
        _knobs.Set(_guide!.KnobsAt(_place.X, _place.Y));
        _host.Invalidate(this);
    }

    private void OpenMenu(float x, float y)
    {
        SKRect at = SKRect.Create(x, y, 1, 1);
        _host.Open(new Menu(_host, "Map", at,
        [
            new MenuItem("Go to a copied place…", () => _host.Open(new TextEntry(
                _host, "Place", SKRect.Create(x, y, 340, 32), "", line => _host.Model.Space.GoTo(line.Trim())))),
            new MenuItem("Show the whole map", () => _view = new MapViewport(Place)),
            new MenuItem("Forget the path", () => _host.Model.Space.Path = []),
            new MenuItem("Forget what was found", _found.Clear),
        ]));
    }

    private void Hover(MapGuide guide, in Hand hand)
    {
        SKPoint at = new(hand.X, hand.Y);
        if (_hovered == at)
        {
            return;
        }

        _hovered = at;
        if (_found.At(_view, hand.X, hand.Y) is { } found)
        {
            _card.Show(found.Knobs, "found", at);
        }
        else if (_marks.At(_view, hand.X, hand.Y) is { } program)
        {
            _card.Show(program.Knobs, program.Name, at);
        }
        else
        {
            SKPoint to = _view.ToMap(hand.X, hand.Y);
            int nearest = guide.NearestTo(to.X, to.Y);
            _card.Show(guide.KnobsAt(to.X, to.Y), Genres.NameOf(_map!.Genres[_map.Points[nearest].Genre]), at);
        }
    }

    private void PaintMarks(Painter painter)
    {
        _marks.Paint(painter, _view, Bounds);
        bool isLight = painter.Theme == Theme.Light;
        for (int index = 0; index < _labels.Count; index++)
        {
            (string name, GenreFamily family, SKPoint place) = _labels[index];
            SKPoint at = _view.ToWindow(place.X, place.Y);
            float width = painter.Measure(name, TextStyle.Strong) + 14;
            if (_view.Zoom == 1)
            {
                at.X = Math.Clamp(at.X, Bounds.Left + (width / 2) + 4, Bounds.Right - (width / 2) - 4);
            }

            painter.Fill(SKRect.Create(at.X - (width / 2), at.Y - 10, width, 20), painter.Theme.Well.WithAlpha(215), 10);
            painter.Disc(at.X - (width / 2) + 7, at.Y, 3, Genres.ColorOf(family, isLight));
            painter.Text(name, at.X + 4, at.Y, painter.Theme.Text, TextStyle.Strong, Align.Center);
        }
    }
}
