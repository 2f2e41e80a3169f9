using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

/// <summary>A model that has learnt to vary. Its cells are known in closed form: see fixtures/make_fixtures.py.</summary>
public sealed class VaryingDecoderTests : IDisposable
{
    private const int Variations = 2;
    private readonly BundleFolder _folder = new();

    public VaryingDecoderTests() => Write(Variations);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_coordinates_of_amount_and_seed_reach_the_network()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using PatternDecoder decoder = new(bundle);
        Latent latent = new(-1, 0.5f, 0.2f, 2);
        DecodedPattern beat = new();
        float[] coordinates = new float[Variations];
        foreach (PatternVariation variation in (PatternVariation[])[default, new(1, 1), new(1, 2), new(0.5, 2), new(0, 2)])
        {
            decoder.Decode(latent, beat, variation);
            Assert.True(beat.IsVaried);
            Assert.Equal(beat.Pattern, variation.Of(beat));
            variation.WriteCoordinates(coordinates);
            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                double logit = latent[cell % 4] + coordinates[cell % Variations];
                Assert.Equal(1 / (1 + Math.Exp(-logit)), beat.Probabilities[cell], 1e-6);
            }
        }
    }

    [Fact]
    public void Varying_allocates_nothing()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        decoder.Decode(default, beat, new PatternVariation(1, 0));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int seed = 0; seed < 1000; seed++)
        {
            decoder.Decode(default, beat, new PatternVariation(0.7, seed));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_channel_decodes_anew_when_the_variation_changes_and_only_then()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using DecodeChannel channel = new DecodeWorker().Attach(bundle);
        Knobs knobs = new(0.3f, 0.4f, 0.5f, 0.6f);
        float[] Take()
        {
            Assert.True(channel.Exchange.TryTake());
            return [.. channel.Exchange.Reading.Probabilities];
        }

        Assert.True(channel.DecodeNow(knobs, new PatternVariation(1, 5)));
        float[] first = Take();
        Assert.False(channel.DecodeNow(knobs, new PatternVariation(1, 5)));
        Assert.True(channel.DecodeNow(knobs, new PatternVariation(1, 6)));
        Assert.NotEqual(first, Take());
        Assert.True(channel.Request(knobs, new PatternVariation(1, 5)));
        Assert.True(SpinWait.SpinUntil(() => channel.Exchange.HasFresh, TimeSpan.FromSeconds(30)));
        Assert.Equal(first, Take());
        Assert.False(channel.Request(knobs, new PatternVariation(1, 5)));
    }

    [Fact]
    public void A_model_that_has_not_learnt_to_vary_decodes_nothing_anew_and_one_that_has_does_when_it_takes_over()
    {
        using BundleFolder plainFolder = new();
        using ModelBundle plain = ModelBundle.Load(plainFolder.Path), varying = ModelBundle.Load(_folder.Path);
        using DecodeChannel channel = new DecodeWorker().Attach(plain);
        Knobs knobs = new(0.3f, 0.4f, 0.5f, 0.6f);
        Assert.True(channel.DecodeNow(knobs));
        Assert.False(channel.DecodeNow(knobs, new PatternVariation(1, 5)));
        Assert.False(channel.Request(knobs, new PatternVariation(1, 6)));

        Assert.True(channel.UseNow(varying, knobs, new PatternVariation(1, 6)));
        Assert.True(channel.Exchange.TryTake());
        using PatternDecoder decoder = new(varying);
        DecodedPattern beat = new();
        decoder.Decode(varying.Mapping.ToLatent(knobs), beat, new PatternVariation(1, 6));
        Assert.Equal(beat.Probabilities, channel.Exchange.Reading.Probabilities);
        Assert.False(channel.Request(knobs, new PatternVariation(1, 6)));
    }

    [Fact]
    public void A_search_finds_the_seed_too_where_the_beat_is_varied()
    {
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        using PatternFinder finder = new(bundle);
        using PatternDecoder decoder = new(bundle);
        DecodedPattern beat = new();
        decoder.Decode(bundle.Mapping.ToLatent(new Knobs(0.2f, 0.7f, 0.4f, 0.9f)), beat, new PatternVariation(1, 77));
        Pattern wanted = beat.Pattern;
        Assert.Equal(9, finder.Find(wanted, new PatternVariation(0, 9)).Seed);
        FoundPattern found = finder.Find(wanted, new PatternVariation(1, 9));
        decoder.Decode(bundle.Mapping.ToLatent(found.Knobs), beat, new PatternVariation(1, found.Seed));
        Assert.Equal(beat.Pattern, found.Pattern);
        Assert.Equal(1, found.Similarity);
    }

    [Theory]
    [InlineData(0, "it must be \"latent\" alone, and is \"latent\", \"variation\"")]
    [InlineData(3, "its shape must be [N, 3], and is [N, 2]")]
    public void A_manifest_that_says_other_coordinates_than_the_network_has_is_refused(int variations, string words)
    {
        Write(variations);
        Assert.Contains(words, Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)).Message);
    }

    [Fact]
    public void A_network_without_coordinates_is_not_taken_for_one_that_varies()
    {
        BundleWriter.Write(_folder.Path, Golden.Manifest with { Variations = Variations }, Golden.Files);
        Assert.Contains("\"latent\", \"variation\"", Assert.Throws<BundleException>(() => ModelBundle.Load(_folder.Path)).Message);
    }

    private void Write(int variations)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Decoder] = File.ReadAllBytes(Golden.Fixture("varying.onnx"));
        BundleWriter.Write(_folder.Path, Golden.Manifest with { Variations = variations }, files);
    }
}
