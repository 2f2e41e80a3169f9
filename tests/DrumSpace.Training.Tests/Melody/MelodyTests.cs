using DrumSpace.Music;
using DrumSpace.Music.Melody;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests.Melody;

public sealed class MelodyTests
{
    private static readonly MelodyOptions Options = new() { Epochs = 2, BatchSize = 16, Seed = 7 };

    [Fact]
    public void Equal_seeds_give_equal_weights_and_others_do_not()
    {
        static float[] Train(MelodyOptions options)
        {
            using MelodyTrainer trainer = Melodies.Train(options, Melodies.OnKicks(40, 1));
            return Weights.Of(trainer.Model);
        }

        float[] first = Train(Options);
        Assert.Equal(first, Train(Options));
        Assert.NotEqual(first, Train(Options with { Seed = 8 }));
    }

    [Fact]
    public void A_melody_that_follows_the_bass_drum_is_learnt_from_the_drums()
    {
        var options = new MelodyOptions { Epochs = 10, BatchSize = 10, LearningRate = 5e-3, Dropout = 0 };
        using MelodyTrainer trainer = Melodies.Train(options, Melodies.OnKicks(200, 3));
        IReadOnlyList<MelodyExample> heldOut = Melodies.OnKicks(60, 4);
        var evaluation = MelodyEvaluation.Measure(trainer.Model, heldOut, [.. Enumerable.Range(0, heldOut.Count)], seed: 1);
        Assert.True(evaluation.OwnDrums.Rhythm < evaluation.OtherDrums.Rhythm / 2, $"{evaluation.OwnDrums} {evaluation.OtherDrums}");
        MelodyStatistics samples = evaluation.Statistics[1], chance = evaluation.Statistics[2];
        Assert.True(samples.OnKick - samples.OnNeither > 0.6, samples.ToString());
        Assert.True(Math.Abs(chance.OnKick - chance.OnNeither) < 0.1, chance.ToString());
    }

    [Fact]
    public void Statistics_are_those_counted_by_hand()
    {
        // Kicks on 0 and 16, a snare on 4; a note on 0 that is repeated on 16, another on 4, and one out of key on 18.
        var masks = new ushort[32];
        masks[0] = masks[16] = 1;
        masks[4] = 2;
        var setting = new MelodyConditioning(MelodyRole.Lead, 0, new MusicalKey(0, KeyMode.Major), 4);
        MelodyPhrase line = default;
        line[0] = line[16] = MelodyStep.NoteOf(60);
        line[1] = MelodyStep.Tie;
        line[4] = MelodyStep.NoteOf(64);
        line[18] = MelodyStep.NoteOf(61);
        var example = MelodyExample.Of(new Pattern(masks), setting, line);
        var statistics = MelodyStatistics.Measure("x", [example.Pattern], [setting], [example.Tokens]);
        Assert.Equal(new MelodyStatistics("x", 4, 1, 1, 1 / 29.0, 0.75, 3, 0.5), statistics);
    }

    [Fact]
    public void Likelihood_is_the_mean_negative_log_likelihood()
    {
        // With all weights 0, the 38 tokens have equal probability: ln 38 nats a step. In the rhythm, a note has 36 of 38.
        using var model = new MelodyModel(new SeededRandom(1));
        foreach (var parameter in model.parameters())
        {
            TensorValues.Write(parameter, new float[parameter.NumberOfElements]);
        }

        MelodyExample example = Melodies.OnKicks(1, 5)[0];
        int notes = example.Tokens.Count(token => token >= MelodyToken.FirstNote);
        var likelihood = MelodyLikelihood.Measure(model, [example]);
        Assert.Equal(Math.Log(38), likelihood.PerStep, 1e-5);
        Assert.Equal((notes * Math.Log(38 / 36.0) + (32 - notes) * Math.Log(38)) / 32, likelihood.Rhythm, 1e-5);
    }

    [Fact]
    public void Invalid_data_and_options_are_refused()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<MelodyExample> melodies = Melodies.OnKicks(4, 1);
        Assert.Contains("no such folder", Assert.Throws<TrainingException>(() => MelodyData.Read(folder.Path + "-none")).Message);
        Assert.Contains("both are needed", Assert.Throws<TrainingException>(() => MelodyData.Read(folder.Path)).Message);
        string Refusal(MelodyOptions options) => Assert.Throws<TrainingException>(() => new MelodyTrainer(options, melodies)).Message;
        Assert.Contains("epochs", Refusal(Options with { Epochs = 0 }));
        Assert.Contains("dropout", Refusal(Options with { Dropout = 1 }));
        Assert.Throws<TrainingException>(() => new MelodyTrainer(Options, []));
        using var model = new MelodyModel(new SeededRandom(1));
        Assert.Contains(
            "one song", Assert.Throws<TrainingException>(() => MelodyEvaluation.Measure(model, melodies, [3, 3, 3, 3], 1)).Message);
    }

    [Fact]
    public void Held_out_songs_are_those_of_the_patterns_and_share_no_melody_with_the_others()
    {
        string? path = Repository.Data("multitrack");
        Assert.SkipWhen(path is null, "../shared/data is not there");
        MelodyData data = MelodyData.Read(path!);
        static string KeyOf(MelodyExample example) => $"{new PatternLine(example.Pattern)} {Convert.ToHexString([.. example.Tokens])}";
        Assert.Equal((11284, 1902), (data.Training.Count, data.HeldOut.Count));
        Assert.Empty(data.Training.Select(KeyOf).Intersect(data.HeldOut.Select(KeyOf)));
        Assert.Equal((132, 20), (data.TrainingSongs.Distinct().Count(), data.HeldOutSongs.Distinct().Count()));
    }
}
