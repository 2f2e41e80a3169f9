using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests.Groove;

public sealed class GrooveTests : IDisposable
{
    private static readonly GrooveOptions Options = new() { Epochs = 2, BatchSize = 16, Seed = 7 };
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-groove").FullName;
    private readonly GrooveData _data = new(3, 1, Played(60, 1), Played(20, 2));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_do_not()
    {
        static float[] Train(GrooveOptions options)
        {
            using GrooveTrainer trainer = Finish(options, Played(60, 1));
            return Weights.Of(trainer.Model);
        }

        float[] first = Train(Options);
        Assert.Equal(first, Train(Options));
        Assert.NotEqual(first, Train(Options with { Seed = 8 }));
    }

    [Fact]
    public void Velocity_and_timing_that_follow_a_rule_are_learnt()
    {
        // Loud on the first beat of a bar and soft elsewhere, snares late and all else early: more than a mean per voice can predict.
        PlayedPattern[] windows = [.. Played(200, 3).Select(window => window with { Hits = [.. window.Hits.Select(Regular)] })];
        using GrooveTrainer trainer = Finish(new GrooveOptions { Epochs = 40, BatchSize = 16, LeftOutVoices = 0, Dropout = 0 }, windows);
        IReadOnlyList<GrooveScore> scores = GrooveEvaluation.Measure(trainer.Model, new GrooveData(1, 1, windows, windows));
        GrooveScore voice = scores.Single(score => score.Name == "mean of the voice"), model = scores[^1];
        Assert.True(model.VelocityError < voice.VelocityError / 2, $"{model} is not much better than {voice}");
        Assert.True(model.OffsetCorrelation > 0.9, model.ToString());
    }

    [Fact]
    public void Errors_and_correlations_are_those_of_NumPy()
    {
        // numpy.mean(numpy.abs(x - y)) and numpy.corrcoef(x, y)[0, 1] of the four pairs below.
        (float Predicted, float Actual)[] pairs = [(0.1f, 0.2f), (0.5f, 0.4f), (0.9f, 0.6f), (0.3f, 0.8f)];
        PlayedPattern window = new(default, [.. pairs.Select((pair, cell) => new PlayedHit(cell, pair.Actual, pair.Actual - 0.5f))]);
        GrooveScore score = GrooveScore.Measure("x", [window], (_, hit) => (pairs[hit.Cell].Predicted, 0.25));
        Assert.Equal(0.25, score.VelocityError, 1e-6);
        Assert.Equal(0.3779644730092272, score.VelocityCorrelation, 1e-6);
        Assert.Equal(0.275, score.OffsetError, 1e-6);
        Assert.Equal(0, score.OffsetCorrelation);
    }

    [Fact]
    public void The_bundles_groove_is_that_of_the_trained_model_and_its_other_networks_stay()
    {
        string shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
        foreach (string file in Directory.GetFiles(shipped))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        using GrooveTrainer trainer = Finish(Options, _data.Training);
        GroovePlayer player = GroovePlayer.Of(trainer.Model, _data.Training);
        GroovePublisher.Publish(_folder, trainer, player, Options, _data, GrooveReport.Of(player, Options, _data));
        foreach (string name in new[] { BundleFile.Encoder, BundleFile.Decoder })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(shipped, name)), File.ReadAllBytes(Path.Combine(_folder, name)));
        }

        using ModelBundle bundle = ModelBundle.Load(_folder);
        Assert.Equal("7", bundle.Manifest.Training["grooveSeed"]);
        Assert.Equal(1, Count(File.ReadAllText(Path.Combine(_folder, BundleFile.ModelCard)), "## Groove\n"));
        using var model = new GrooveModel(bundle);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        PlayedPattern[] windows = [.. _data.HeldOut.Select((window, index) => window with { Tempo = 70 + 10 * index })];
        foreach (double looseness in new[] { 0, 0.6, 1 })
        {
            GrooveTake TakeOf(int index) => new(looseness, index);
            foreach ((int index, (float[] Velocities, float[] Offsets) played) in player.Play(windows, TakeOf).Index())
            {
                model.PredictAll(windows[index].Pattern, velocities, offsets, windows[index].Tempo, TakeOf(index));
                for (int cell = 0; cell < Pattern.CellCount; cell++)
                {
                    Assert.Equal(played.Velocities[cell], velocities[cell], 1e-5f);
                    Assert.Equal(played.Offsets[cell], offsets[cell], 1e-5f);
                }
            }
        }
    }

    [Fact]
    public void The_shipped_groove_has_the_errors_of_its_manifest()
    {
        string? groove = Repository.Data("groove");
        Assert.SkipWhen(groove is null, "../shared/data is not there");
        GrooveData data = GrooveData.Read(groove!);
        Assert.Equal((368, 46), (data.TrainingFiles, data.HeldOutFiles));
        using ModelBundle bundle = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "flagship"));
        using var model = new GrooveModel(bundle);
        float[] velocities = new float[Pattern.CellCount], offsets = new float[Pattern.CellCount];
        int current = -1;
        GrooveScore score = GrooveScore.Measure("shipped", data.HeldOut, (window, hit) =>
        {
            if (window != current)
            {
                model.Play(data.HeldOut[current = window].Pattern, velocities, offsets, data.HeldOut[window].Tempo);
            }

            return (velocities[hit.Cell], offsets[hit.Cell]);
        });
        double Fact(string name) => double.Parse(bundle.Manifest.Training[name], CultureInfo.InvariantCulture);
        Assert.Equal(Fact("grooveVelocityError"), score.VelocityError, 1e-4);
        Assert.Equal(Fact("grooveVelocityCorrelation"), score.VelocityCorrelation, 1e-4);
        Assert.Equal(Fact("grooveOffsetError"), score.OffsetError, 1e-4);
        Assert.Equal(Fact("grooveOffsetCorrelation"), score.OffsetCorrelation, 1e-4);
    }

    [Fact]
    public void Invalid_folders_and_options_are_refused()
    {
        Assert.Contains("no such folder", Assert.Throws<TrainingException>(() => GrooveData.Read(Path.Combine(_folder, "none"))).Message);
        Assert.Contains("both are needed", Assert.Throws<TrainingException>(() => GrooveData.Read(_folder)).Message);
        string Refusal(GrooveOptions options) =>
            Assert.Throws<TrainingException>(() => new GrooveTrainer(options, _data.Training)).Message;
        Assert.Contains("epochs", Refusal(Options with { Epochs = 0 }));
        Assert.Contains("voices", Refusal(Options with { LeftOutVoices = 1 }));
        Assert.Contains("dropout", Refusal(Options with { Dropout = 1 }));
        Assert.Throws<TrainingException>(() => new GrooveTrainer(Options, []));
    }

    private static GrooveTrainer Finish(GrooveOptions options, IReadOnlyList<PlayedPattern> windows)
    {
        var trainer = new GrooveTrainer(options, windows);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return trainer;
    }

    private static PlayedHit Regular(PlayedHit hit) => hit with
    {
        Velocity = hit.Cell / Pattern.VoiceCount % 16 == 0 ? 0.9f : 0.2f,
        Offset = hit.Cell % Pattern.VoiceCount == (int)Voice.Snare ? 0.3f : -0.2f,
    };

    private static PlayedPattern[] Played(int count, int seed)
    {
        var random = new Random(seed);
        return [.. RandomPatterns.Make(count, (ulong)seed).Select(pattern => new PlayedPattern(pattern, [.. Hits(pattern)]))];

        IEnumerable<PlayedHit> Hits(Pattern pattern) => Enumerable.Range(0, Pattern.CellCount)
            .Where(cell => pattern.Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount))
            .Select(cell => new PlayedHit(cell, random.NextSingle(), random.NextSingle() - 0.5f));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
