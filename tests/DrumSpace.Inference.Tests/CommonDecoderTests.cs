using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>A model that knows common beats beside its own. Cells of both are known in closed form: see fixtures/make_fixtures.py.</summary>
public sealed class CommonDecoderTests : IDisposable
{
    private const int Variations = 2;
    private static readonly Latent Point = new(-1, 0.5f, 0.2f, 2);
    private readonly BundleFolder _folder = new();

    public CommonDecoderTests() => Write(Variations, "common.onnx");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(1, 70, 7)]
    [InlineData(1, 80, 0)]
    [InlineData(0.25, 30, 3)]
    public void The_amount_leads_from_the_models_own_beat_to_the_familys(double amount, int seed, int family)
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using BeatDecoder decoder = new(bundle);
        bundle.Dispose();
        Beat beat = new();
        decoder.Decode(Point, beat, new BeatVariation(amount, seed));
        Assert.True(beat.IsVaried);
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            double own = Sigmoid(Point[cell % 4]), common = Sigmoid(Point[cell % 4] + ((family - 3) / 2.0));
            Assert.Equal(own + (amount * (common - own)), beat.Probabilities[cell], 1e-6);
            Assert.Equal(beat.Probabilities[cell] >= beat.Thresholds[cell % 14], beat.Pattern.Has((Voice)(cell % 14), cell / 14));
        }
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 11)]
    public void Without_an_amount_and_for_other_seeds_the_model_itself_speaks(double amount, int seed)
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using BeatDecoder decoder = new(bundle);
        Beat beat = new();
        BeatVariation variation = new(amount, seed);
        decoder.Decode(Point, beat, variation);
        float[] coordinates = new float[Variations];
        variation.WriteCoordinates(coordinates);
        Assert.All(beat.Probabilities.Index(), cell => Assert.Equal(Sigmoid(Point[cell.Index % 4] + coordinates[cell.Index % 2]), cell.Item, 1e-6));
    }

    [Fact]
    public void Decoding_allocates_nothing()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using BeatDecoder decoder = new(bundle);
        Beat beat = new();
        decoder.Decode(Point, beat, new BeatVariation(0.5, 10));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int seed = 0; seed < 1000; seed++)
        {
            decoder.Decode(Point, beat, new BeatVariation(seed % 2 == 0 ? 1 : 0.5, seed));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_model_that_does_not_vary_has_no_common_beats()
    {
        BundleException e = Assert.Throws<BundleException>(() => Write(0, "common.onnx"));
        Assert.Equal("files[\"common.onnx\"]", e.Place);
        Assert.Contains("learnt to vary", e.Message);
    }

    [Fact]
    public void A_network_that_knows_no_families_is_refused()
    {
        Write(Variations, "varying.onnx");
        Assert.Contains("\"latent\", \"family\"", Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)).Message);
    }

    [Fact]
    public void Common_beats_are_part_of_what_a_model_plays()
    {
        string with = BundleManifest.Read(_folder.Path).Fingerprint();
        Write(Variations, null);
        Assert.NotEqual(with, BundleManifest.Read(_folder.Path).Fingerprint());
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private void Write(int variations, string? common)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Decoder] = File.ReadAllBytes(Golden.Fixture("varying.onnx"));
        if (common != null)
        {
            files[BundleFile.Common] = File.ReadAllBytes(Golden.Fixture(common));
        }

        BundleWriter.Write(_folder.Path, Golden.Manifest with { Variations = variations }, files);
    }
}
