using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Fills;

/// <summary>
/// Generates the fill of a pattern's second bar, step by step, as a drummer who hears what he has played: 296-64-14 with ReLU, from the
/// <see cref="FillSteps"/> around a step to the logits of its voices. Toms come after the other voices of their step, through a linear
/// layer, because sticks are where they are. Noise of the logistic distribution is added to each logit, so that hits are drawn instead of
/// blurred; what later steps hear is a steep sigmoid of that, nearly 0 or 1 (the binary Concrete distribution, Maddison et al. 2017). In
/// training the steps before are the fill's own (teacher forcing, Williams and Zipser 1989).
/// </summary>
public sealed class FillNetwork : Module
{
    /// <summary>The factor of the logits whose sigmoid is heard by later steps.</summary>
    public const float Sharpness = 20;

    /// <summary>The factor of the noise: below 1 for fewer unlikely hits. docs/experiments/fills.md has the figures.</summary>
    public const float Temperature = 0.9f;

    /// <summary>The voices that follow the others of their step: bit v set for <see cref="Voice"/> v.</summary>
    public const int Followers = 1 << (int)Voice.LowFloorTom | 1 << (int)Voice.LowTom | 1 << (int)Voice.HiMidTom;

    private const int Hidden = 64;

    private static readonly Scalar SharpnessFactor = Sharpness.ToScalar();
    private static readonly Scalar TemperatureFactor = Temperature.ToScalar();

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _step = new("step", FillSteps.Width, Hidden, Pattern.VoiceCount);
    private readonly Linear _coupling = Linear(Pattern.VoiceCount, Pattern.VoiceCount, hasBias: false);

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public FillNetwork(SeededRandom random)
        : base("fill")
    {
        RegisterComponents();
        _step.Initialize(random);
        FeedForward.Draw(_coupling.weight, 1 / MathF.Sqrt(Pattern.VoiceCount), random);
    }

    /// <summary>From the steps around a step to the logits of its voices.</summary>
    internal FeedForward Step => _step;

    /// <summary>The weights [14, 14] by which voices add to the logits of the <see cref="Followers"/>; 0 elsewhere.</summary>
    internal float[] Coupling
    {
        get
        {
            float[] weights = TensorValues.Read(_coupling.weight), leaders = Mask(~Followers), followers = Mask(Followers);
            return [.. weights.Select((weight, i) => weight * followers[i / leaders.Length] * leaders[i % leaders.Length])];
        }
    }

    /// <summary>The logits of steps with teacher forcing.</summary>
    /// <param name="steps">[N, 296], as <see cref="FillSteps"/> writes them.</param>
    /// <param name="hits">[N, 14], 0 or 1: the steps' hits.</param>
    /// <returns>[N, 14].</returns>
    public Tensor Predict(Tensor steps, Tensor hits) => _step.call(steps).Plus(Couple(hits));

    /// <summary>Generates fills.</summary>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <param name="noise">[N, 224], as <see cref="FillNoise"/> writes it.</param>
    /// <returns>The probabilities of the second bars' cells, [N, 224].</returns>
    public Tensor Generate(Tensor patterns, Tensor noise)
    {
        long count = patterns.shape[0];
        Tensor scaled = noise * TemperatureFactor;
        List<Tensor> steps = [.. Enumerable.Range(0, Pattern.StepCount).Select(step => StepOf(patterns, step))], evidence = [];
        steps.AddRange(Enumerable.Repeat(zeros(count, Pattern.VoiceCount), FillSteps.Ahead - 1));
        for (int step = 0; step < PatternFill.StepCount; step++)
        {
            Tensor around = cat([.. steps[step..(step + FillSteps.Count)], Positions(count, step)], 1);
            Tensor drawn = _step.call(around).Plus(StepOf(scaled, step));
            drawn = drawn.Plus(Couple((drawn * SharpnessFactor).sigmoid()));
            evidence.Add(drawn);
            steps[FillSteps.Before + step] = (drawn * SharpnessFactor).sigmoid();
        }

        return cat(evidence, 1).sigmoid();
    }

    /// <summary>Generates the fills of patterns, without gradients.</summary>
    /// <param name="patterns">At least one pattern.</param>
    /// <param name="seeds">A seed for each.</param>
    /// <returns>The patterns with the fill in place of their second bars.</returns>
    public Pattern[] Generate(ReadOnlySpan<Pattern> patterns, ReadOnlySpan<int> seeds)
    {
        using IDisposable guard = no_grad();
        using var scope = NewDisposeScope();
        float[] noise = new float[patterns.Length * PatternFill.CellCount];
        for (int row = 0; row < patterns.Length; row++)
        {
            FillNoise.Write(seeds[row], noise.AsSpan(row * PatternFill.CellCount, PatternFill.CellCount));
        }

        float[] cells = TensorValues.Read(
            Generate(PatternBatch.ToTensor(patterns), tensor(noise, new long[] { patterns.Length, PatternFill.CellCount })));
        PatternFill fill = new() { Voices = Pattern.AllVoices };
        var filled = new Pattern[patterns.Length];
        for (int row = 0; row < filled.Length; row++)
        {
            cells.AsSpan(row * PatternFill.CellCount, PatternFill.CellCount).CopyTo(fill.Probabilities);
            filled[row] = fill.In(patterns[row]);
        }

        return filled;
    }

    private static Tensor StepOf(Tensor cells, int step) => cells.narrow(1, step * Pattern.VoiceCount, Pattern.VoiceCount);

    private static Tensor Positions(long count, int step)
    {
        var positions = new float[count * PatternFill.StepCount];
        for (long row = 0; row < count; row++)
        {
            positions[(row * PatternFill.StepCount) + step] = 1;
        }

        return tensor(positions, new long[] { count, PatternFill.StepCount });
    }

    private static float[] Mask(int voices) => [.. Enumerable.Range(0, Pattern.VoiceCount).Select(voice => (float)(voices >> voice & 1))];

    // What a step's hits add to the logits of those that follow them.
    private Tensor Couple(Tensor hits)
    {
        long[] row = [1, Pattern.VoiceCount];
        return _coupling.call(hits * tensor(Mask(~Followers), row)) * tensor(Mask(Followers), row);
    }
}
