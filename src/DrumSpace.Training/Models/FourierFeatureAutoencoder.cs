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
public sealed class FourierFeatureAutoencoder : PatternModel
{
    /// <summary>The kind's name.</summary>
    public const string KindName = "flagship";

    private readonly FlagshipOptions _options;
    private readonly Scalar _noiseFactor;
    private readonly Scalar _priorFactor;
    private readonly Scalar _traitFactor;
    private readonly Scalar _divergenceFactor;
    private readonly Scalar _halfOfResiduals;

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 512, 256, Latent.Dimensions);
    private readonly HalfBarDecoder _decoder;
    private readonly FeedForward _variationEncoder;

    private TraitTargets? _targets;

    /// <summary>Creates the networks.</summary>
    /// <param name="options">The hyper-parameters; null for the defaults.</param>
    public FourierFeatureAutoencoder(FlagshipOptions? options = null)
        : base(KindName)
    {
        _options = options ?? new FlagshipOptions();
        _decoder = new HalfBarDecoder("decoder", _options);
        _variationEncoder = new FeedForward("variation_encoder", Pattern.CellCount, 512, 256, 2 * _options.ResidualSize);
        _noiseFactor = _options.LatentNoise.ToScalar();
        _priorFactor = _options.PriorWeight.ToScalar();
        _traitFactor = _options.TraitWeight.ToScalar();
        _divergenceFactor = (_options.DivergenceWeight / Pattern.CellCount).ToScalar();
        _halfOfResiduals = (0.5 * _options.ResidualSize).ToScalar();
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
        An autoencoder whose decoder sees the latent through {_options.Features} Fourier features (Tancik et al. 2020) with an initial deviation of {_options.Bandwidth}
        radians per unit, and is autoregressive over half-bars: each hears the decoded probabilities of those before it, their logits
        multiplied by {_options.Tempering}. In training, {_options.OwnHearing:P0} of each batch hear them, too, and the others the pattern's own half-bars (teacher forcing,
        Williams and Zipser 1989). Noise with a deviation of {_options.LatentNoise} is added to each latent, and the latents are drawn towards the standard
        normal distribution (sliced Wasserstein distance, Kolouri et al. 2018, weight {_options.PriorWeight}) and towards the four traits below (squared
        distance, weight {_options.TraitWeight}). A pattern's weight is 1 over the number of its file's patterns; the {_options.TypicalShare:P0} of the patterns that are nearest
        to {PatternBalance.TypicalReach:P0} of the other files have {_options.TypicalFactor} times that. A second encoder gives a residual latent of {ResidualSize} dimensions, as in a conditional
        variational autoencoder (Kingma and Welling 2014; Higgins et al. 2017, weight {_options.DivergenceWeight} of the divergence from the standard normal, in
        nats a pattern over {Pattern.CellCount} cells). Latent dropout sets it to 0 for {_options.LatentDropout:P0} of each batch. The plugin's Variation and Seed draw it, at
        100 % with a deviation of {_options.ResidualScale}; at 0 % it is 0.
        """);

    /// <inheritdoc/>
    public override LatentFreedom Freedom => LatentFreedom.Rotation;

    /// <inheritdoc/>
    public override PatternBalance Balance => _options.Balance;

    /// <inheritdoc/>
    public override int ResidualSize => _options.ResidualSize;

    /// <inheritdoc/>
    public override double WeightDecay => _options.WeightDecay;

    /// <inheritdoc/>
    public override double RecallWeight => _options.RecallWeight;

    /// <inheritdoc/>
    public override void Prepare(ReadOnlySpan<Pattern> patterns) => _targets = new TraitTargets(patterns);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random)
    {
        Tensor latents = _encoder.call(patterns);
        Tensor noisy = latents.add(Noise.Normal(random, patterns.shape[0], Latent.Dimensions), _noiseFactor);
        Tensor residuals = SampleResiduals(patterns, random, out Tensor divergence);
        Tensor logits = _decoder.DecodeForced(noisy, residuals, patterns, own: (int)(_options.OwnHearing * patterns.shape[0]));
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(logits, patterns).add(divergence, _divergenceFactor);
        Tensor loss = reconstruction.add(SlicedWasserstein.FromNormal(latents, random), _priorFactor);
        return _targets == null ? [loss] : [loss.add((latents - _targets.Of(patterns)).pow(Scalars.Two).mean(), _traitFactor)];
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
        Tensor mean = encoded.narrow(1, 0, ResidualSize), logVariance = encoded.narrow(1, ResidualSize, ResidualSize);
        int dropped = (int)(_options.LatentDropout * rows);
        Tensor isKept = tensor([.. Enumerable.Range(0, (int)rows).Select(row => row < dropped ? 0f : 1f)], new long[] { rows, 1 });

        // The mean over rows and dimensions, times the dimensions, is the mean of a row's sum (appendix B of Kingma and Welling).
        divergence = ((mean.pow(Scalars.Two).Plus(logVariance.exp()) - logVariance - Scalars.One) * isKept).mean() * _halfOfResiduals;
        return mean.Plus((logVariance * Scalars.Half).exp() * Noise.Normal(random, rows, ResidualSize)) * isKept;
    }
}
