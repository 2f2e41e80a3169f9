using DrumSpace.Music;
using DrumSpace.Music.Melody;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>How well a model foresees lines: the mean negative logarithm of the probability that it gave to what came.</summary>
/// <param name="PerStep">In nats a step, over all steps.</param>
/// <param name="Rhythm">In nats a step, of whether a note begins, is held or rests there: the share of the above that is rhythm.</param>
public sealed record MelodyLikelihood(double PerStep, double Rhythm)
{
    private const int LinesAtOnce = 64;

    /// <summary>Measures a model on lines over drums.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">The lines; at least one.</param>
    /// <param name="patterns">The drums that it hears to each line, instead of the line's own; null for those.</param>
    public static MelodyLikelihood Measure(
        MelodyModel model, IReadOnlyList<MelodyExample> examples, IReadOnlyList<Pattern>? patterns = null)
    {
        double sum = 0, rhythm = 0;
        for (int start = 0; start < examples.Count; start += LinesAtOnce)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            MelodyExample[] part = [.. examples.Skip(start).Take(LinesAtOnce)];
            Pattern[] drums = [.. part.Select((example, line) => patterns is null ? example.Pattern : patterns[start + line])];
            var batch = new MelodyBatch(drums, [.. part.Select(example => example.Setting)], [.. part.Select(example => example.Tokens)]);
            float[] logs = model.Say(batch).Logits.log_softmax(1).data<float>().ToArray();
            for (int row = 0; row < logs.Length / MelodyToken.Count; row++)
            {
                ReadOnlySpan<float> probabilities = logs.AsSpan(row * MelodyToken.Count, MelodyToken.Count);
                int token = part[row % part.Length].Tokens[row / part.Length];
                sum -= probabilities[token];
                rhythm -= token < MelodyToken.FirstNote ? probabilities[token] : LogOfNote(probabilities);
            }
        }

        double steps = (double)examples.Count * MelodyPhrase.StepCount;
        return new MelodyLikelihood(sum / steps, rhythm / steps);
    }

    private static double LogOfNote(ReadOnlySpan<float> logs)
    {
        double note = 0;
        foreach (float log in logs[MelodyToken.FirstNote..])
        {
            note += Math.Exp(log);
        }

        return Math.Log(note);
    }
}
