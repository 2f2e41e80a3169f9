using System.Text.Json;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>The test model and what NumPy says it answers; made by fixtures/make_fixtures.py.</summary>
public sealed record Golden(
    float[] Thresholds, float[][] Quantiles, IReadOnlyList<Golden.DecodedPoint> Decodes, IReadOnlyList<Golden.EncodedPattern> Encodes)
{
    public sealed record DecodedPoint(float[] Latent, double[] Every7th, ushort[] Masks)
    {
        public Latent Point => new(Latent[0], Latent[1], Latent[2], Latent[3]);
    }

    public sealed record EncodedPattern(ushort[] Masks, double[] Latent);

    public static Golden Answers { get; } = JsonSerializer.Deserialize<Golden>(
        File.ReadAllBytes(Fixture("golden.json")), JsonSerializerOptions.Web)!;

    public static BundleManifest Manifest => new()
    {
        Name = "Test model",
        Thresholds = Answers.Thresholds,
        Quantiles = Answers.Quantiles,
        Training = new Dictionary<string, string> { ["seed"] = "20200612", ["data"] = "none" },
    };

    public static Dictionary<string, byte[]> Files => new()
    {
        [BundleFile.Decoder] = File.ReadAllBytes(Fixture("decoder.onnx")),
        [BundleFile.Encoder] = File.ReadAllBytes(Fixture("encoder.onnx")),
        [BundleFile.ModelCard] = "# Test model\n"u8.ToArray(),
    };

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);
}
