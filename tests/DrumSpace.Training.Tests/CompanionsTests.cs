using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests;

public sealed class CompanionsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private readonly TemporaryFolder _folder = new();

    public CompanionsTests()
    {
        var options = new TrainingOptions { Epochs = 1, Seed = 5 };
        using var trainer = new Trainer(options, RandomPatterns.Make(200, 1));
        trainer.RunEpoch();
        ModelPublisher.Publish(
            _folder.Path, "Plain", trainer, options, new([], RandomPatterns.Make(200, 1), RandomPatterns.Make(20, 2)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bundle_gets_files_facts_and_card_sections_and_keeps_its_decoder()
    {
        byte[] decoder = Read(_folder.Path, BundleFile.Decoder);
        for (int time = 0; time < 2; time++)
        {
            Assert.Equal([BundleFile.Groove, BundleFile.Fill, BundleFile.Melody], Companions.Copy(Shipped, _folder.Path));
        }

        using ModelBundle bundle = ModelBundle.Load(_folder.Path), shipped = ModelBundle.Load(Shipped);
        Assert.True(bundle.HasGroove && bundle.HasFill && bundle.HasMelody);
        Assert.Equal(("Plain", "5"), (bundle.Manifest.Name, bundle.Manifest.Training["seed"]));
        Assert.Equal(shipped.Manifest.Training["grooveVelocityError"], bundle.Manifest.Training["grooveVelocityError"]);
        Assert.Equal(shipped.Manifest.Training["melodyNatsOwnDrums"], bundle.Manifest.Training["melodyNatsOwnDrums"]);
        Assert.Equal(decoder, Read(_folder.Path, BundleFile.Decoder));
        Assert.Equal(Read(Shipped, BundleFile.Melody), Read(_folder.Path, BundleFile.Melody));
        string card = File.ReadAllText(Path.Combine(_folder.Path, BundleFile.ModelCard));
        Assert.StartsWith("# Plain\n", card, StringComparison.Ordinal);
        foreach (string title in new[] { "Groove", "Fills", "Melody" })
        {
            Assert.Equal(2, card.Split($"\n## {title}\n").Length);
            string shippedCard = File.ReadAllText(Path.Combine(Shipped, BundleFile.ModelCard));
            Assert.Equal(CardSection.Get(shippedCard, title), CardSection.Get(card, title));
        }
    }

    [Fact]
    public void A_source_bundle_without_companions_is_refused()
    {
        using var other = new TemporaryFolder();
        other.Fill(_folder.Path);
        Assert.Contains("neither", Assert.Throws<TrainingException>(() => Companions.Copy(_folder.Path, other.Path)).Message);
        Assert.Throws<BundleException>(() => Companions.Copy(Shipped, Path.Combine(other.Path, "none")));
    }

    [Theory]
    [InlineData("# Card\n\ntext\n", "# Card\n\ntext\n\n## Title\n\nnew\n")]
    [InlineData("# Card\n\n## Title\n\nold\n", "# Card\n\n## Title\n\nnew\n")]
    [InlineData("## Title\n\n## Other\n\ntext\n", "## Title\n\nnew\n\n## Other\n\ntext\n")]
    [InlineData("# Card\n\n## Title\n\nold\n### Sub\n\n## Other\n", "# Card\n\n## Title\n\nnew\n\n## Other\n")]
    public void A_section_replaces_the_one_of_the_same_title(string card, string expected)
    {
        Assert.Equal(expected, CardSection.Put(card, "Title", " new\n"));
        Assert.Equal("new", CardSection.Get(expected, "Title"));
        Assert.Null(CardSection.Get(card, "Titl"));
    }

    private static byte[] Read(string folder, string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
