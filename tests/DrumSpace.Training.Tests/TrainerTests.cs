using DrumSpace.Music;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using TorchSharp;

namespace DrumSpace.Training.Tests;

public sealed class TrainerTests
{
    private static readonly TrainingOptions Short = new() { Epochs = 3, BatchSize = 16, Seed = 42 };

    public static TheoryData<string> Kinds => [.. ModelKinds.Names];

    [Theory]
    [InlineData(Autoencoder.KindName)]
    [InlineData(VariationalAutoencoder.KindName)]
    [InlineData(InterpolatingAutoencoder.KindName)]
    public void The_losses_are_those_of_PyTorch(string kind)
    {
        LossCurve golden = LossCurve.Load();
        using var trainer = new Trainer(golden.Options with { Kind = kind }, golden.ParsePatterns());
        foreach (double expected in golden.Losses[kind])
        {
            Assert.Equal(expected, trainer.RunEpoch(), 1e-5);
        }

        Assert.True(trainer.IsFinished);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_seeds_give_equal_weights_and_others_do_not(string kind)
    {
        TrainingOptions options = Short with { Kind = kind };
        float[] first = Train(options);
        Assert.Equal(first, Train(options));
        Assert.NotEqual(first, Train(options with { Seed = 43 }));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        int before = torch.get_num_threads();
        try
        {
            torch.set_num_threads(1);
            float[] one = Train(Short with { BatchSize = 128 });
            torch.set_num_threads(2);
            Assert.Equal(one, Train(Short with { BatchSize = 128 }));
            torch.set_num_threads(3);
            Assert.Equal(one, Train(Short with { BatchSize = 128 }));
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void A_few_patterns_can_be_memorised()
    {
        Pattern[] patterns = RandomPatterns.Make(8, seed: 1);
        using var trainer = new Trainer(new TrainingOptions { Epochs = 400, BatchSize = 8, Seed = 1 }, patterns);
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        float[] half = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];
        Assert.Equal(1, Evaluation.Reconstruction.Measure(trainer.Model, patterns, trainer.Model.Encode(patterns), half).Exact);
    }

    [Theory]
    [InlineData(0, 1, 1e-3, "epochs")]
    [InlineData(1, 0, 1e-3, "batch")]
    [InlineData(1, 1, 0, "learning rate")]
    [InlineData(1, 1, double.NaN, "learning rate")]
    public void Errors_name_options_out_of_range(int epochs, int batch, double rate, string named)
    {
        var options = new TrainingOptions { Epochs = epochs, BatchSize = batch, LearningRate = rate };
        var error = Assert.Throws<TrainingException>(() => new Trainer(options, RandomPatterns.Make(2, 1)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_an_error()
    {
        TrainingOptions options = new() { Epochs = 50, LearningRate = 1e30, BatchSize = 4 };
        using var trainer = new Trainer(options, RandomPatterns.Make(32, 1));
        var error = Assert.Throws<TrainingException>(() =>
        {
            while (!trainer.IsFinished)
            {
                trainer.RunEpoch();
            }
        });
        Assert.Contains("learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelKinds.Create("gan"));
        Assert.Contains("'gan'", error.Message, StringComparison.Ordinal);
        Assert.Contains(Autoencoder.KindName, error.Message, StringComparison.Ordinal);
    }

    private static float[] Train(TrainingOptions options)
    {
        using var trainer = new Trainer(options, RandomPatterns.Make(300, seed: 9));
        while (!trainer.IsFinished)
        {
            trainer.RunEpoch();
        }

        return Weights.Of(trainer.Model);
    }
}
