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

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _trunk;
    private readonly Linear _variation;
    private readonly ModuleList<FeedForward> _parts;
    private readonly Scalar _residualFactor;
    private readonly Scalar _temperingFactor;

    /// <summary>Creates the layers.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="options">Widths, bandwidth, tempering and the residual latent.</param>
    public HalfBarDecoder(string name, FlagshipOptions options)
        : base(name)
    {
        _trunk = new FeedForward("trunk", options.Bandwidth, Latent.Dimensions, options.Features, options.Trunk);
        ResidualScale = options.ResidualScale;
        _residualFactor = options.ResidualScale.ToScalar();
        Tempering = (float)options.Tempering;
        _temperingFactor = Tempering.ToScalar();
        _variation = Linear(options.ResidualSize, options.Trunk, hasBias: false);
        _parts = ModuleList<FeedForward>([.. Enumerable.Range(0, PartCount).Select(part =>
            new FeedForward($"part{part + 1}", options.Trunk + (part * PartSize), options.Hidden, PartSize))]);
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

    /// <summary>
    /// The factor of the logits whose sigmoid is the input of later half-bars. Below 1 it moves their probabilities towards 0.5, so that a
    /// hit that appears or disappears changes less of what follows.
    /// </summary>
    public float Tempering { get; }

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

    /// <summary>The logits of the cells in training: with teacher forcing, but for the first rows.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="residuals">[N, R], as the residual encoder gives them.</param>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <param name="own">The number of rows, from the first, that hear their own tempered probabilities, as in decoding; 0 to N.</param>
    /// <returns>[N, 448].</returns>
    public Tensor DecodeForced(Tensor latents, Tensor residuals, Tensor patterns, int own = 0)
    {
        long rows = patterns.shape[0];
        return Run(Hidden(latents, residuals), (part, logits) =>
        {
            Tensor forced = patterns.narrow(1, part * PartSize, PartSize);
            return own == 0 ? forced
                : own == rows ? Tempered(part, logits)
                : cat([Tempered(part, logits.narrow(0, 0, own)), forced.narrow(0, own, rows - own)], 0);
        });
    }

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

    private Tensor Tempered(int part, Tensor logits) => (logits * _temperingFactor).sigmoid();

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
