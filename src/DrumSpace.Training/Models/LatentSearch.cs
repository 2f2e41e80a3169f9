using DrumSpace.Music;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// Finds the latent of a pattern by search: the best of thousands of known latents, then the best of random points around it, in three
/// rounds with shrinking deviations. The criterion is Dice's coefficient of the decoded and thresholded pattern and the given one, which is
/// the F1 of the one as a prediction of the other.
/// </summary>
/// <remarks>
/// The search evaluates the decoder itself and finds better points than a trained encoder does for patterns it has not seen. It takes
/// milliseconds, so it is for looking patterns up, not for the audio thread. It expects axes with a deviation near 1.
/// </remarks>
public sealed class LatentSearch
{
    /// <summary>The most known latents that are tried.</summary>
    public const int MaxCandidates = 4096;

    /// <summary>Points tried in each round; the first is the result of the round before.</summary>
    public const int PointsPerRound = 64;

    /// <summary>Added to numerator and denominator of Dice's coefficient, so that two empty patterns are equal.</summary>
    public const float Smoothing = 1e-3f;

    // The deviations of the points around the result of the round before.
    private static readonly float[] Deviations = [0.15f, 0.06f, 0.024f];
    private static readonly Scalar SmoothingSummand = Smoothing.ToScalar();
    private const int BatchSize = 16;
    private const int Stream = -2;

    private readonly PatternModel _model;

    /// <summary>Creates a search.</summary>
    /// <param name="model">The model, with its final axes.</param>
    /// <param name="known">Encoded training patterns; at least one. A sample of <see cref="MaxCandidates"/> is used if there are
    /// more.</param>
    /// <param name="thresholds">14 thresholds, one for each voice.</param>
    /// <param name="seed">Draws the candidates and the points around them.</param>
    public LatentSearch(PatternModel model, ReadOnlySpan<Latent> known, IReadOnlyList<float> thresholds, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(known.Length);
        _model = model;
        SeededRandom random = SeededRandom.For(seed, Stream);
        Latent[] mixed = known.ToArray();
        random.Shuffle<Latent>(mixed);
        Candidates = mixed[..Math.Min(mixed.Length, MaxCandidates)];
        CellThresholds = [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => thresholds[cell % Pattern.VoiceCount])];
        CandidatePatterns = [.. model.Decode(Candidates).Select((p, i) => p >= CellThresholds[i % Pattern.CellCount] ? (byte)1 : (byte)0)];
        Offsets = [.. Deviations.Select(deviation => DrawOffsets(random, deviation))];
    }

    /// <summary>The known latents.</summary>
    public Latent[] Candidates { get; }

    /// <summary>The candidates' decoded patterns, 448 cells each, 0 or 1.</summary>
    public byte[] CandidatePatterns { get; }

    /// <summary>The threshold of each of the 448 cells.</summary>
    public float[] CellThresholds { get; }

    /// <summary>For each round [<see cref="PointsPerRound"/>, 4]: the offset of each point; the first is 0.</summary>
    public IReadOnlyList<float[]> Offsets { get; }

    /// <summary>Finds the latents of patterns.</summary>
    /// <returns>The latent of each pattern, in order.</returns>
    public Latent[] Encode(ReadOnlySpan<Pattern> patterns)
    {
        using IDisposable guard = no_grad();
        using var scope = NewDisposeScope();
        var latents = new Latent[patterns.Length];
        Tensor candidates = tensor([.. CandidatePatterns.Select(cell => (float)cell)], new long[] { Candidates.Length, Pattern.CellCount });
        Tensor sizes = candidates.sum(1).reshape(1, -1);
        for (int start = 0; start < patterns.Length; start += BatchSize)
        {
            using var part = NewDisposeScope();
            int count = Math.Min(BatchSize, patterns.Length - start);
            Tensor cells = PatternBatch.ToTensor(patterns.Slice(start, count));
            Tensor similarities = Dice(nn.functional.linear(cells, candidates), sizes, cells.sum(1, keepdim: true));
            long[] nearest = TensorValues.ReadIndices(similarities.argmax(1));
            for (int i = 0; i < count; i++)
            {
                latents[start + i] = Candidates[nearest[i]];
            }

            foreach (float[] offsets in Offsets)
            {
                Refine(latents.AsSpan(start, count), cells, offsets);
            }
        }

        return latents;
    }

    private void Refine(Span<Latent> latents, Tensor cells, float[] offsets)
    {
        var points = new float[latents.Length * offsets.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = latents[i / offsets.Length][i % Latent.Dimensions] + offsets[i % offsets.Length];
        }

        Tensor logits = _model.Decoder.call(tensor(points, new long[] { points.Length / Latent.Dimensions, Latent.Dimensions }))
            .reshape(latents.Length, PointsPerRound, Pattern.CellCount);
        Tensor decoded = logits.sigmoid().ge(tensor(CellThresholds, new long[] { 1, 1, Pattern.CellCount })).to_type(ScalarType.Float32);
        Tensor column = cells.reshape(latents.Length, Pattern.CellCount, 1);
        Tensor scores = Dice(decoded.matmul(column), decoded.sum(2, keepdim: true), cells.sum(1, keepdim: true).reshape(-1, 1, 1));
        long[] best = TensorValues.ReadIndices(scores.argmax(1));
        for (int i = 0; i < latents.Length; i++)
        {
            int at = (i * offsets.Length) + ((int)best[i] * Latent.Dimensions);
            latents[i] = new Latent(points[at], points[at + 1], points[at + 2], points[at + 3]);
        }
    }

    private static Tensor Dice(Tensor common, Tensor a, Tensor b) => (common * Scalars.Two).Plus(SmoothingSummand) / a.Plus(b).Plus(SmoothingSummand);

    private static float[] DrawOffsets(SeededRandom random, float deviation)
    {
        using Tensor normal = Noise.Normal(random, PointsPerRound, Latent.Dimensions);
        float[] offsets = TensorValues.Read(normal);
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = i < Latent.Dimensions ? 0 : offsets[i] * deviation;
        }

        return offsets;
    }
}
