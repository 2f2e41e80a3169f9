namespace DrumSpace.Inference.Bundles;

/// <summary>The names of a bundle's files, and their greatest lengths. A bundle lists no other file.</summary>
public static class BundleFile
{
    /// <summary>The manifest: what <see cref="BundleManifest"/> describes.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The decoder: input "latent" [N,4], output "probabilities" [N,448], both float.</summary>
    public const string Decoder = "decoder.onnx";

    /// <summary>The encoder: input "pattern" [N,448], output "latent" [N,4], both float.</summary>
    public const string Encoder = "encoder.onnx";

    /// <summary>What the model is, what it learnt from, and whom to credit.</summary>
    public const string ModelCard = "MODEL_CARD.md";

    /// <summary>The companion melody's model. Optional.</summary>
    public const string Melody = "melody.onnx";

    /// <summary>The model of velocity and timing. Optional.</summary>
    public const string Groove = "groove.onnx";

    /// <summary>The model of fills. Optional.</summary>
    public const string Fill = "fill.onnx";

    /// <summary>The map of the latent space. Optional.</summary>
    public const string Map = "map.bin";

    /// <summary>The losses of the training: a heading "epoch,NAME,..." and a line of numbers for each epoch. Optional.</summary>
    public const string Losses = "losses.csv";

    /// <summary>
    /// A second decoder, which earlier versions could put into a bundle. A bundle that lists it loads without it, and loses it when it is
    /// written again.
    /// </summary>
    public const string Retired = "common.onnx";

    /// <summary>The longest manifest that is read: 1 MiB.</summary>
    public const int MaxManifestBytes = 1 << 20;

    /// <summary>The longest other file that is read: 64 MiB.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>The files, manifest apart, that every bundle has.</summary>
    public static IReadOnlyList<string> Required { get; } = [Decoder, Encoder, ModelCard];

    /// <summary>The files that a bundle may have.</summary>
    public static IReadOnlyList<string> Optional { get; } = [Melody, Groove, Fill, Map, Losses];

    /// <summary>Whether a name is one that a manifest may list.</summary>
    public static bool IsKnown(string name) => Required.Contains(name) || Optional.Contains(name) || name == Retired;
}
