using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Fills;
using DrumSpace.Music;
using DrumSpace.Training.Fills;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests.Fills;

public sealed class FillNetworkTests : IDisposable
{
    private static readonly FillOptions Options = new() { Epochs = 2, BatchSize = 16, Seed = 7 };
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_do_not()
    {
        static float[] Train(FillOptions options)
        {
            using FillTrainer trainer = Finish(options, Examples(60, 1));
            return Weights.Of(trainer.Model);
        }

        float[] first = Train(Options);
        Assert.Equal(first, Train(Options));
        Assert.NotEqual(first, Train(Options with { Seed = 8 }));
    }

    [Fact]
    public void Fills_that_follow_a_rule_are_learnt_and_are_one_or_the_other()
    {
        // A roll of the tom or of the snare from the third beat on, as often one as the other, whatever is played before.
        FillExample[] examples = [.. Examples(200, 3).Select((example, i) => Rolled(example, i % 2 == 0 ? Voice.HiMidTom : Voice.Snare))];
        using FillTrainer trainer = Finish(new FillOptions { Epochs = 30, BatchSize = 16, LeftOutHits = 0 }, examples);
        Pattern[] patterns = [.. examples.Take(100).Select(example => example.Pattern)];
        Pattern[] filled = trainer.Model.Generate(patterns, [.. Enumerable.Range(0, patterns.Length)]);
        int Count(Pattern pattern, Voice voice) => Enumerable.Range(24, 8).Count(step => pattern.Has(voice, step));
        double toms = filled.Average(pattern => Count(pattern, Voice.HiMidTom)), snares = filled.Average(p => Count(p, Voice.Snare));
        Assert.InRange(toms / (toms + snares), 0.3, 0.7);
        Assert.InRange(toms + snares, 7, 9);
        int mixed = filled.Count(pattern => Math.Min(Count(pattern, Voice.HiMidTom), Count(pattern, Voice.Snare)) > 2);
        Assert.InRange(mixed, 0, 15);
    }

    [Fact]
    public void The_bundles_fills_are_those_of_the_trained_model_and_its_other_networks_stay()
    {
        _folder.Fill(Shipped);
        FillExample[] examples = Examples(80, 5);
        FillData data = new(examples[..60], examples[60..], [.. examples.Select(example => example.Pattern)], RandomPatterns.Make(40, 9));
        using FillTrainer trainer = Finish(Options, data.Training);
        using (ModelBundle before = ModelBundle.Load(_folder.Path))
        {
            IReadOnlyList<FillScore> scores = FillEvaluation.Measure(
                (patterns, seeds) => trainer.Model.Generate(patterns, seeds), data, before);
            FillPublisher.Publish(_folder.Path, trainer, Options, data, scores);
        }

        foreach (string name in new[] { BundleFile.Encoder, BundleFile.Decoder, BundleFile.Groove })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, name)), File.ReadAllBytes(Path.Combine(_folder.Path, name)));
        }

        Assert.InRange(new FileInfo(Path.Combine(_folder.Path, BundleFile.Fill)).Length, 1, 1 << 20);
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.True(bundle.HasFill);
        Assert.Equal("7", bundle.Manifest.Training["fillsSeed"]);
        string card = File.ReadAllText(Path.Combine(_folder.Path, BundleFile.ModelCard));
        Assert.Equal(2, card.Split("\n## Fills\n").Length);
        using FillModel model = new(bundle);
        Pattern[] patterns = [.. data.HeldOut.Select(example => example.Pattern), default];
        Pattern[] expected = trainer.Model.Generate(patterns, [.. Enumerable.Range(0, patterns.Length)]);
        PatternFill fill = new() { Voices = Pattern.AllVoices };
        for (int i = 0; i < patterns.Length; i++)
        {
            model.Generate(patterns[i], i, fill);
            Assert.Equal(expected[i], fill.In(patterns[i]));
        }
    }

    [Fact]
    public void Invalid_options_are_refused()
    {
        Assert.Contains("hits", Assert.Throws<TrainingException>(
            () => new FillTrainer(Options with { LeftOutHits = 1 }, Examples(4, 1))).Message);
        Assert.Throws<TrainingException>(() => new FillTrainer(Options, []));
    }

    private static FillTrainer Finish(FillOptions options, IReadOnlyList<FillExample> examples)
    {
        var trainer = new FillTrainer(options, examples);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return trainer;
    }

    private static FillExample[] Examples(int count, ulong seed) =>
    [
        .. RandomPatterns.Make(count, seed).Zip(RandomPatterns.Make(count, seed + 100)).Select(pair => new FillExample(
            pair.First, new Pattern([.. pair.First.Masks[..16], .. pair.Second.Masks[16..]]), IsRecorded: true)),
    ];

    private static FillExample Rolled(FillExample example, Voice voice) => example with
    {
        Filled = new Pattern(
            [.. example.Pattern.Masks[..16], .. new ushort[8], .. Enumerable.Repeat((ushort)(1 << (int)voice), 8)]),
    };
}
