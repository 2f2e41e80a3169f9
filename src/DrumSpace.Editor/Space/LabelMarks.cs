using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>The names of genres on the map.</summary>
internal sealed class LabelMarks
{
    private IReadOnlyList<(string Name, GenreFamily Family, SKPoint Place)> _labels = [];

    /// <summary>Takes the names of a map; null for none.</summary>
    public void Take(SpaceMap? map) => _labels = map == null ? [] : GenreLabels.Of(map);

    /// <summary>Paints the names; on the whole map all of them lie within its bounds.</summary>
    public void Paint(Painter painter, in MapViewport view, SKRect bounds)
    {
        Theme theme = painter.Theme;
        foreach ((string name, GenreFamily family, SKPoint place) in _labels)
        {
            SKPoint at = view.ToWindow(place.X, place.Y);
            float half = (painter.Measure(name, TextStyle.Strong) + 14) / 2;
            if (view.Zoom == 1)
            {
                at.X = Math.Clamp(at.X, bounds.Left + half + 4, bounds.Right - half - 4);
            }

            painter.Fill(SKRect.Create(at.X - half, at.Y - 10, 2 * half, 20), theme.Well.WithAlpha(215), 10);
            painter.Disc(at.X - half + 7, at.Y, 3, Genres.ColorOf(family, theme == Theme.Light));
            painter.Text(name, at.X + 4, at.Y, theme.Text, TextStyle.Strong, Align.Center);
        }
    }
}
