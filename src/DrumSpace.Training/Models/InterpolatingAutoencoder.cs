using DrumSpace.Music;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// The paper's ACAI, adversarially constrained autoencoder interpolation (Berthelot, Raffel, Roy and Goodfellow 2018, "Understanding and
/// Improving Interpolation in Autoencoders via an Adversarial Regularizer"). A critic estimates the mixing coefficient of patterns decoded
/// between two latents; the autoencoder learns to make its estimate 0, as for a real pattern.
/// </summary>
public sealed class InterpolatingAutoencoder : PatternModel
{
    /// <summary>The kind's name.</summary>
    public const string KindName = "acai";

    // Lambda and gamma of Berthelot et al., section 3: the weight of the critic in the autoencoder's loss, and the share of the pattern
    // itself in the critic's second input, which stabilises it while reconstructions are still poor.
    private const double CriticWeight = 0.5;
    private const double PatternShare = 0.2;

    // Beyond the middle, the other end is the nearer one.
    private const float MaxMixing = 0.5f;

    private static readonly Scalar CriticFactor = CriticWeight.ToScalar();
    private static readonly Scalar PatternFactor = PatternShare.ToScalar();
    private static readonly Scalar ReconstructedFactor = (1 - PatternShare).ToScalar();

    private readonly FeedForward _encoder = new("encoder", Pattern.CellCount, 256, 128, Latent.Dimensions);
    private readonly FeedForward _decoder = new("decoder", Latent.Dimensions, 128, 256, Pattern.CellCount);

    // From a pattern's cells [N, 448], 0 to 1, to its estimated mixing coefficient [N, 1].
    private readonly FeedForward _critic = new("critic", Pattern.CellCount, 256, 128, 1);

    /// <summary>Creates the networks.</summary>
    public InterpolatingAutoencoder()
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
        "The paper's ACAI: an autoencoder, and a critic, 448-256-128-1, that estimates the mixing coefficient of patterns decoded between "
        + "two latents (Berthelot et al. 2018; lambda 0.5, gamma 0.2). Samples are drawn from the mean and deviation of each axis.";

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

        // The batch is in random order, so its reverse pairs each pattern with a random other one.
        Tensor mixing = Noise.Uniform(random, patterns.shape[0], MaxMixing);
        Tensor between = _decoder.call(latents.Plus((latents.flip(0) - latents) * mixing)).sigmoid();
        Tensor reconstruction = functional.binary_cross_entropy_with_logits(logits, patterns);
        Tensor adversarial = _critic.call(between).pow(Scalars.Two).mean();

        Tensor reconstructed = logits.detach().sigmoid();
        Tensor error = _critic.call(between.detach()) - mixing;
        Tensor unmixed = _critic.call((patterns * PatternFactor).add(reconstructed, ReconstructedFactor));
        return [reconstruction.add(adversarial, CriticFactor), error.pow(Scalars.Two).mean().Plus(unmixed.pow(Scalars.Two).mean())];
    }
}
