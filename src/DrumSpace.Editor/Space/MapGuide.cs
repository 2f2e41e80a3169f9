using DrumSpace.Editor.Model;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Space;

/// <summary>
/// Leads from a place on the map to coordinates and back. The map lays out some of the space's points; between them both ways are the means
/// of the nearest points, weighted by nearness, so that a hand that travels changes the pattern little by little.
/// </summary>
/// <remarks>Allocates nothing, unless a member says so.</remarks>
internal sealed class MapGuide(SpaceMap map)
{
    private const int Neighbours = 6;

    // Neighbours on the map that are further apart in the space than this part of a knob's travel are other patterns: no mean of them is
    // on the way.
    private const float MaxKnobDistance = 0.25f;

    // The same on the map, in parts of its side.
    private const float MaxMapDistance = 0.06f;

    /// <summary>The map.</summary>
    public SpaceMap Map => map;

    /// <summary>The coordinates of a place on the map.</summary>
    /// <param name="x">0, the left, to 1.</param>
    /// <param name="y">0, the top, to 1.</param>
    public Knobs KnobsAt(float x, float y)
    {
        Span<int> near = stackalloc int[Neighbours];
        Span<float> distances = stackalloc float[Neighbours];
        int count = NearestOnMap(x, y, near, distances);
        if (count == 0)
        {
            return default;
        }

        Knobs first = map.Points[near[0]].Knobs;
        Knobs mean = default;
        float total = 0;
        for (int index = 0; index < count; index++)
        {
            Knobs knobs = map.Points[near[index]].Knobs;
            if (DistanceSquared(knobs, first) <= MaxKnobDistance * MaxKnobDistance)
            {
                float weight = 1 / (distances[index] + 1e-7f);
                total += weight;
                for (int axis = 0; axis < Latent.Dimensions; axis++)
                {
                    mean[axis] += weight * knobs[axis];
                }
            }
        }

        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            mean[axis] /= total;
        }

        return mean;
    }

    /// <summary>Where coordinates lie on the map, 0 to 1 each way.</summary>
    public SKPoint PlaceOf(in Knobs knobs)
    {
        Span<int> near = stackalloc int[Neighbours];
        Span<float> distances = stackalloc float[Neighbours];
        near.Fill(-1);
        distances.Fill(float.MaxValue);
        ReadOnlySpan<SpacePoint> points = map.Points;
        for (int index = 0; index < points.Length; index++)
        {
            Insert(near, distances, index, DistanceSquared(points[index].Knobs, knobs));
        }

        if (near[0] < 0)
        {
            return new SKPoint(0.5f, 0.5f);
        }

        SpacePoint first = points[near[0]];
        float x = 0, y = 0, total = 0;
        for (int index = 0; index < Neighbours && near[index] >= 0; index++)
        {
            SpacePoint point = points[near[index]];
            if (MathF.Abs(point.X - first.X) + MathF.Abs(point.Y - first.Y) <= MaxMapDistance)
            {
                float weight = 1 / (distances[index] + 1e-9f);
                (x, y, total) = (x + (weight * point.X), y + (weight * point.Y), total + weight);
            }
        }

        return new SKPoint(x / total, y / total);
    }

    /// <summary>Where things lie on the map. Allocates.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="things">The things.</param>
    /// <param name="knobsOf">The coordinates of one.</param>
    public SKPoint[] PlacesOf<T>(IReadOnlyList<T> things, Func<T, Knobs> knobsOf) => [.. things.Select(thing => PlaceOf(knobsOf(thing)))];

    /// <summary>The point that lies nearest to a place on the map.</summary>
    /// <param name="x">0, the left, to 1.</param>
    /// <param name="y">0, the top, to 1.</param>
    /// <returns>Its index; -1 for an empty map.</returns>
    public int NearestTo(float x, float y)
    {
        Span<int> near = stackalloc int[1];
        Span<float> distances = stackalloc float[1];
        return NearestOnMap(x, y, near, distances) == 0 ? -1 : near[0];
    }

    private static float DistanceSquared(in Knobs one, in Knobs other)
    {
        float sum = 0;
        ReadOnlySpan<float> a = one, b = other;
        for (int axis = 0; axis < a.Length; axis++)
        {
            float way = a[axis] - b[axis];
            sum += way * way;
        }

        return sum;
    }

    private static void Insert(Span<int> near, Span<float> distances, int index, float distance)
    {
        int at = near.Length;
        while (at > 0 && distance < distances[at - 1])
        {
            at--;
        }

        if (at < near.Length)
        {
            near[at..^1].CopyTo(near[(at + 1)..]);
            distances[at..^1].CopyTo(distances[(at + 1)..]);
            (near[at], distances[at]) = (index, distance);
        }
    }

    private int NearestOnMap(float x, float y, Span<int> near, Span<float> distances)
    {
        near.Fill(-1);
        distances.Fill(float.MaxValue);
        ReadOnlySpan<SpacePoint> points = map.Points;
        for (int index = 0; index < points.Length; index++)
        {
            float wayX = points[index].X - x, wayY = points[index].Y - y;
            Insert(near, distances, index, (wayX * wayX) + (wayY * wayY));
        }

        return Math.Min(points.Length, near.Length);
    }
}
