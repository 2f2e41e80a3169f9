using DrumSpace.Music;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Models;

/// <summary>
/// A decoder that says a beat half a bar at a time: each half-bar hears the latent and the half-bars before it, so that all four belong to
/// one beat where a latent leaves open which. Learning, they hear the pattern itself (teacher forcing, Williams and Zipser 1989); decoding,
/// they hear how probable each hit before was (the mean field of the same network, a little tempered), so that a beat still changes little
/// by little with its latent. Beside the latent it takes coordinates of variation, which move what all half-bars hear of it; without them it
/// says the beat in the middle.
/// </summary>
public sealed class HalfBarDecoder : Network
{
    /// <summary>How many parts a pattern has.</summary>
    public const int PartCount = 4;

    /// <summary>The cells of a half-bar: 8 steps of 14 voices.</summary>
    public const int PartSize = Pattern.CellCount / PartCount;

    /// <summary>
    /// What the logits are multiplied by before later half-bars hear them as probabilities: below 1 they sound less decided than they
    /// were, so that a hit that comes or goes changes less of what follows. 0.8 takes a fifteenth off the largest jumps and costs nearly
    /// nothing else (the flagship's model card has the figures).
    /// </summary>
    public const float Tempering = 0.8f;

    private readonly FeedForward _trunk;
    private readonly Linear _variation;
    private readonly ModuleList<FeedForward> _parts;

    /// <summary>Makes the layers.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="bandwidth">The bandwidth of the waves that the latent is seen through; see <see cref="FeedForward"/>.</param>
    /// <param name="waves">How many waves.</param>
    /// <param name="trunk">The width of what all half-bars hear of the latent.</param>
    /// <param name="hidden">The width of each half-bar's own hidden layer.</param>
    /// <param name="variations">How many coordinates of variation.</param>
    /// <param name="spread">How many times as wide as they were learnt the coordinates are drawn when decoding.</param>
    public HalfBarDecoder(string name, double bandwidth, int waves, int trunk, int hidden, int variations, double spread = 1)
        : base(name)
    {
        _trunk = new FeedForward("trunk", bandwidth, Latent.Dimensions, waves, trunk);
        Spread = spread;
        _variation = Linear(variations, trunk, hasBias: false);
        _parts = ModuleList<FeedForward>([.. Enumerable.Range(0, PartCount).Select(part =>
            new FeedForward($"part{part + 1}", trunk + (part * PartSize), hidden, PartSize))]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Linear First => _trunk.First;

    /// <inheritdoc/>
    public override string Shape => $"{_trunk.Widths}, a sine behind the first layer, {Variations}-{_variation.weight.shape[0]} for the variation beside it, then {string.Join(", ", _parts.Select(part => part.Widths))}, ReLU between the others";

    /// <summary>From the latent to what all half-bars hear of it; a ReLU follows.</summary>
    internal FeedForward Trunk => _trunk;

    /// <summary>From that and the half-bars before to a half-bar's logits, in the order of the pattern.</summary>
    internal IReadOnlyList<FeedForward> Parts => [.. _parts];

    /// <summary>How many coordinates of variation there are, V.</summary>
    public int Variations => (int)_variation.weight.shape[1];

    /// <summary>
    /// How many times as wide as they were learnt the coordinates of variation are drawn when decoding. Above 1, beats stray farther from the
    /// middle, where most of what was learnt lies, and a move of the latent changes less of them.
    /// </summary>
    public double Spread { get; }

    /// <summary>From coordinates of variation to what they add to <see cref="Trunk"/>, before its ReLU.</summary>
    internal Linear Variation => _variation;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Say(_trunk.call(input), (_, logits) => (logits * Tempering).sigmoid());

    /// <summary>The logits of the cells, varied.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="variations">[N, V], drawn from the standard normal.</param>
    /// <returns>[N, 448].</returns>
    public Tensor Vary(Tensor latents, Tensor variations) => Say(Hear(latents, variations * Spread), (_, logits) => (logits * Tempering).sigmoid());

    /// <summary>The logits of patterns whose half-bars hear the true ones before them.</summary>
    /// <param name="latents">[N, 4].</param>
    /// <param name="variations">[N, V], as the encoder says.</param>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <returns>[N, 448].</returns>
    public Tensor Teach(Tensor latents, Tensor variations, Tensor patterns) =>
        Say(Hear(latents, variations), (part, _) => patterns.narrow(1, part * PartSize, PartSize));

    /// <inheritdoc/>
    public override void Initialize(SeededRandom random)
    {
        _trunk.Initialize(random);
        FeedForward.Draw(_variation.weight, 1 / MathF.Sqrt(Variations), random);
        foreach (FeedForward part in _parts)
        {
            part.Initialize(random);
        }
    }

    private Tensor Hear(Tensor latents, Tensor variations) => _trunk.call(latents) + _variation.call(variations);

    private Tensor Say(Tensor trunk, Func<int, Tensor, Tensor> hear)
    {
        var heard = new List<Tensor> { trunk.relu() };
        var said = new List<Tensor>();
        for (int part = 0; part < PartCount; part++)
        {
            Tensor logits = _parts[part].call(heard.Count == 1 ? heard[0] : cat(heard, 1));
            said.Add(logits);
            if (part < PartCount - 1)
            {
                heard.Add(hear(part, logits));
            }
        }

        return cat(said, 1);
    }
}
