using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Tests;

/// <summary>The models of presets/models.</summary>
public sealed class ShippedModelTests
{
    public static TheoryData<string> Models => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "presets", "models")).Order()];

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_model_loads_is_small_and_credits_its_data(string folder)
    {
        using ModelBundle bundle = ModelBundle.Load(folder);
        Assert.InRange(bundle.Manifest.Files.Values.Sum(file => file.Bytes), 1, 10_000_000);
        Assert.NotNull(bundle.Manifest.VersionDate);
        string card = File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard));
        string[] credits = ["Google LLC", "CC BY 4.0", "Freedoom", "BSD-3-Clause", "Simutrans", "Artistic-1.0", "Tanner Helland"];
        Assert.All(credits, credit => Assert.Contains(credit, card, StringComparison.Ordinal));
        Assert.InRange(card.Count(letter => letter == '\n'), 1, 150);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_model_has_the_held_out_accuracy_of_its_manifest(string folder)
    {
        Assert.SkipWhen(Repository.Data("groove") is null || Repository.Data("multitrack") is null, "../shared/data is not there");
        TrainingData data = TrainingDataReader.Read([Repository.Data("groove")!, Repository.Data("multitrack")!]);
        using ModelBundle bundle = ModelBundle.Load(folder);
        IReadOnlyDictionary<string, string> facts = bundle.Manifest.Training;

        using var encoder = new PatternEncoder(bundle);
        using var decoder = new PatternDecoder(bundle);
        var decoded = new DecodedPattern();
        long wrong = 0, hits = 0;
        foreach (Pattern pattern in data.HeldOut)
        {
            decoder.Decode(encoder.Encode(pattern), decoded);
            wrong += decoded.Pattern.DistanceTo(pattern);
            hits += pattern.HitCount + decoded.Pattern.HitCount;
        }

        double cells = (double)data.HeldOut.Length * Pattern.CellCount;
        Assert.Equal(double.Parse(facts["heldOutBitAccuracy"], CultureInfo.InvariantCulture), 1 - (wrong / cells), 2e-4);
        Assert.Equal(double.Parse(facts["heldOutF1"], CultureInfo.InvariantCulture), 1 - ((double)wrong / hits), 2e-4);
    }
}
