using DrumSpace.Inference.Bundles;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Tests.Models;

/// <summary>A folder of models made from the tests' own, and the list of them; gone with the test.</summary>
public sealed class TestModels : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drumspace-models-");

    public string Folder => _folder.FullName;

    public List<string> Log { get; } = [];

    public ModelList List() => new([Folder], Log.Add);

    /// <summary>Adds a bundle: see fixtures/make_fixtures.py for what its knobs switch.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its name.</param>
    /// <param name="alwaysKick">Whether the bass drum sounds wherever the knobs stand.</param>
    /// <param name="varies">Whether the model has learnt to vary.</param>
    /// <param name="former">A fingerprint that it had before.</param>
    /// <param name="hasCompanions">Whether it has a groove and a melody.</param>
    public TestModels Add(
        string folder, string name, bool alwaysKick = false, bool varies = false, string? former = null, bool hasCompanions = false)
    {
        BundleManifest manifest = new()
        {
            Name = name,
            VersionDate = new DateOnly(2026, 1, 2),
            Thresholds = [.. Enumerable.Repeat(0.5f, 14)],
            Quantiles = [.. Enumerable.Range(0, 4).Select(axis => new float[] { axis == 0 && alwaysKick ? 0.5f : -1, 1 })],
            Variations = varies ? 2 : 0,
            FormerFingerprints = former == null ? null : [former],
            Axes = [.. Enumerable.Range(1, 4).Select(axis => new AxisLabel($"{name[0]}{axis}", ""))],
        };
        Dictionary<string, byte[]> files = new()
        {
            [BundleFile.Decoder] = Fixture(varies ? "varying.onnx" : "decoder.onnx"),
            [BundleFile.Encoder] = Fixture("encoder.onnx"),
            [BundleFile.ModelCard] = "# One drum a knob\n"u8.ToArray(),
        };
        if (hasCompanions)
        {
            files.Add(BundleFile.Groove, Fixture("groove.onnx"));
            files.Add(BundleFile.Melody, File.ReadAllBytes(BuiltPlugin.MelodyPath));
        }

        BundleWriter.Write(Path.Combine(Folder, folder), manifest, files);
        return this;
    }

    /// <summary>Damages a bundle so that its manifest still reads.</summary>
    public TestModels Break(string folder)
    {
        File.WriteAllBytes(Path.Combine(Folder, folder, BundleFile.Decoder), [1, 2, 3]);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
}
