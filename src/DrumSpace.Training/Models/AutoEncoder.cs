using DrumSpace.Music;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The plain auto-encoder of the paper, 448-256-128-4-128-256-448 with ReLU: learns to say a pattern again after squeezing it through
/// four numbers. Its loss is the binary cross-entropy of the cells, averaged over cells and batch.
/// </summary>
public sealed class AutoEncoder : BeatModel
{
    /// <summary>The name of this kind of model.</summary>
    public const string KindName = "ae";

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);

    /// <summary>Makes the networks.</summary>
    public AutoEncoder()
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
        "The paper's plain auto-encoder, taught by the binary cross-entropy of the cells. Samples are drawn from the mean and deviation of each axis.";

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random) =>
        [functional.binary_cross_entropy_with_logits(_decoder.call(_encoder.call(patterns)), patterns)];
}
