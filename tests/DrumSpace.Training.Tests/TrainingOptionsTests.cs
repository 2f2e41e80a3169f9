using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests;

public sealed class TrainingOptionsTests
{
    private const string Flagship = FourierFeatureAutoencoder.KindName;

    [Fact]
    public void What_is_left_out_has_the_default_of_the_kind()
    {
        Assert.Equal(new TrainingOptions(), TrainingOptions.Parse("{}", Autoencoder.KindName, "a.json"));
        Assert.Equal(new TrainingOptions { Kind = Flagship, Epochs = 90 }, TrainingOptions.Parse("{}", Flagship, "a.json"));
    }

    [Fact]
    public void Every_option_can_be_set()
    {
        const string Text = """
            {
              // A trial.
              "epochs": 60, "seed": 3, "batchSize": 64, "learningRate": 0.001,
              "flagship": { "bandwidth": 0.5, "residualSize": 8, "ownHearing": 0.25 },
            }
            """;
        TrainingOptions expected = new()
        {
            Kind = Flagship, Epochs = 60, Seed = 3, BatchSize = 64, LearningRate = 0.001,
            Flagship = new() { Bandwidth = 0.5, ResidualSize = 8, OwnHearing = 0.25 },
        };
        Assert.Equal(expected, TrainingOptions.Parse(Text, Flagship, "a.json"));
        using PatternModel model = ModelKinds.Create(Flagship, expected.Flagship);
        Assert.Equal(8, model.ResidualSize);
    }

    [Theory]
    [InlineData("{", Flagship, "a.json")]
    [InlineData("[]", Flagship, "an object")]
    [InlineData("""{"epoch": 1}""", Flagship, "epoch")]
    [InlineData("""{"flagship": {"bandwith": 1}}""", Flagship, "bandwith")]
    [InlineData("""{"epochs": "many"}""", Flagship, "epochs")]
    [InlineData("""{"flagship": {}}""", Autoencoder.KindName, "'ae'")]
    public void Other_texts_are_refused_by_name(string text, string kind, string named)
    {
        TrainingException error = Assert.Throws<TrainingException>(() => TrainingOptions.Parse(text, kind, "a.json"));
        Assert.StartsWith("a.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"flagship": {"features": 0}}""", "flagship.features must be above 0, not 0")]
    [InlineData("""{"flagship": {"latentNoise": -1}}""", "flagship.latentNoise must be at least 0, not -1")]
    [InlineData("""{"flagship": {"ownHearing": 1.5}}""", "flagship.ownHearing must be from 0 to 1, not 1.5")]
    [InlineData("""{"epochs": 0}""", "epochs")]
    public void Options_out_of_range_are_refused_with_their_file(string text, string message)
    {
        TrainingException error = Assert.Throws<TrainingException>(() => TrainingOptions.Parse(text, Flagship, "a.json"));
        Assert.StartsWith("a.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
