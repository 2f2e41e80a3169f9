using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Inference.Finding;
using DrumSpace.Inference.Service;
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
            variation.WriteResidual(coordinates);
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
    public void A_model_without_a_residual_latent_is_varied_by_noise()
    {
        using BundleFolder plainFolder = new();
        using ModelBundle plain = ModelBundle.Load(plainFolder.Path);
        using PatternDecoder decoder = new(plain);
        DecodedPattern own = new(), varied = new();
        Latent latent = new(-1, 0.5f, 0.2f, 2);
        decoder.Decode(latent, own);
        for (int seed = 0; seed < 20; seed++)
        {
            decoder.Decode(latent, varied, new PatternVariation(1, seed));
            Assert.NotEqual(own.Pattern, varied.Pattern);
            Assert.Equal(Vary(own, new PatternVariation(1, seed)).Probabilities, varied.Probabilities);
            Assert.Equal(Vary(own, new PatternVariation(1, seed)).Pattern, varied.Pattern);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_service_varies_each_request_as_its_model_does(bool isOffline)
    {
        using BundleFolder plainFolder = new();
        using ModelBundle plain = ModelBundle.Load(plainFolder.Path), varying = ModelBundle.Load(_folder.Path);
        Knobs knobs = new(0.3f, 0.4f, 0.5f, 0.6f);
        foreach (ModelBundle bundle in (ModelBundle[])[plain, varying])
        {
            using ServiceHost host = new(new ModelWorker(), bundle);
            using PatternDecoder decoder = new(bundle);
            DecodedPattern expected = new();
            foreach (PatternVariation variation in (PatternVariation[])[default, new(1, 5), new(1, 6), new(1, 5), new(0.3, 5), default])
            {
                host.Ask(new PatternRequest { Knobs = knobs, Variation = variation }, isOffline);
                decoder.Decode(bundle.Mapping.ToLatent(knobs), expected, variation);
                Assert.Equal(expected.Probabilities, host.Take().Decoded.Probabilities);
                Assert.Equal(expected.Pattern, host.Service.Replies.Reading.Decoded.Pattern);
            }
        }
    }

    [Fact]
    public void At_a_model_switch_no_reply_lacks_the_variation()
    {
        using BundleFolder plainFolder = new();
        using ModelBundle plain = ModelBundle.Load(plainFolder.Path), varying = ModelBundle.Load(_folder.Path);
        using ServiceHost host = new(new ModelWorker(), plain);
        using PatternDecoder decoder = new(varying);
        PatternVariation variation = new(1, 6);
        Knobs knobs = new(0.3f, 0.4f, 0.5f, 0.6f);
        host.Ask(new PatternRequest { Knobs = knobs, Variation = variation });
        host.Take();
        host.Bundle = null;
        host.Ask(new PatternRequest { Knobs = knobs, Variation = variation, Model = 1 });
        Thread.Sleep(50);
        Assert.False(host.Service.Replies.HasFresh);
        host.Bundle = varying;
        host.Service.Notify();
        DecodedPattern expected = new();
        decoder.Decode(varying.Mapping.ToLatent(knobs), expected, variation);
        Assert.True(SpinWait.SpinUntil(host.Service.Replies.TryTake, ServiceHost.Patience));
        Assert.Equal(expected.Probabilities, host.Service.Replies.Reading.Decoded.Probabilities);
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

    private static DecodedPattern Vary(DecodedPattern own, PatternVariation variation)
    {
        DecodedPattern varied = new();
        varied.CopyFrom(own);
        variation.Apply(varied);
        return varied;
    }

    private void Write(int variations)
    {
        Dictionary<string, byte[]> files = Golden.Files;
        files[BundleFile.Decoder] = File.ReadAllBytes(Golden.Fixture("varying.onnx"));
        BundleWriter.Write(_folder.Path, Golden.Manifest with { Variations = variations }, files);
    }
}
