using DrumSpace.Editor.Painting;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>The way that was just gone through the map, fading.</summary>
internal sealed class Trail
{
    private const int Length = 48;
    private const float MinStep = 0.004f;

    private readonly SKPoint[] _places = new SKPoint[Length];
    private int _count;

    /// <summary>Forgets the way.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a place, 0 to 1 each way.</summary>
    /// <returns>Whether it is another one than the last.</returns>
    public bool Add(SKPoint place)
    {
        if (_count > 0 && Math.Abs(Last.X - place.X) + Math.Abs(Last.Y - place.Y) < MinStep)
        {
            return false;
        }

        _places[_count++ % Length] = place;
        return true;
    }

    /// <summary>Paints the way.</summary>
    public void Paint(Painter painter, in MapViewport view)
    {
        int shown = Math.Min(_count, Length);
        for (int age = shown - 1; age > 0; age--)
        {
            SKPoint from = At(age), to = At(age - 1);
            SKPoint a = view.ToWindow(from.X, from.Y), b = view.ToWindow(to.X, to.Y);
            painter.Line(a.X, a.Y, b.X, b.Y, painter.Theme.Playhead.WithAlpha((byte)(150 * (shown - age) / shown)), 2);
        }
    }

    private SKPoint Last => At(0);

    private SKPoint At(int age) => _places[(_count - 1 - age) % Length];
}
