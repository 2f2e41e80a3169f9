using DrumSpace.Music;

namespace DrumSpace.Training.Tests;

/// <summary>Seeded random patterns, for tests of arithmetic; other tests use real ones.</summary>
internal static class RandomPatterns
{
    public static Pattern[] Make(int count, ulong seed, float density = 0.12f)
    {
        var random = new SeededRandom(seed);
        var patterns = new Pattern[count];
        var masks = new ushort[Pattern.StepCount];
        for (int i = 0; i < count; i++)
        {
            for (int step = 0; step < masks.Length; step++)
            {
                masks[step] = 0;
                for (int voice = 0; voice < Pattern.VoiceCount; voice++)
                {
                    masks[step] |= (ushort)(random.NextFloat() < density ? 1 << voice : 0);
                }
            }

            patterns[i] = new Pattern(masks);
        }

        return patterns;
    }
}
