using DrumSpace.Music;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The paper's variational auto-encoder (Kingma and Welling 2014): the auto-encoder's networks, with a second head that says how unsure
/// the encoder is of each coordinate. Its loss is the evidence lower bound, divided by the 448 cells so that it can be read beside the
/// auto-encoder's: cross-entropy plus the divergence of the encoded distribution from the standard normal, which is its prior.
/// </summary>
public sealed class VariationalAutoEncoder : BeatModel
{
    /// <summary>The name of this kind of model.</summary>
    public const string KindName = "vae";

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly Linear _logVariance = Linear(128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);

    /// <summary>Makes the networks.</summary>
    public VariationalAutoEncoder()
        : base(KindName)
    {
        RegisterComponents();
    }

    /// <summary>The network to the mean of the encoded distribution: where a pattern lies.</summary>
    public override FeedForward Encoder => _encoder;

    /// <inheritdoc/>
    public override FeedForward Decoder => _decoder;

    /// <inheritdoc/>
    public override LatentFreedom Freedom => LatentFreedom.Order;

    /// <inheritdoc/>
    public override string Description =>
        "The paper's variational auto-encoder, taught by the evidence lower bound (Kingma and Welling 2014). Samples are drawn from its prior, the standard normal; `encoder.onnx` gives the mean.";

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
        Tensor latents = mean + (logVariance * 0.5).exp() * Noise.Normal(random, patterns.shape[0], Latent.Dimensions);
        Tensor said = functional.binary_cross_entropy_with_logits(_decoder.call(latents), patterns);

        // Mean of the divergence over batch and axes, times the axes: its sum over the axes; see appendix B of the paper.
        Tensor divergence = (mean.square() + logVariance.exp() - logVariance - 1).mean() * (0.5 * Latent.Dimensions);
        return [said + divergence / Pattern.CellCount];
    }
}
