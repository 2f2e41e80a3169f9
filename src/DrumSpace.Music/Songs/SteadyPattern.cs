using System.Numerics;

namespace DrumSpace.Music.Songs;

/// <summary>Tells patterns that can be repeated for a whole section from breaks and patterns that end in silence.</summary>
public static class SteadyPattern
{
    private const int KickOrSnare = 1 << (int)Voice.BassDrum | 1 << (int)Voice.Snare;

    /// <summary>
    /// Whether a pattern passes the entropy filter, has a bass drum or snare in both bars, and neither bar has less than half the hits of
    /// the other.
    /// </summary>
    public static bool Is(in Pattern pattern)
    {
        (int hits, int backbone) = Count(pattern.Masks[..Pattern.StepsPerBar]);
        (int later, int laterBackbone) = Count(pattern.Masks[Pattern.StepsPerBar..]);
        return EntropyFilter.Passes(pattern) && backbone > 0 && laterBackbone > 0 && 2 * Math.Min(hits, later) >= Math.Max(hits, later);
    }

    private static (int Hits, int Backbone) Count(ReadOnlySpan<ushort> bar)
    {
        int hits = 0, backbone = 0;
        foreach (ushort mask in bar)
        {
            hits += BitOperations.PopCount(mask);
            backbone += BitOperations.PopCount((uint)(mask & KickOrSnare));
        }

        return (hits, backbone);
    }
}
