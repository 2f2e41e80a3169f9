using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Melody;

/// <summary>The negative log-likelihood of melodies under a model: the mean over steps of the negative logarithm of the token's
/// probability.</summary>
/// <param name="PerStep">In nats per step.</param>
/// <param name="Rhythm">The part of it that is rhythm, in nats per step: whether the step is an onset, a tie or a rest.</param>
public sealed record MelodyLikelihood(double PerStep, double Rhythm)
{
    private const int BatchSize = 64;

    /// <summary>Measures a model on melodies.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">The melodies; at least one.</param>
    /// <param name="patterns">The drums that each melody is conditioned on, instead of its own; null for its own.</param>
    public static MelodyLikelihood Measure(
        MelodyModel model, IReadOnlyList<MelodyExample> examples, IReadOnlyList<Pattern>? patterns = null)
    {
        double sum = 0, rhythm = 0;
        for (int start = 0; start < examples.Count; start += BatchSize)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            MelodyExample[] part = [.. examples.Skip(start).Take(BatchSize)];
            Pattern[] drums = [.. part.Select((example, i) => patterns is null ? example.Pattern : patterns[start + i])];
            var batch = new MelodyBatch(drums, [.. part.Select(example => example.Setting)], [.. part.Select(example => example.Tokens)]);
            float[] logs = TensorValues.Read(model.Forward(batch).Logits.log_softmax(1));
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

    private static double LogOfNote(ReadOnlySpan<float> logs) =>
        Math.Log(logs[MelodyToken.FirstNote..].ToArray().Sum(log => Math.Exp(log)));
}
