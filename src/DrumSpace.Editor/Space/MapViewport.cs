using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>What of a map is seen: its middle and how much it is enlarged.</summary>
/// <param name="Place">Where the whole map lies on the window at a zoom of 1.</param>
/// <param name="CenterX">The place on the map that is in the middle, 0 to 1.</param>
/// <param name="CenterY">The same downwards.</param>
/// <param name="Zoom">How much it is enlarged, 1 to <see cref="MaxZoom"/>.</param>
internal readonly record struct MapViewport(SKRect Place, float CenterX = 0.5f, float CenterY = 0.5f, float Zoom = 1)
{
    /// <summary>The greatest zoom.</summary>
    public const float MaxZoom = 12;

    /// <summary>Where a place of the map lies on the window.</summary>
    public SKPoint ToWindow(float x, float y) =>
        new(Place.MidX + ((x - CenterX) * Place.Width * Zoom), Place.MidY + ((y - CenterY) * Place.Height * Zoom));

    /// <summary>The place of the map at a point of the window.</summary>
    public SKPoint ToMap(float x, float y) =>
        new(CenterX + ((x - Place.MidX) / (Place.Width * Zoom)), CenterY + ((y - Place.MidY) / (Place.Height * Zoom)));

    /// <summary>Enlarges it around a point of the window, which stays where it is.</summary>
    public MapViewport ZoomedAt(float x, float y, float factor)
    {
        SKPoint fixedPoint = ToMap(x, y);
        float zoom = Math.Clamp(Zoom * factor, 1, MaxZoom);
        return Moved(
            fixedPoint.X - ((x - Place.MidX) / (Place.Width * zoom)), fixedPoint.Y - ((y - Place.MidY) / (Place.Height * zoom)), zoom);
    }

    /// <summary>Moves the middle, so far that the map still fills the place.</summary>
    public MapViewport Moved(float centerX, float centerY, float zoom)
    {
        float half = 0.5f / zoom;
        return this with { CenterX = Math.Clamp(centerX, half, 1 - half), CenterY = Math.Clamp(centerY, half, 1 - half), Zoom = zoom };
    }
}
