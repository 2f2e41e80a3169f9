using DrumSpace.Music;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// A decoder that is autoregressive over half-bars: each half-bar is computed from the latent and the half-bars before it, so that all four
/// belong to one pattern where the latent alone is ambiguous. In training the half-bars before are the pattern's own (teacher forcing,
/// Williams and Zipser 1989). In decoding they are the network's own probabilities, tempered (a mean field), so that the pattern changes
/// gradually with the latent. A residual latent, as in a conditional variational autoencoder, is added to the hidden layer that all
/// half-bars share; at 0 it gives the mean pattern.
/// </summary>
public sealed class HalfBarDecoder : Network
{
    /// <summary>The number of half-bars of a pattern.</summary>
    public const int PartCount = 4;

    /// <summary>The cells of a half-bar: 8 steps of 14 voices.</summary>
    public const int PartSize = Pattern.CellCount / PartCount;

    /// <summary>
    /// The factor of the logits whose sigmoid is the input of later half-bars. Below 1 it moves their probabilities towards 0.5, so that a
    /// hit that appears or disappears changes less of what follows. 0.8 reduces the largest jumps by a fifteenth at almost no cost (the
    /// figures are in the flagship's model card).
    /// </summary>
    public const float Tempering = 0.8f;

    private static readonly Scalar TemperingFactor = Tempering.ToScalar();

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _trunk;
    private readonly Linear _variation;
    private readonly ModuleList<FeedForward> _parts;
    private readonly Scalar _residualFactor;

    /// <summary>Creates the layers.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="bandwidth">The bandwidth of the Fourier features of the latent; see <see cref="FeedForward"/>.</param>
    /// <param name="features">The number of Fourier features.</param>
    /// <param name="trunk">The width of the hidden layer that all half-bars share.</param>
    /// <param name="hidden">The width of each half-bar's own hidden layer.</param>
    /// <param name="residualSize">The size of the residual latent.</param>
    /// <param name="residualScale">The deviation with which the residual latent is drawn when decoding, relative to training.</param>
    public HalfBarDecoder(string name, double bandwidth, int features, int trunk, int hidden, int residualSize, double residualScale = 1)
        : base(name)
    {
        _trunk = new FeedForward("trunk", bandwidth, Latent.Dimensions, features, trunk);
        ResidualScale = residualScale;
        _residualFactor = residualScale.ToScalar();
        _variation = Linear(residualSize, trunk, hasBias: false);
        _parts = ModuleList<FeedForward>([.. Enumerable.Range(0, PartCount).Select(part =>
            new FeedForward($"part{part + 1}", trunk + (part * PartSize), hidden, PartSize))]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Linear First => _trunk.First;

    /// <inheritdoc/>
    public override string Shape
    {
        get
        {
            string residual = $"{ResidualSize}-{_variation.weight.shape[0]} for the residual latent";
            string parts = string.Join(", ", _parts.Select(part => part.Widths));
            return $"{_trunk.Widths}, a sine after the first layer, {residual}, then {parts}, ReLU between the others";
        }
    }

    /// <summary>The size of the residual latent, R.</summary>
    public int ResidualSize => (int)_variation.weight.shape[1];

    /// <summary>
    /// The deviation with which the residual latent is drawn when decoding, relative to training. Above 1, patterns stray farther from the
    /// mean, and a move of the latent changes less of them.
    /// </summary>
    public double ResidualScale { get; }

    /// <summary>From the latent to the hidden layer that all half-bars share, before its ReLU.</summary>
    internal FeedForward Trunk => _trunk;

    /// <summary>From the residual latent to its contribution to <see cref="Trunk"/>, before the ReLU.</summary>
    internal Linear ResidualLayer => _variation;

    /// <summary>From the shared layer and the half-bars before to the logits of each half-bar, in the order of the pattern.</summary>
    internal IReadOnlyList<FeedForward> Parts => [.. _parts];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Run(_trunk.call(input), Tempered);

    /// <summary>The logits of the cells with a residual latent.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="residuals">[N, R], drawn from the standard normal distribution.</param>
    /// <returns>[N, 448].</returns>
    public Tensor Decode(Tensor latents, Tensor residuals) => Run(Hidden(latents, residuals * _residualFactor), Tempered);

    /// <summary>The logits of the cells with teacher forcing.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="residuals">[N, R], as the residual encoder gives them.</param>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <returns>[N, 448].</returns>
    public Tensor DecodeForced(Tensor latents, Tensor residuals, Tensor patterns) =>
        Run(Hidden(latents, residuals), (part, _) => patterns.narrow(1, part * PartSize, PartSize));

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        _trunk.Initialize(random);
        FeedForward.Draw(_variation.weight, 1 / MathF.Sqrt(ResidualSize), random);
        foreach (FeedForward part in _parts)
        {
            part.Initialize(random);
        }
    }

    private static Tensor Tempered(int part, Tensor logits) => (logits * TemperingFactor).sigmoid();

    private Tensor Hidden(Tensor latents, Tensor residuals) => _trunk.call(latents).Plus(_variation.call(residuals));

    // The next half-bars' input is a function of a half-bar's number and its logits.
    private Tensor Run(Tensor trunk, Func<int, Tensor, Tensor> feedback)
    {
        var inputs = new List<Tensor> { trunk.relu() };
        var outputs = new List<Tensor>();
        for (int part = 0; part < PartCount; part++)
        {
            Tensor logits = _parts[part].call(inputs.Count == 1 ? inputs[0] : cat(inputs, 1));
            outputs.Add(logits);
            if (part < PartCount - 1)
            {
                inputs.Add(feedback(part, logits));
            }
        }

        return cat(outputs, 1);
    }
}
