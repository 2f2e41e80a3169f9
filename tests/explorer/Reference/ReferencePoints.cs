using DrumSpace.Music;

namespace DrumSpace.ExplorerReference;

/// <summary>Random points of the space, the same in every run.</summary>
internal static class ReferencePoints
{
    /// <summary>Points in order: every second one without variation.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Other seeds give other points.</param>
    public static PatternPoint[] Make(int count, ulong seed)
    {
        SplitMix64 random = new(seed);
        PatternPoint[] points = new PatternPoint[count];
        for (int i = 0; i < count; i++)
        {
            Knobs knobs = new(random.NextFloat(), random.NextFloat(), random.NextFloat(), random.NextFloat());
            float amount = i % 2 == 0 ? 0 : random.NextFloat();
            points[i] = new PatternPoint(knobs, 1 + random.NextInt(PatternPoint.MaxSeed), amount);
        }

        return points;
    }

    /// <summary>A point as the tests read it.</summary>
    public static object ToValue(this PatternPoint point)
    {
        Knobs knobs = point.Knobs;
        return new { Knobs = ToArray(knobs), Variation = point.Amount, point.Seed };
    }

    /// <summary>Four numbers.</summary>
    public static float[] ToArray(ReadOnlySpan<float> values) => values.ToArray();
}
