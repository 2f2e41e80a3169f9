using System.Text.Json.Serialization;
using DrumSpace.Music;

namespace DrumSpace.Inference.Bundles;

/// <summary>
/// The manifest of a model bundle: everything that decoding needs besides the networks, and the hashes that prove that the files belong
/// together. <see cref="ManifestJson"/> reads and writes it, <see cref="ManifestRules"/> checks it.
/// </summary>
public sealed record BundleManifest
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

    /// <summary>
    /// The UTC day on which the model was trained, which names its version to a musician; null for models from before bundles had it.
    /// Models of one name and day still differ by <see cref="Fingerprint"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? VersionDate { get; init; }

    /// <summary>14 thresholds, one a <see cref="Voice"/>, each above 0 and below 1: a cell whose probability reaches it is a hit.</summary>
    public required IReadOnlyList<float> Thresholds { get; init; }

    /// <summary>
    /// The quantiles of the encoded training set, four axes of 2 to 1025 points: what <see cref="KnobMapping"/> maps knobs by.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<float>> Quantiles { get; init; }

    /// <summary>What each of the four axes means, in order; null where they were given no meaning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AxisLabel>? Axes { get; init; }

    /// <summary>The distribution to sample latents from; null to use that of the patterns at hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LatentPrior? Prior { get; init; }

    /// <summary>
    /// The width of the decoder's residual latent, its second input: standard normal numbers, or zeros for the model's own pattern. 0 to
    /// 64; 0 where the decoder has none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Variations { get; init; }

    /// <summary>
    /// Fingerprints that earlier versions of DrumSpace gave this model, each in the form of <see cref="Fingerprint"/>: songs that they
    /// saved still find their model. At most 16.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FormerFingerprints { get; init; }

    /// <summary>Facts about the training in words, for people: data, epochs, losses, seed. At most 100; no code reads them.</summary>
    public IReadOnlyDictionary<string, string> Training { get; init; } = new Dictionary<string, string>();

    /// <summary>Every file besides the manifest, by its name in <see cref="BundleFile"/>. <see cref="BundleWriter"/> fills it.</summary>
    public IReadOnlyDictionary<string, BundleFileFacts> Files { get; init; } = new Dictionary<string, BundleFileFacts>();

    /// <summary>Reads the manifest of a bundle, and no other file of it: the networks are not checked.</summary>
    /// <param name="folder">The folder that holds manifest.json.</param>
    /// <exception cref="BundleException">The manifest cannot be read, or breaks a rule.</exception>
    public static BundleManifest Read(string folder)
    {
        string path = Path.Combine(folder, BundleFile.Manifest);
        return CheckedFile.Read(path, BundleFile.MaxManifestBytes, stream => ManifestJson.Parse(CheckedFile.Content(stream), path));
    }

    /// <summary>
    /// Identifies what turns knobs into patterns, as a SHA-256 of 64 lower-case hexadecimal digits: the decoder, the thresholds and the
    /// quantiles. Bundles with equal fingerprints play equal patterns. Computed from the manifest alone; no file is read.
    /// </summary>
    public string Fingerprint() => ManifestFingerprint.Of(this, BundleFile.Decoder);

    /// <summary>Whether a point is of this model, by its present or a former fingerprint: also where it names no model.</summary>
    public bool Has(PatternPoint point) => point.IsOf(Fingerprint()) || FormerFingerprints?.Any(point.IsOf) == true;
}
