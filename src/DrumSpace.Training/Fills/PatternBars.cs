using DrumSpace.Music;

namespace DrumSpace.Training.Fills;

/// <summary>The two bars of a pattern.</summary>
internal static class PatternBars
{
    /// <summary>The first bar, 16 step masks.</summary>
    public static ReadOnlySpan<ushort> First(this in Pattern pattern) => pattern.Masks[..Pattern.StepsPerBar];

    /// <summary>The second bar, 16 step masks.</summary>
    public static ReadOnlySpan<ushort> Second(this in Pattern pattern) => pattern.Masks[Pattern.StepsPerBar..];

    /// <summary>The pattern of two bars.</summary>
    public static Pattern Join(ReadOnlySpan<ushort> first, ReadOnlySpan<ushort> second) => new([.. first, .. second]);

    /// <summary>The second bar after a silent one: two bars are compared as these.</summary>
    public static Pattern SecondAlone(in Pattern pattern) => Join(new ushort[Pattern.StepsPerBar], pattern.Second());

    /// <summary>The hits of some voices in a bar or a part of it.</summary>
    /// <param name="masks">Step masks.</param>
    /// <param name="voices">Bit v set for <see cref="Voice"/> v.</param>
    public static int Count(ReadOnlySpan<ushort> masks, int voices)
    {
        int count = 0;
        foreach (ushort mask in masks)
        {
            count += int.PopCount(mask & voices);
        }

        return count;
    }
}
