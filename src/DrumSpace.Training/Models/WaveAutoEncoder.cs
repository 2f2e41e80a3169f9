using System.Globalization;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The flagship: an auto-encoder whose decoder sees its four numbers through 256 waves, so that it can tell thousands of beats apart in
/// four dimensions, where a decoder of ReLUs alone sees one soft landscape, and says the beat half a bar at a time
/// (<see cref="HalfBarDecoder"/>), so that what it says between two beats is one beat and not a bit of both. Three things keep the space
/// in order while it is learnt: each latent is moved a little at random, so that neighbouring points say similar beats; the cloud of
/// latents is drawn towards the standard normal (<see cref="SlicedDistance"/>), so that a point drawn from it falls where beats are; and
/// each latent is drawn towards its pattern's traits (<see cref="TraitTargets"/>), so that one hears what an axis does. Typical beats count
/// more (<see cref="PatternBalance"/>), so that most of the space is theirs.
/// <para>
/// What four numbers leave open, a second encoder says in sixteen more, as a variational auto-encoder does (Kingma and Welling 2014, with the
/// weighted divergence of Higgins et al. 2017): they are taught to be independent standard normal numbers, so that a seed can draw them. More than
/// half of each batch goes without them, so that the four say as much as they can and the knobs lead through whole beats.
/// </para>
/// </summary>
/// <remarks>The encoder here only teaches; a bundle finds a beat's latent by <see cref="LatentSearch"/>, which is better at it.</remarks>
public sealed class WaveAutoEncoder : BeatModel
{
    /// <summary>The name of this kind of model.</summary>
    public const string KindName = "flagship";

    // Chosen by trials, which the flagship's model card lists.
    private const double Bandwidth = 0.7;
    private const double Jitter = 0.18;
    private const double OrderWeight = 0.01;
    private const double TraitWeight = 0.02;
    private const double Decay = 0.1;
    private const int VariationCount = 16;
    private const double VariationSpread = 1.5;
    private const double DivergenceWeight = 0.25;
    private const double UnvariedShare = 0.6;
    private const double HitRecallWeight = 1.35;
    private static readonly PatternBalance Counted = new(FileExponent: 1, TypicalShare: 0.2, TypicalFactor: 7);

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 512, 256, Latent.Dimensions);
    private readonly HalfBarDecoder _decoder = new("decoder", Bandwidth, waves: 256, trunk: 512, hidden: 384, VariationCount, VariationSpread);
    private readonly FeedForward _variationEncoder = new("variation_encoder", Pattern.CellCount, 512, 256, 2 * VariationCount);

    private TraitTargets? _targets;

    /// <summary>Makes the networks.</summary>
    public WaveAutoEncoder()
        : base(KindName)
    {
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override FeedForward Encoder => _encoder;

    /// <inheritdoc/>
    public override HalfBarDecoder Decoder => _decoder;

    /// <inheritdoc/>
    public override string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        An auto-encoder whose decoder sees its four numbers through 256 sine waves (Tancik et al. 2020), of a deviation of {Bandwidth} radians a
        unit at first, and says the beat half a bar at a time. Each half-bar hears the latent and the half-bars before it: while it learns those of
        the pattern (teacher forcing, Williams and Zipser 1989), afterwards the probabilities that were said, their logits times {HalfBarDecoder.Tempering}. While it
        learns, every latent is moved at random (deviation {Jitter}), and the cloud of latents is drawn towards the standard normal (sliced Wasserstein
        distance, Kolouri et al. 2018, weight {OrderWeight}) and towards the four traits below (squared distance, weight {TraitWeight}). A pattern counts in
        proportion to 1 over the number of its file's patterns, so that all files count alike; and of these, the {Counted.TypicalShare:P0} that lie nearest to
        {PatternBalance.TypicalReach:P0} of the other files count {Counted.TypicalFactor} times as much, so that most of the space is given to beats that many play, and rare ones keep their places around them.
        What the four numbers leave open, a second encoder says in {VariationCount} more, as a variational auto-encoder does (Kingma and Welling 2014; Higgins
        et al. 2017, weight {DivergenceWeight} of the divergence from the standard normal, in nats a pattern over {Pattern.CellCount} cells). {UnvariedShare:P0} of each batch goes without
        them. The plugin's Variation and Seed draw them, at 100 % with a deviation of {VariationSpread}; at 0 % they are 0, and the beat is the model's own.
        `encoder.onnx` is no network but a search: it takes the nearest of {LatentSearch.MaxCandidates} known beats and tries {LatentSearch.PointsPerRound} points around it, three
        times, each time closer, by what the decoder says there.
        """);

    /// <inheritdoc/>
    public override bool EncodesBySearch => true;

    /// <inheritdoc/>
    public override LatentFreedom Freedom => LatentFreedom.Rotation;

    /// <inheritdoc/>
    public override PatternBalance Balance => Counted;

    /// <inheritdoc/>
    public override int Variations => VariationCount;

    /// <inheritdoc/>
    public override double WeightDecay => Decay;

    /// <inheritdoc/>
    public override double RecallWeight => HitRecallWeight;

    /// <inheritdoc/>
    public override void Prepare(ReadOnlySpan<Pattern> patterns) => _targets = new TraitTargets(patterns);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random)
    {
        Tensor latents = _encoder.call(patterns);
        Tensor moved = latents + Noise.Normal(random, patterns.shape[0], Latent.Dimensions) * Jitter;
        Tensor variations = DrawVariations(patterns, random, out Tensor divergence);
        Tensor said = functional.binary_cross_entropy_with_logits(_decoder.Teach(moved, variations, patterns), patterns)
            + divergence * (DivergenceWeight / Pattern.CellCount);
        Tensor order = SlicedDistance.FromNormal(latents, random) * OrderWeight;
        return _targets == null ? [said + order] : [said + order + (latents - _targets.Of(patterns)).square().mean() * TraitWeight];
    }

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        base.Initialize(random);
        _variationEncoder.Initialize(random);
    }

    // [N, V], 0 in the first rows, which go without; and the divergence of what they were drawn from, from the standard normal, in nats a pattern.
    private Tensor DrawVariations(Tensor patterns, SeededRandom random, out Tensor divergence)
    {
        long rows = patterns.shape[0];
        Tensor encoded = _variationEncoder.call(patterns);
        Tensor mean = encoded.narrow(1, 0, VariationCount), logVariance = encoded.narrow(1, VariationCount, VariationCount);
        int unvaried = (int)(UnvariedShare * rows);
        Tensor isVaried = tensor([.. Enumerable.Range(0, (int)rows).Select(row => row < unvaried ? 0f : 1f)], new long[] { rows, 1 });

        // The mean over all rows and numbers, times the numbers: the sum of a row's, as in appendix B of Kingma and Welling.
        divergence = ((mean.square() + logVariance.exp() - logVariance - 1) * isVaried).mean() * (0.5 * VariationCount);
        return (mean + (logVariance * 0.5).exp() * Noise.Normal(random, rows, VariationCount)) * isVaried;
    }
}
