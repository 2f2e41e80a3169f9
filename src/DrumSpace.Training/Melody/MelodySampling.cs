using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>Samples many melodies at once from a model in training, as <see cref="Inference.Melody.MelodySampler"/> does one by
/// one.</summary>
public static class MelodySampling
{
    private const int BatchSize = 64;

    /// <summary>Samples a melody for each pattern, at temperature 1 and from all notes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">The drums.</param>
    /// <param name="settings">The setting of each melody.</param>
    /// <param name="seed">The first melody's; each further one has the next.</param>
    /// <returns>The tokens of each melody.</returns>
    public static IReadOnlyList<byte[]> Sample(
        MelodyModel model, IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, ulong seed)
    {
        List<byte[]> melodies = [];
        for (int start = 0; start < patterns.Count; start += BatchSize)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            melodies.AddRange(SamplePart(
                model, [.. patterns.Skip(start).Take(BatchSize)], [.. settings.Skip(start).Take(BatchSize)], seed + (ulong)start));
        }

        return melodies;
    }

    private static byte[][] SamplePart(MelodyModel model, Pattern[] patterns, MelodyConditioning[] settings, ulong seed)
    {
        byte[][] melodies = [.. patterns.Select(_ => new byte[MelodyPhrase.StepCount])];
        MelodyDraw[] draws = [.. patterns.Select((_, i) => new MelodyDraw(seed + (ulong)i))];
        int[] previous = new int[melodies.Length];
        Tensor? state = null;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            (Tensor logits, state) = model.Forward(new MelodyBatch(patterns, settings, melodies, step), state);
            float[] rows = TensorValues.Read(logits);
            for (int i = 0; i < melodies.Length; i++)
            {
                Span<float> row = rows.AsSpan(i * MelodyToken.Count, MelodyToken.Count);
                previous[i] = draws[i].Next(row, previous[i], temperature: 1, ScaleDegrees.All);
                melodies[i][step] = (byte)previous[i];
            }
        }

        return melodies;
    }
}
