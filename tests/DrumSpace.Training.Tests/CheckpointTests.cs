using DrumSpace.Music;
using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Tests;

public sealed class CheckpointTests : IDisposable
{
    private static readonly Pattern[] Patterns = RandomPatterns.Make(100, seed: 4);
    private static readonly TrainingOptions Options = new() { Epochs = 4, BatchSize = 32, Seed = 6 };
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-checkpoint").FullName;

    private string File => Path.Combine(_folder, "run.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(TrainerTests.Kinds), MemberType = typeof(TrainerTests))]
    public void A_resumed_run_ends_with_the_weights_of_an_uninterrupted_one(string kind)
    {
        const int InterruptedAfter = 3;
        TrainingOptions options = Options with { Kind = kind };
        using var whole = new Trainer(options, Patterns);
        Finish(whole);

        SaveAfter(InterruptedAfter, options);
        using var resumed = new Trainer(options, Patterns);
        resumed.Resume(File);
        Assert.Equal(InterruptedAfter, resumed.Losses.Count);
        Finish(resumed);

        Assert.Equal(Weights.Of(whole.Model), Weights.Of(resumed.Model));
        Assert.Equal(whole.Losses, resumed.Losses);
    }

    [Fact]
    public void Saving_again_replaces_the_file_and_leaves_no_other()
    {
        SaveAfter(1);
        SaveAfter(2);
        Assert.Equal([File], Directory.GetFiles(_folder));
        using var resumed = new Trainer(Options, Patterns);
        resumed.Resume(File);
        Assert.Equal(2, resumed.Losses.Count);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        SaveAfter(1);
        AssertRefused("other options", new Trainer(Options with { Seed = 7 }, Patterns));
        AssertRefused("other options", new Trainer(Options with { Epochs = 5 }, Patterns));
        AssertRefused("other options", new Trainer(Options with { Flagship = new() { Bandwidth = 1 } }, Patterns));
        AssertRefused("other data", new Trainer(Options, Patterns[1..]));
    }

    [Fact]
    public void A_damaged_or_foreign_file_is_refused_and_changes_nothing()
    {
        SaveAfter(1);
        byte[] good = System.IO.File.ReadAllBytes(File);
        byte[] flipped = [.. good];
        flipped[good.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, flipped);
        AssertRefused("damaged", new Trainer(Options, Patterns));

        System.IO.File.WriteAllBytes(File, good[..(good.Length / 2)]);
        AssertRefused("damaged", new Trainer(Options, Patterns));

        System.IO.File.WriteAllText(File, "this is a text, not a checkpoint, but as long as one");
        AssertRefused("not a checkpoint", new Trainer(Options, Patterns));

        System.IO.File.Delete(File);
        AssertRefused("cannot be read", new Trainer(Options, Patterns));
    }

    private void AssertRefused(string words, Trainer trainer)
    {
        using (trainer)
        {
            float[] before = Weights.Of(trainer.Model);
            var error = Assert.Throws<TrainingException>(() => trainer.Resume(File));
            Assert.Contains(File, error.Message, StringComparison.Ordinal);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
            Assert.Equal(before, Weights.Of(trainer.Model));
            Assert.Empty(trainer.Losses);
        }
    }

    private void SaveAfter(int epochs, TrainingOptions? options = null)
    {
        using var trainer = new Trainer(options ?? Options, Patterns);
        for (int i = 0; i < epochs; i++)
        {
            trainer.RunEpoch();
        }

        trainer.Save(File);
    }

    private static void Finish(Trainer trainer)
    {
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }
    }
}
