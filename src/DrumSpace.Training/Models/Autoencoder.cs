using DrumSpace.Music;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The paper's plain autoencoder, 448-256-128-4-128-256-448 with ReLU: it reconstructs a pattern from four numbers. Its loss is the binary
/// cross-entropy, averaged over cells and batch.
/// </summary>
public sealed class Autoencoder : PatternModel
{
    /// <summary>The kind's name.</summary>
    public const string KindName = "ae";

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);

    /// <summary>Creates the networks.</summary>
    public Autoencoder()
        : base(KindName)
    {
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override FeedForward Encoder => _encoder;

    /// <inheritdoc/>
    public override FeedForward Decoder => _decoder;

    /// <inheritdoc/>
    public override string Description =>
        "The paper's plain autoencoder, trained on the binary cross-entropy of the cells. Samples are drawn from the mean and deviation of "
        + "each axis.";

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random) =>
        [functional.binary_cross_entropy_with_logits(_decoder.call(_encoder.call(patterns)), patterns)];
}
