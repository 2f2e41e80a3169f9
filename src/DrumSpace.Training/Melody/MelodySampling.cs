using DrumSpace.Music;
using DrumSpace.Music.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>Makes up many lines at once with a model in training, as <see cref="Inference.Melody.MelodySampler"/> does one by one.</summary>
public static class MelodySampling
{
    private const int LinesAtOnce = 64;

    /// <summary>Makes up a line for each pattern, at temperature 1 and in any notes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="patterns">The drums.</param>
    /// <param name="settings">The setting of each line.</param>
    /// <param name="seed">Of the first line; each further line has the next.</param>
    /// <returns>The tokens of each line.</returns>
    public static IReadOnlyList<byte[]> Sample(
        MelodyModel model, IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, ulong seed)
    {
        List<byte[]> lines = [];
        for (int start = 0; start < patterns.Count; start += LinesAtOnce)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            lines.AddRange(SamplePart(
                model, [.. patterns.Skip(start).Take(LinesAtOnce)], [.. settings.Skip(start).Take(LinesAtOnce)], seed + (ulong)start));
        }

        return lines;
    }

    private static byte[][] SamplePart(MelodyModel model, Pattern[] patterns, MelodyConditioning[] settings, ulong seed)
    {
        byte[][] lines = [.. patterns.Select(_ => new byte[MelodyPhrase.StepCount])];
        MelodyDraw[] draws = [.. patterns.Select((_, line) => new MelodyDraw(seed + (ulong)line))];
        int[] previous = new int[lines.Length];
        Tensor? state = null;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            (Tensor logits, state) = model.Say(new MelodyBatch(patterns, settings, lines, step), state);
            float[] rows = logits.data<float>().ToArray();
            for (int line = 0; line < lines.Length; line++)
            {
                Span<float> row = rows.AsSpan(line * MelodyToken.Count, MelodyToken.Count);
                previous[line] = draws[line].Next(row, previous[line], temperature: 1, ScaleDegrees.All);
                lines[line][step] = (byte)previous[line];
            }
        }

        return lines;
    }
}
