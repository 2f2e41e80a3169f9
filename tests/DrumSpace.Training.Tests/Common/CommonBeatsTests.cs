using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Training.Common;
using DrumSpace.Training.Publishing;

namespace DrumSpace.Training.Tests.Common;

public sealed class CommonBeatsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private static readonly CommonOptions Options = new() { Epochs = 2, BatchSize = 16, Seed = 7 };
    private static readonly CommonBeat[] Beats = FamilyTree.Place(RandomPatterns.Make(64, 1), LatentPrior.StandardNormal);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_do_not()
    {
        static float[] Train(CommonOptions options)
        {
            using CommonTrainer trainer = Finish(options);
            return Weights.Of(trainer.Model);
        }

        float[] first = Train(Options);
        Assert.Equal(first, Train(Options));
        Assert.NotEqual(first, Train(Options with { Seed = 8 }));
    }

    [Fact]
    public void Beats_are_learnt_by_heart_each_at_its_place_in_its_family()
    {
        // Eight places, at each of which every family has another beat.
        CommonBeat[] beats = [.. RandomPatterns.Make(64, 1).Select((pattern, i) => new CommonBeat(pattern, i % 8, new Latent((i / 8) - 3.5f, 0, 0, 0)))];
        using CommonTrainer trainer = Finish(Options with { Epochs = 150, Reach = 0.1, Softness = 0 }, beats);
        CommonScore score = CommonScore.Measure(trainer.Model, beats);
        Assert.InRange(score.Near, 0.9, 1);
        Assert.InRange(score.MeanDistance, 0, 3);
        CommonScore others = CommonScore.Measure(trainer.Model, [.. beats.Select(beat => beat with { Family = (beat.Family + 1) % 8 })]);
        Assert.InRange(others.MeanDistance, 50, 200);
    }

    [Fact]
    public void The_bundle_says_what_the_trained_model_says_and_keeps_its_own_beats()
    {
        _folder.Fill(Shipped);
        using CommonTrainer trainer = Finish(Options with { Epochs = 60 });
        CommonPublisher.Publish(_folder.Path, trainer, Options, new CommonData(64, Beats), CommonScore.Measure(trainer.Model, Beats));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Shipped, BundleFile.Decoder)), File.ReadAllBytes(Path.Combine(_folder.Path, BundleFile.Decoder)));
        Assert.Equal(2, File.ReadAllText(Path.Combine(_folder.Path, BundleFile.ModelCard)).Split("\n## Common beats\n").Length);
        using ModelBundle bundle = ModelBundle.Load(_folder.Path);
        Assert.Equal("7", bundle.Manifest.Training["commonSeed"]);
        using var decoder = new BeatDecoder(bundle);
        var beat = new Beat();
        Pattern[] said = trainer.Model.Say([.. Beats.Select(one => (one.Place, one.Family))]);
        int different = 0;
        for (int i = 0; i < said.Length; i++)
        {
            decoder.Decode(Beats[i].Place, beat, new BeatVariation(1, 10 * Beats[i].Family));
            different += beat.Pattern.DistanceTo(said[i]);
        }

        // Rounding may tip a cell that stands at the threshold.
        Assert.InRange(different, 0, 2);
        Assert.InRange(said.Sum(pattern => pattern.HitCount), 500, int.MaxValue);
    }

    [Fact]
    public void The_shipped_model_says_its_common_beats_as_its_manifest_says()
    {
        Assert.SkipWhen(Repository.Data("groove") is null || Repository.Data("multitrack") is null, "../shared/data is not there");
        using ModelBundle bundle = ModelBundle.Load(Shipped);
        CommonData data = CommonData.Read([Repository.Data("groove")!, Repository.Data("multitrack")!], bundle);
        Assert.Equal(CommonData.Count, data.Beats.Count);
        using var decoder = new BeatDecoder(bundle);
        var beat = new Beat();
        int whole = data.Beats.Count(common =>
        {
            decoder.Decode(common.Place, beat, new BeatVariation(1, 10 * common.Family));
            return beat.Pattern == common.Pattern;
        });
        Assert.Equal(double.Parse(bundle.Manifest.Training["commonSaidWhole"], CultureInfo.InvariantCulture), whole / (double)data.Beats.Count, 2e-3);
    }

    [Fact]
    public void Models_and_options_that_cannot_serve_are_named()
    {
        using ModelBundle plain = ModelBundle.Load(Path.Combine(Repository.Root, "presets", "models", "paper-ae"));
        Assert.Contains("has not learnt to vary", Assert.Throws<TrainingException>(() => CommonData.Read([_folder.Path], plain)).Message);
        using ModelBundle varying = ModelBundle.Load(Shipped);
        Assert.Contains("no MIDI file", Assert.Throws<TrainingException>(() => CommonData.Read([_folder.Path], varying)).Message);
        Assert.Contains("reach", Assert.Throws<TrainingException>(() => new CommonTrainer(Options with { Reach = 0 }, Beats)).Message);
        Assert.Contains("softness", Assert.Throws<TrainingException>(() => new CommonTrainer(Options with { Softness = -1 }, Beats)).Message);
        Assert.Contains("apart", Assert.Throws<TrainingException>(() => new CommonTrainer(Options with { Apart = double.NaN }, Beats)).Message);
        Assert.Contains("common beats", Assert.Throws<TrainingException>(() => new CommonTrainer(Options, [])).Message);
    }

    private static CommonTrainer Finish(CommonOptions options, CommonBeat[]? beats = null)
    {
        var trainer = new CommonTrainer(options, beats ?? Beats);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return trainer;
    }
}
