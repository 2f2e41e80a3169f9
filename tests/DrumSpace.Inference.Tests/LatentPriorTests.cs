using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class LatentPriorTests
{
    [Fact]
    public void The_prior_of_points_is_their_mean_and_deviation_on_each_axis()
    {
        LatentPrior prior = LatentPrior.Of([new Latent(1, 10, -1, 0), new Latent(3, 10.5f, 1, 8), new Latent(5, 11, 3, 4)]);
        Assert.Equal([3, 10.5f, 1, 4], prior.Mean);
        Assert.Equal(Math.Sqrt(8.0 / 3), prior.Deviation[0], 1e-6);
        Assert.Equal(Math.Sqrt(0.5 / 3), prior.Deviation[1], 1e-6);
    }

    [Fact]
    public void An_axis_without_spread_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ArgumentException>(() => LatentPrior.Of([new Latent(1, 2, 3, 4), new Latent(2, 2, 4, 5)]));
        Assert.Contains("axis 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_keeps_the_prior()
    {
        LatentPrior prior = new() { Mean = [1, 2, 3, 4], Deviation = [0.5f, 1, 1, 2] };
        BundleManifest read = ManifestJson.Parse(Manifest(prior).ToJson(), "manifest.json");
        Assert.Equal(prior.Mean, read.Prior!.Mean);
        Assert.Equal(prior.Deviation, read.Prior.Deviation);
    }

    [Fact]
    public void A_manifest_without_a_prior_says_nothing_of_one()
    {
        byte[] json = Manifest(null).ToJson();
        Assert.DoesNotContain("prior", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Null(ManifestJson.Parse(json, "manifest.json").Prior);
    }

    [Fact]
    public void A_deviation_of_0_in_a_manifest_is_refused()
    {
        BundleManifest broken = Manifest(new LatentPrior { Mean = [0, 0, 0, 0], Deviation = [1, 1, 0, 1] });
        var error = Assert.Throws<BundleException>(() => ManifestJson.Parse(broken.ToJson(), "manifest.json"));
        Assert.Equal("prior", error.Place);
        Assert.Contains("axis 3", error.Message, StringComparison.Ordinal);
    }

    private static BundleManifest Manifest(LatentPrior? prior)
    {
        BundleFileFacts facts = BundleFileFacts.Of([1]);
        return new()
        {
            Name = "test",
            Thresholds = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)],
            Quantiles = [.. Enumerable.Repeat<float[]>([0, 1], Latent.Dimensions)],
            Prior = prior,
            Files = BundleFile.Required.ToDictionary(name => name, _ => facts),
        };
    }
}
