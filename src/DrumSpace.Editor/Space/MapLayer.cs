using DrumSpace.Editor.Model;
using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>
/// What of a map does not move, its points with what marks them, as a picture that is painted once for a size, a view and a theme, and then
/// only copied.
/// </summary>
/// <param name="paintMarks">Paints what lies over the points.</param>
internal sealed class MapLayer(Action<Painter> paintMarks) : IDisposable
{
    private const float PointSize = 2.6f;

    private SKSurface? _surface;
    private (SpaceMap Map, SKSizeI Size, MapViewport View, Theme Theme) _made;
    private bool _isOld = true;

    /// <summary>The marks look otherwise.</summary>
    public void Invalidate() => _isOld = true;

    /// <summary>Paints the map.</summary>
    /// <param name="painter">The painter.</param>
    /// <param name="map">The map.</param>
    /// <param name="view">What of the map is seen, and where.</param>
    /// <param name="clip">The place that it fills.</param>
    public void Paint(Painter painter, SpaceMap map, in MapViewport view, SKRect clip)
    {
        SKCanvas canvas = painter.Canvas;
        SKMatrix matrix = canvas.TotalMatrix;
        SKRect pixels = matrix.MapRect(clip);
        SKSizeI size = new((int)MathF.Ceiling(pixels.Width), (int)MathF.Ceiling(pixels.Height));
        if (_isOld || _surface == null || !ReferenceEquals(_made.Map, map) || _made.Size != size || _made.View != view || _made.Theme != painter.Theme)
        {
            Make(painter, map, size, view, clip, matrix.ScaleX);
            painter.Begin(canvas);
        }

        canvas.Save();
        canvas.ResetMatrix();
        _surface!.Draw(canvas, MathF.Round(pixels.Left), MathF.Round(pixels.Top), null);
        canvas.Restore();
    }

    /// <inheritdoc/>
    public void Dispose() => _surface?.Dispose();

    private void Make(Painter painter, SpaceMap map, SKSizeI size, in MapViewport view, SKRect clip, float scale)
    {
        if (_surface == null || _made.Size != size)
        {
            _surface?.Dispose();
            _surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height));
        }

        _made = (map, size, view, painter.Theme);
        _isOld = false;
        SKCanvas canvas = _surface.Canvas;
        canvas.ResetMatrix();
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(scale);
        canvas.Translate(-clip.Left, -clip.Top);
        bool isLight = painter.Theme == Theme.Light;
        List<SKPoint>[] places = [.. Enumerable.Range(0, Enum.GetValues<GenreFamily>().Length).Select(_ => new List<SKPoint>())];
        GenreFamily[] families = [.. map.Genres.Select(Genres.FamilyOf)];
        foreach (SpacePoint point in map.Points)
        {
            places[(int)families[point.Genre]].Add(view.ToWindow(point.X, point.Y));
        }

        using SKPaint paint = new() { IsAntialias = true, StrokeWidth = PointSize * MathF.Sqrt(view.Zoom), StrokeCap = SKStrokeCap.Round };
        for (int family = 0; family < places.Length; family++)
        {
            paint.Color = Genres.ColorOf((GenreFamily)family, isLight).WithAlpha(family == 0 ? (byte)150 : (byte)215);
            canvas.DrawPoints(SKPointMode.Points, [.. places[family]], paint);
        }

        painter.Begin(canvas);
        paintMarks(painter);
    }
}
