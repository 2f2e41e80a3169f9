using DrumSpace.Music;
using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>
/// Finds the latent of a pattern by trying: which of thousands of known latents says the beat that has most in common with it, and then
/// which of random points around that one does, three times, each time closer. What is compared are beats as they are heard, after the
/// thresholds, by the share of hits in common (Dice's coefficient, which is the F1 of the one as a guess of the other).
/// </summary>
/// <remarks>
/// A trained encoder guesses once and has never seen the pattern; trying uses the decoder itself and finds better points. It takes
/// milliseconds, so it is for looking up a beat, not for the audio thread. Expects axes with a deviation near 1.
/// </remarks>
public sealed class LatentSearch
{
    /// <summary>Known latents at most.</summary>
    public const int MaxCandidates = 4096;

    /// <summary>Points tried in each round; the first is where the round begins.</summary>
    public const int PointsPerRound = 64;

    /// <summary>Added to both counts of Dice's coefficient, so that two empty beats are alike.</summary>
    public const float Smoothing = 1e-3f;

    // The deviations of the points around the place that the round before found.
    private static readonly float[] Reaches = [0.15f, 0.06f, 0.024f];
    private const int Rows = 16;
    private const int Stream = -2;

    private readonly BeatModel _model;

    /// <summary>Prepares a search.</summary>
    /// <param name="model">The model, with its final axes.</param>
    /// <param name="known">Encoded training patterns; at least one. Of more than <see cref="MaxCandidates"/>, some are drawn.</param>
    /// <param name="thresholds">14 thresholds, one a voice.</param>
    /// <param name="seed">Draws the candidates and the points around them.</param>
    public LatentSearch(BeatModel model, ReadOnlySpan<Latent> known, IReadOnlyList<float> thresholds, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(known.Length);
        _model = model;
        SeededRandom random = SeededRandom.For(seed, Stream);
        Latent[] mixed = known.ToArray();
        random.Shuffle<Latent>(mixed);
        Candidates = mixed[..Math.Min(mixed.Length, MaxCandidates)];
        CellThresholds = [.. Enumerable.Range(0, Pattern.CellCount).Select(cell => thresholds[cell % Pattern.VoiceCount])];
        CandidateBeats = [.. model.Decode(Candidates).Select((p, i) => p >= CellThresholds[i % Pattern.CellCount] ? (byte)1 : (byte)0)];
        Steps = [.. Reaches.Select(reach => DrawSteps(random, reach))];
    }

    /// <summary>The known latents.</summary>
    public Latent[] Candidates { get; }

    /// <summary>The candidates' beats, 448 cells each, 0 or 1.</summary>
    public byte[] CandidateBeats { get; }

    /// <summary>The threshold of each of the 448 cells.</summary>
    public float[] CellThresholds { get; }

    /// <summary>For each round [<see cref="PointsPerRound"/>, 4]: the way from its beginning to each point; the first is no way.</summary>
    public IReadOnlyList<float[]> Steps { get; }

    /// <summary>Finds the latents of patterns.</summary>
    /// <returns>One latent a pattern, in order.</returns>
    public Latent[] Encode(ReadOnlySpan<Pattern> patterns)
    {
        using IDisposable guard = no_grad();
        using var scope = NewDisposeScope();
        var latents = new Latent[patterns.Length];
        Tensor beats = tensor([.. CandidateBeats.Select(cell => (float)cell)], new long[] { Candidates.Length, Pattern.CellCount });
        Tensor sizes = beats.sum(1).reshape(1, -1);
        for (int start = 0; start < patterns.Length; start += Rows)
        {
            using var part = NewDisposeScope();
            int count = Math.Min(Rows, patterns.Length - start);
            Tensor cells = PatternBatch.ToTensor(patterns.Slice(start, count));
            long[] nearest = [.. Dice(nn.functional.linear(cells, beats), sizes, cells.sum(1, keepdim: true)).argmax(1).data<long>().ToArray()];
            for (int i = 0; i < count; i++)
            {
                latents[start + i] = Candidates[nearest[i]];
            }

            foreach (float[] steps in Steps)
            {
                Refine(latents.AsSpan(start, count), cells, steps);
            }
        }

        return latents;
    }

    private void Refine(Span<Latent> latents, Tensor cells, float[] steps)
    {
        var points = new float[latents.Length * steps.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = latents[i / steps.Length][i % Latent.Dimensions] + steps[i % steps.Length];
        }

        Tensor logits = _model.Decoder.call(tensor(points, new long[] { points.Length / Latent.Dimensions, Latent.Dimensions }))
            .reshape(latents.Length, PointsPerRound, Pattern.CellCount);
        Tensor said = logits.sigmoid().ge(tensor(CellThresholds, new long[] { 1, 1, Pattern.CellCount })).to_type(ScalarType.Float32);
        Tensor column = cells.reshape(latents.Length, Pattern.CellCount, 1);
        Tensor alike = Dice(said.matmul(column), said.sum(2, keepdim: true), cells.sum(1, keepdim: true).reshape(-1, 1, 1));
        long[] best = alike.argmax(1).data<long>().ToArray();
        for (int i = 0; i < latents.Length; i++)
        {
            int at = (i * steps.Length) + ((int)best[i] * Latent.Dimensions);
            latents[i] = new Latent(points[at], points[at + 1], points[at + 2], points[at + 3]);
        }
    }

    private static Tensor Dice(Tensor common, Tensor said, Tensor meant) => (common * 2 + Smoothing) / (said + meant + Smoothing);

    private static float[] DrawSteps(SeededRandom random, float reach)
    {
        using Tensor normal = Noise.Normal(random, PointsPerRound, Latent.Dimensions);
        float[] steps = ParameterValues.Read(normal);
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = i < Latent.Dimensions ? 0 : steps[i] * reach;
        }

        return steps;
    }
}
