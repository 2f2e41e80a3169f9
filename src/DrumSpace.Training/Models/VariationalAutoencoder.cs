using DrumSpace.Music;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The paper's variational autoencoder (Kingma and Welling 2014): the networks of <see cref="Autoencoder"/>, and a second head for the
/// variance of each coordinate. Its loss is the negative evidence lower bound, divided by the 448 cells to be comparable with the
/// autoencoder's: cross-entropy plus the divergence of the encoded distribution from the prior, the standard normal.
/// </summary>
public sealed class VariationalAutoencoder : PatternModel
{
    /// <summary>The kind's name.</summary>
    public const string KindName = "vae";

    private static readonly Scalar HalfOfAxes = (0.5 * Latent.Dimensions).ToScalar();
    private static readonly Scalar Cells = ((double)Pattern.CellCount).ToScalar();

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly Linear _logVariance = Linear(128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);

    /// <summary>Creates the networks.</summary>
    public VariationalAutoencoder()
        : base(KindName)
    {
        RegisterComponents();
    }

    /// <summary>The network to the mean of the encoded distribution, which is a pattern's latent.</summary>
    public override FeedForward Encoder => _encoder;

    /// <inheritdoc/>
    public override FeedForward Decoder => _decoder;

    /// <inheritdoc/>
    public override LatentFreedom Freedom => LatentFreedom.Order;

    /// <inheritdoc/>
    public override string Description =>
        "The paper's variational autoencoder, trained on the evidence lower bound (Kingma and Welling 2014). Samples are drawn from its "
        + "prior, the standard normal; `encoder.onnx` gives the mean.";

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        base.Initialize(random);
        FeedForward.Draw(_logVariance, random);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random)
    {
        Tensor hidden = _encoder.Hidden(patterns);
        Tensor mean = _encoder.Layers[^1].call(hidden), logVariance = _logVariance.call(hidden);
        Tensor latents = mean.Plus((logVariance * Scalars.Half).exp() * Noise.Normal(random, patterns.shape[0], Latent.Dimensions));
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(_decoder.call(latents), patterns);

        // The mean over batch and axes, times the number of axes, is the mean of the sum over the axes (appendix B of the paper).
        Tensor divergence = (mean.pow(Scalars.Two).Plus(logVariance.exp()) - logVariance - Scalars.One).mean() * HalfOfAxes;
        return [reconstruction.Plus(divergence / Cells)];
    }
}
