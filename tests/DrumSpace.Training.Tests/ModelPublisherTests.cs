using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests;

public sealed class ModelPublisherTests : IDisposable
{
    private static readonly TrainingOptions Options = new() { Epochs = 4, BatchSize = 32, Seed = 5 };
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-bundle").FullName;
    private readonly TrainingData _data =
        new([new DataFolder("made up", 9, 1, 0)], RandomPatterns.Make(300, 1), RandomPatterns.Make(40, 2));
    private readonly Trainer _trainer;

    public ModelPublisherTests() => _trainer = Train();

    public void Dispose()
    {
        _trainer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_bundle_computes_what_the_trained_model_computes()
    {
        ModelPublisher.Publish(_folder, "Test", _trainer, Options, _data);
        Pattern[] patterns = [.. _data.HeldOut, .. RealPatterns()];
        Latent[] latents = _trainer.Model.Encode(patterns);
        float[] probabilities = _trainer.Model.Decode(latents);

        using ModelBundle bundle = ModelBundle.Load(_folder);
        using var encoder = new PatternEncoder(bundle);
        using var decoder = new PatternDecoder(bundle);
        var decoded = new DecodedPattern();
        for (int i = 0; i < patterns.Length; i++)
        {
            Latent encoded = encoder.Encode(patterns[i]);
            decoder.Decode(latents[i], decoded);
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                Assert.Equal(latents[i][axis], encoded[axis], 1e-5f);
            }

            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                Assert.Equal(probabilities[(i * Pattern.CellCount) + cell], decoded.Probabilities[cell], 1e-5f);
            }
        }
    }

    [Fact]
    public void The_manifest_has_what_decoding_needs_and_how_the_model_was_trained()
    {
        var before = DateOnly.FromDateTime(DateTime.UtcNow);
        PublishedModel published = ModelPublisher.Publish(_folder, "Test", _trainer, Options, _data);
        using ModelBundle bundle = ModelBundle.Load(_folder);
        BundleManifest manifest = bundle.Manifest;
        Assert.Equal("Test", manifest.Name);
        Assert.InRange(manifest.VersionDate!.Value, before, DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Equal(published.Thresholds, manifest.Thresholds);
        Assert.Equal(ThresholdSearch.Best(_trainer.Model, _data.Training), manifest.Thresholds);
        Assert.Equal(LatentQuantiles.Of(_trainer.Model.Encode(_data.Training)), manifest.Quantiles);
        Assert.Equal(("ae", "5", "4"), (manifest.Training["model"], manifest.Training["seed"], manifest.Training["epochs"]));
        Assert.Equal(("300", "40"), (manifest.Training["trainingPatterns"], manifest.Training["heldOutPatterns"]));
        Assert.NotNull(manifest.Prior);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            Assert.Equal(0, manifest.Prior.Mean[axis], 1e-4f);
            Assert.Equal(1, manifest.Prior.Deviation[axis], 1e-4f);
        }
    }

    [Fact]
    public void The_card_has_data_measurements_and_credits()
    {
        PublishedModel published = ModelPublisher.Publish(_folder, "Test", _trainer, Options, _data, "Credit goes to nobody.\r\n");
        string card = File.ReadAllText(Path.Combine(_folder, BundleFile.ModelCard));
        Assert.StartsWith("# Test\n", card, StringComparison.Ordinal);
        Assert.Contains("`made up`: 9 training files, 1 for validation, 0 refused.\n", card, StringComparison.Ordinal);
        Assert.Contains("\nCredit goes to nobody.\n", card, StringComparison.Ordinal);
        string f1 = $"{published.Training.F1:F3} on training patterns, {published.HeldOut.F1:F3} on held-out ones";
        Assert.Contains(f1, card, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Split('\n'), line => line.Length > 140);
    }

    [Fact]
    public void Equal_runs_give_equal_bundles()
    {
        string other = Path.Combine(_folder, "other");
        string first = Path.Combine(_folder, "first");
        ModelPublisher.Publish(first, "Test", _trainer, Options, _data);
        using Trainer again = Train();
        ModelPublisher.Publish(other, "Test", again, Options, _data);
        foreach (string file in Directory.GetFiles(first))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other, Path.GetFileName(file))));
        }
    }

    private static IEnumerable<Pattern> RealPatterns()
    {
        string? samples = Repository.Data("drum_space/sampled10k_ae_filtered");
        return samples is null ? [] : File.ReadLines(samples).Take(200).Select(line => PatternLine.Parse(line).Pattern);
    }

    private Trainer Train()
    {
        var trainer = new Trainer(Options, _data.Training);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return trainer;
    }
}
