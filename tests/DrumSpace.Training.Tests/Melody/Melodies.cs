using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Melody;

namespace DrumSpace.Training.Tests.Melody;

/// <summary>Generated melodies, and models trained on them.</summary>
internal static class Melodies
{
    /// <summary>A note of one step on every bass drum and nowhere else, on one of three pitches at random.</summary>
    public static IReadOnlyList<MelodyExample> OnKicks(int count, int seed)
    {
        var random = new Random(seed);
        return [.. RandomPatterns.Make(count, (ulong)seed, 0.3f).Select(pattern =>
        {
            var setting = new MelodyConditioning(
                (MelodyRole)random.Next(2), random.Next(14), new MusicalKey(random.Next(12), KeyMode.Minor), random.Next(1, 6));
            MelodyPhrase line = default;
            for (int step = 0; step < MelodyPhrase.StepCount; step++)
            {
                line[step] = pattern.Has(Voice.BassDrum, step) ? MelodyStep.NoteOf(setting.Anchor + 5 * random.Next(3)) : MelodyStep.Rest;
            }

            return MelodyExample.Of(pattern, setting, line);
        })];
    }

    /// <summary>Runs a training to its end.</summary>
    public static MelodyTrainer Train(MelodyOptions options, IReadOnlyList<MelodyExample> examples)
    {
        var trainer = new MelodyTrainer(options, examples);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return trainer;
    }
}
