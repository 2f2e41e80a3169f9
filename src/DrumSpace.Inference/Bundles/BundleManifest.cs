using System.Text.Json.Serialization;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// The manifest of a model bundle: everything that decoding needs beside the networks, and the proof that the files are the ones that
/// were trained together. Written as JSON; a field that this version does not know is refused rather than lost.
/// </summary>
public sealed partial record BundleManifest
{
    /// <summary>The format that this code writes, and the only one it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The most <see cref="Variations"/>.</summary>
    public const int MaxVariations = 64;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The manifest's format.</summary>
    public int FormatVersion { get; init; } = CurrentVersion;

    /// <summary>The model's name, as a musician sees it: 1 to 100 characters, none of them a control character.</summary>
    public required string Name { get; init; }

    /// <summary>14 thresholds, one a <see cref="Voice"/>, each above 0 and below 1: a cell whose probability reaches it is a hit.</summary>
    public required IReadOnlyList<float> Thresholds { get; init; }

    /// <summary>
    /// The quantiles of the encoded training set, four axes of 2 to 1025 points: what <see cref="KnobMapping"/> maps knobs by.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<float>> Quantiles { get; init; }

    /// <summary>What each of the four axes means, in order; a model without it has axes that mean nothing in particular.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AxisLabel>? Axes { get; init; }

    /// <summary>Where new beats are drawn from; a model without it is drawn from the spread of the patterns it is tried on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LatentPrior? Prior { get; init; }

    /// <summary>
    /// How many coordinates the decoder takes beside the latent's four, to vary its beats by: standard normal numbers, 0 for the model's own
    /// beat. 0 to 64; none, 0, where the model has not learnt to vary.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Variations { get; init; }

    /// <summary>
    /// Fingerprints that earlier versions of DrumSpace gave this model, each as <see cref="Fingerprint"/> writes it: a song that was saved by
    /// one of them still finds its model. At most 16.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FormerFingerprints { get; init; }

    /// <summary>Facts of the training in words, for people: data, epochs, losses, seed. At most 100, read by no code.</summary>
    public IReadOnlyDictionary<string, string> Training { get; init; } = new Dictionary<string, string>();

    /// <summary>Every file beside the manifest, by its name in <see cref="BundleFile"/>. <see cref="BundleWriter"/> fills it.</summary>
    public IReadOnlyDictionary<string, BundleFileFacts> Files { get; init; } = new Dictionary<string, BundleFileFacts>();
}
