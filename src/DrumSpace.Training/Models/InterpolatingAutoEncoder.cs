using DrumSpace.Music;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The paper's ACAI: an auto-encoder with an adversarially constrained interpolation (Berthelot, Raffel, Roy and Goodfellow 2018,
/// "Understanding and Improving Interpolation in Autoencoders via an Adversarial Regularizer"). A critic sees beats decoded from between
/// two encoded patterns and says how far between they lie; the auto-encoder learns to make it say 0, as of a real beat.
/// </summary>
public sealed class InterpolatingAutoEncoder : BeatModel
{
    /// <summary>The name of this kind of model.</summary>
    public const string KindName = "acai";

    // Lambda and gamma of Berthelot et al., section 3: the weight of the critic in the auto-encoder's loss, and the share of the pattern
    // itself in the second thing that the critic sees, which keeps it steady while reconstructions are still poor.
    private const double CriticWeight = 0.5;
    private const double PatternShare = 0.2;

    // Lines are used up to their middle; beyond it, the other end is the nearer one.
    private const float MaxMixing = 0.5f;

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);
    private readonly FeedForward _critic = new("critic", Pattern.CellCount, 256, 128, 1);

    /// <summary>Makes the networks.</summary>
    public InterpolatingAutoEncoder()
        : base(KindName)
    {
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override FeedForward Encoder => _encoder;

    /// <inheritdoc/>
    public override FeedForward Decoder => _decoder;

    /// <summary>The network from a beat's cells [N, 448], 0 to 1, to the mixing coefficient [N, 1] that it is taken for.</summary>
    public FeedForward Critic => _critic;

    /// <inheritdoc/>
    public override string Description =>
        "The paper's ACAI: an auto-encoder and a critic, 448-256-128-1, which guesses how far between two encoded beats a decoded one lies (Berthelot et al. 2018; lambda 0.5, gamma 0.2). Samples are drawn from the mean and deviation of each axis.";

    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<Parameter>> Learners =>
        [[.. _encoder.parameters(), .. _decoder.parameters()], [.. _critic.parameters()]];

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        base.Initialize(random);
        _critic.Initialize(random);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Losses(Tensor patterns, SeededRandom random)
    {
        Tensor latents = _encoder.call(patterns);
        Tensor logits = _decoder.call(latents);

        // The batch comes in random order, so that its mirror image pairs each pattern with a random other one.
        Tensor mixing = Noise.Uniform(random, patterns.shape[0], MaxMixing);
        Tensor between = _decoder.call(latents + (latents.flip(0) - latents) * mixing).sigmoid();
        Tensor said = functional.binary_cross_entropy_with_logits(logits, patterns);
        Tensor fooled = _critic.call(between).square().mean() * CriticWeight;

        Tensor again = logits.detach().sigmoid();
        Tensor guess = _critic.call(between.detach()) - mixing;
        Tensor plain = _critic.call(patterns * PatternShare + again * (1 - PatternShare));
        return [said + fooled, guess.square().mean() + plain.square().mean()];
    }
}
