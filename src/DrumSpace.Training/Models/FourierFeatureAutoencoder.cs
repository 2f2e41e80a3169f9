using System.Globalization;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The flagship: an autoencoder whose decoder sees the latent through 256 Fourier features, so that four dimensions can separate thousands
/// of patterns, where a decoder of ReLUs alone is too smooth. The decoder is autoregressive over half-bars (<see cref="HalfBarDecoder"/>),
/// so that what it decodes between two patterns is one pattern and not a mixture of both.
/// <para>
/// Three terms regularise the latent space: noise is added to each latent, so that neighbouring points decode to similar patterns; the
/// latents are drawn towards the standard normal distribution (<see cref="SlicedWasserstein"/>), so that samples of it fall where patterns
/// are; and each latent is drawn towards its pattern's traits (<see cref="TraitTargets"/>), so that the axes have audible meanings. Typical
/// patterns have larger weights (<see cref="PatternBalance"/>), so that most of the space is theirs.
/// </para>
/// <para>
/// What the latent leaves open is encoded in a residual latent of sixteen dimensions, as in a conditional variational autoencoder (Kingma
/// and Welling 2014, with the weighted divergence of Higgins et al. 2017). Its prior is standard normal, so that a seed can draw it. Latent
/// dropout sets it to 0 for more than half of each batch, so that the latent alone carries as much as possible.
/// </para>
/// </summary>
/// <remarks>The encoder serves training only: a bundle encodes by <see cref="LatentSearch"/>, which is more accurate.</remarks>
public sealed class FourierFeatureAutoencoder : PatternModel
{
    /// <summary>The kind's name.</summary>
    public const string KindName = "flagship";

    // Chosen by the experiments in the flagship's model card.
    private const double Bandwidth = 0.7;
    private const double LatentNoise = 0.18;
    private const double PriorWeight = 0.01;
    private const double TraitWeight = 0.02;
    private const double Decay = 0.1;
    private const int ResidualCount = 16;
    private const double ResidualScale = 1.5;
    private const double DivergenceWeight = 0.25;
    private const double LatentDropout = 0.6;
    private const double HitRecallWeight = 1.35;
    private static readonly PatternBalance Weighting = new(FileExponent: 1, TypicalShare: 0.2, TypicalFactor: 7);
    private static readonly Scalar NoiseFactor = LatentNoise.ToScalar();
    private static readonly Scalar PriorFactor = PriorWeight.ToScalar();
    private static readonly Scalar TraitFactor = TraitWeight.ToScalar();
    private static readonly Scalar DivergenceFactor = (DivergenceWeight / Pattern.CellCount).ToScalar();
    private static readonly Scalar HalfOfResiduals = (0.5 * ResidualCount).ToScalar();

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 512, 256, Latent.Dimensions);
    private readonly HalfBarDecoder _decoder =
        new("decoder", Bandwidth, features: 256, trunk: 512, hidden: 384, ResidualCount, ResidualScale);
    private readonly FeedForward _variationEncoder = new("variation_encoder", Pattern.CellCount, 512, 256, 2 * ResidualCount);

    private TraitTargets? _targets;

    /// <summary>Creates the networks.</summary>
    public FourierFeatureAutoencoder()
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
        An autoencoder whose decoder sees the latent through 256 Fourier features (Tancik et al. 2020) with an initial deviation of
        {Bandwidth} radians per unit, and is autoregressive over half-bars. In training, the half-bars before are those of the pattern
        (teacher forcing, Williams and Zipser 1989); in decoding they are the decoded probabilities, their logits multiplied by
        {HalfBarDecoder.Tempering}. In training, noise with a deviation of {LatentNoise} is added to each latent, and the latents are drawn
        towards the standard normal distribution (sliced Wasserstein distance, Kolouri et al. 2018, weight {PriorWeight}) and towards the
        four traits below (squared distance, weight {TraitWeight}). A pattern's weight is 1 over the number of its file's patterns, so that
        all files count alike. The {Weighting.TypicalShare:P0} of the patterns that are nearest to {PatternBalance.TypicalReach:P0} of the
        other files have {Weighting.TypicalFactor} times that weight, so that most of the space is given to common patterns.
        A second encoder gives a residual latent of {ResidualCount} dimensions, as in a conditional variational autoencoder (Kingma and
        Welling 2014; Higgins et al. 2017, weight {DivergenceWeight} of the divergence from the standard normal, in nats a pattern over
        {Pattern.CellCount} cells). Latent dropout sets it to 0 for {LatentDropout:P0} of each batch. The plugin's Variation and Seed draw
        it, at 100 % with a deviation of {ResidualScale}; at 0 % it is 0.
        `encoder.onnx` is a search instead of a network: it takes the best of {LatentSearch.MaxCandidates} known patterns, and the best of
        {LatentSearch.PointsPerRound} points around it in three rounds with shrinking deviations, by what the decoder gives there.
        """);

    /// <inheritdoc/>
    public override bool EncodesBySearch => true;

    /// <inheritdoc/>
    public override LatentFreedom Freedom => LatentFreedom.Rotation;

    /// <inheritdoc/>
    public override PatternBalance Balance => Weighting;

    /// <inheritdoc/>
    public override int ResidualSize => ResidualCount;

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
        Tensor noisy = latents.add(Noise.Normal(random, patterns.shape[0], Latent.Dimensions), NoiseFactor);
        Tensor residuals = SampleResiduals(patterns, random, out Tensor divergence);
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(_decoder.DecodeForced(noisy, residuals, patterns), patterns)
            .add(divergence, DivergenceFactor);
        Tensor loss = reconstruction.add(SlicedWasserstein.FromNormal(latents, random), PriorFactor);
        return _targets == null ? [loss] : [loss.add((latents - _targets.Of(patterns)).pow(Scalars.Two).mean(), TraitFactor)];
    }

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        base.Initialize(random);
        _variationEncoder.Initialize(random);
    }

    // Residual latents [N, R], 0 in the rows that latent dropout takes, which come first; and the divergence of their distribution from the
    // standard normal, in nats a pattern.
    private Tensor SampleResiduals(Tensor patterns, SeededRandom random, out Tensor divergence)
    {
        long rows = patterns.shape[0];
        Tensor encoded = _variationEncoder.call(patterns);
        Tensor mean = encoded.narrow(1, 0, ResidualCount), logVariance = encoded.narrow(1, ResidualCount, ResidualCount);
        int dropped = (int)(LatentDropout * rows);
        Tensor isKept = tensor([.. Enumerable.Range(0, (int)rows).Select(row => row < dropped ? 0f : 1f)], new long[] { rows, 1 });

        // The mean over rows and dimensions, times the dimensions, is the mean of a row's sum (appendix B of Kingma and Welling).
        divergence = ((mean.pow(Scalars.Two).Plus(logVariance.exp()) - logVariance - Scalars.One) * isKept).mean() * HalfOfResiduals;
        return mean.Plus((logVariance * Scalars.Half).exp() * Noise.Normal(random, rows, ResidualCount)) * isKept;
    }
}
