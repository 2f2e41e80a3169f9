using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Models;
using DrumSpace.Training.Tests.Melody;

namespace DrumSpace.Training.Tests;

public sealed class CompanionTrainerTests : IDisposable
{
    private static readonly GrooveOptions Groove = new() { Epochs = 4, BatchSize = 16, Seed = 7 };
    private static readonly MelodyOptions Melody = new() { Epochs = 3, BatchSize = 16, Seed = 7 };
    private static readonly PlayedPattern[] Windows = Play(60);
    private readonly string _checkpoint = Path.GetTempFileName();

    public void Dispose() => File.Delete(_checkpoint);

    [Fact]
    public void An_interrupted_groove_run_ends_with_the_weights_of_an_uninterrupted_one()
    {
        using GrooveTrainer whole = new(Groove, Windows), first = new(Groove, Windows), second = new(Groove, Windows);
        Interrupt(whole, first, second);
        Assert.Equal(Values(whole.Model), Values(second.Model));
    }

    [Fact]
    public void An_interrupted_melody_run_ends_with_the_weights_of_an_uninterrupted_one()
    {
        IReadOnlyList<MelodyExample> melodies = Melodies.OnKicks(40, 1);
        using MelodyTrainer whole = new(Melody, melodies), first = new(Melody, melodies), second = new(Melody, melodies);
        Interrupt(whole, first, second);
        Assert.Equal(Values(whole.Model), Values(second.Model));
    }

    [Fact]
    public void A_checkpoint_of_other_options_data_or_another_companion_is_refused_and_changes_nothing()
    {
        using GrooveTrainer run = new(Groove, Windows);
        run.RunEpoch();
        run.Save(_checkpoint);
        using GrooveTrainer seed = new(Groove with { Seed = 8 }, Windows), voices = new(Groove with { LeftOutVoices = 0.5 }, Windows);
        using GrooveTrainer fewer = new(Groove, Windows[1..]), softer = new(Groove, [.. Windows[..^1], Softer(Windows[^1])]);
        using MelodyTrainer melody = new(Melody, Melodies.OnKicks(40, 1));
        foreach (TrainingRun other in (TrainingRun[])[seed, voices, fewer, softer, melody])
        {
            Assert.Contains("other options or other data", Assert.Throws<TrainingException>(() => other.Resume(_checkpoint)).Message);
            Assert.Empty(other.Losses);
        }
    }

    private void Interrupt(TrainingRun whole, TrainingRun first, TrainingRun second)
    {
        while (whole.Losses.Count < whole.Epochs)
        {
            whole.RunEpoch();
        }

        first.RunEpoch();
        first.Save(_checkpoint);
        second.Resume(_checkpoint);
        while (second.Losses.Count < second.Epochs)
        {
            second.RunEpoch();
        }

        Assert.Equal(whole.Losses, second.Losses);
    }

    private static float[] Values(TorchSharp.torch.nn.Module model) =>
        [.. model.named_parameters().SelectMany(named => TensorValues.Read(named.parameter))];

    private static PlayedPattern Softer(PlayedPattern played) =>
        played with { Hits = [.. played.Hits.Select(hit => hit with { Velocity = hit.Velocity / 2 })] };

    private static PlayedPattern[] Play(int count)
    {
        var random = new Random(3);
        return [.. RandomPatterns.Make(count, 3).Select(pattern => new PlayedPattern(
            pattern,
            [.. Enumerable.Range(0, 448).Where(cell => (pattern[cell / 14] >> (cell % 14) & 1) != 0)
                .Select(cell => new PlayedHit(cell, random.NextSingle(), random.NextSingle() - 0.5f))]))];
    }
}
