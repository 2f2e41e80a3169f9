using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>The places that "find my beat" found, drawn on the map with their likeness.</summary>
internal sealed class FoundMarks
{
    private const float Radius = 11;

    // Room that a text takes.
    private const float TextWidth = 44;
    private const float TextHeight = 16;

    private IReadOnlyList<FoundPlace> _found = [];
    private SKPoint[] _places = [];
    private string[] _texts = [];
    private bool _isNew;

    /// <summary>What was found, the best first.</summary>
    public IReadOnlyList<FoundPlace> Found
    {
        get => _found;
        set => (_found, _isNew) = (value, true);
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        if (_found.Count > 0)
        {
            Found = [];
        }
    }

    /// <summary>Follows the map.</summary>
    /// <returns>Whether they look otherwise.</returns>
    public bool Follow(MapGuide guide, bool isNewMap)
    {
        if (!_isNew && !isNewMap)
        {
            return false;
        }

        _isNew = false;
        _places = guide.PlacesOf(_found, place => place.Knobs);
        _texts = [.. _found.Select(place => $"{place.Similarity:0 %}")];
        return true;
    }

    /// <summary>The found place at a point of the window; null for none.</summary>
    public FoundPlace? At(in MapViewport view, float x, float y)
    {
        for (int index = 0; index < _places.Length; index++)
        {
            SKPoint at = view.ToWindow(_places[index].X, _places[index].Y);
            if (Math.Abs(at.X - x) < Radius && Math.Abs(at.Y - y) < Radius)
            {
                return _found[index];
            }
        }

        return null;
    }

    /// <summary>Whether a place's likeness is written: not where it would cover that of a better one.</summary>
    /// <param name="view">What of the map is seen.</param>
    /// <param name="index">Which of <see cref="Found"/>.</param>
    public bool HasText(in MapViewport view, int index)
    {
        SKPoint at = view.ToWindow(_places[index].X, _places[index].Y);
        for (int better = 0; better < index; better++)
        {
            SKPoint other = view.ToWindow(_places[better].X, _places[better].Y);
            if (Math.Abs(at.X - other.X) < TextWidth && Math.Abs(at.Y - other.Y) < TextHeight && HasText(view, better))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Paints them, the best on top.</summary>
    public void Paint(Painter painter, in MapViewport view)
    {
        Theme theme = painter.Theme;
        for (int index = _places.Length - 1; index >= 0; index--)
        {
            SKPoint at = view.ToWindow(_places[index].X, _places[index].Y);
            painter.Disc(at.X, at.Y, Radius, theme.Well);
            painter.Circle(at.X, at.Y, Radius, theme.Focus, 2);
            if (HasText(view, index))
            {
                painter.Text(_texts[index], at.X, at.Y - Radius - 8, theme.Text, TextStyle.Strong, Align.Center);
            }
        }
    }
}
