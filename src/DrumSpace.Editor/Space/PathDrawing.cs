using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>The path through the space: drawn by hand on the map, and shown there.</summary>
internal sealed class PathDrawing(IEditorModel model)
{
    /// <summary>The most points of a path.</summary>
    public const int MaxPoints = 64;

    private const float MinStep = 0.012f;

    private readonly List<SKPoint> _drawn = [];
    private IReadOnlyList<Knobs>? _path;
    private SKPoint[] _places = [];

    /// <summary>Whether the next drag on the map draws a path.</summary>
    public bool IsDrawing { get; set; }

    /// <summary>Whether one is being drawn.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>The hand begins to draw, at a place of 0 to 1 each way.</summary>
    public void Begin(SKPoint place)
    {
        IsBegun = true;
        _drawn.Clear();
        _drawn.Add(place);
    }

    /// <summary>The hand goes on.</summary>
    public void Go(SKPoint place)
    {
        SKPoint last = _drawn[^1];
        if (Math.Abs(last.X - place.X) + Math.Abs(last.Y - place.Y) >= MinStep)
        {
            _drawn.Add(place);
        }
    }

    /// <summary>The hand ends: what it drew becomes the path. A click without a way draws none.</summary>
    public void End(MapGuide guide)
    {
        (IsBegun, IsDrawing) = (false, false);
        if (_drawn.Count > 1)
        {
            int count = Math.Min(_drawn.Count, MaxPoints);
            Knobs[] path = new Knobs[count];
            for (int index = 0; index < count; index++)
            {
                SKPoint place = _drawn[index * (_drawn.Count - 1) / (count - 1)];
                path[index] = guide.KnobsAt(Math.Clamp(place.X, 0, 1), Math.Clamp(place.Y, 0, 1));
            }

            model.Space.Path = path;
        }

        _drawn.Clear();
    }

    /// <summary>Follows the model's path.</summary>
    /// <returns>Whether it is another.</returns>
    public bool Follow(MapGuide guide, bool isNewMap)
    {
        IReadOnlyList<Knobs> path = model.Space.Path;
        if (ReferenceEquals(path, _path) && !isNewMap)
        {
            return false;
        }

        _path = path;
        _places = guide.PlacesOf(path, knobs => knobs);
        return true;
    }

    /// <summary>Paints the path, and what is being drawn.</summary>
    public void Paint(Painter painter, in MapViewport view)
    {
        Paint(painter, view, _places);
        for (int index = 1; index < _drawn.Count; index++)
        {
            SKPoint from = view.ToWindow(_drawn[index - 1].X, _drawn[index - 1].Y), to = view.ToWindow(_drawn[index].X, _drawn[index].Y);
            painter.Line(from.X, from.Y, to.X, to.Y, painter.Theme.Focus, 3);
        }
    }

    private static void Paint(Painter painter, in MapViewport view, SKPoint[] places)
    {
        for (int index = 0; index < places.Length; index++)
        {
            SKPoint to = view.ToWindow(places[index].X, places[index].Y);
            if (index > 0)
            {
                SKPoint from = view.ToWindow(places[index - 1].X, places[index - 1].Y);
                painter.Line(from.X, from.Y, to.X, to.Y, painter.Theme.Focus, 2.5f);
            }

            if (index == 0 || index == places.Length - 1)
            {
                painter.Disc(to.X, to.Y, 4.5f, painter.Theme.Focus);
            }
        }
    }
}
