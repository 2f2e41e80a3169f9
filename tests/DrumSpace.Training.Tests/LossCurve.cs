using System.Text.Json;
using DrumSpace.Music;
using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Tests;

/// <summary>A short training run of each of the paper's models as PyTorch computed it: Golden/make_loss_curve.py.</summary>
internal sealed record LossCurve(
    long Seed, int Epochs, int BatchSize, double LearningRate, Dictionary<string, double[]> Losses, string[] Patterns)
{
    public static LossCurve Load()
    {
        string path = Path.Combine(Repository.Root, "tests", "DrumSpace.Training.Tests", "Golden", "loss_curve.json");
        return JsonSerializer.Deserialize<LossCurve>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
    }

    public TrainingOptions Options => new() { Seed = Seed, Epochs = Epochs, BatchSize = BatchSize, LearningRate = LearningRate };

    public Pattern[] ParsePatterns() => [.. Patterns.Select(line => PatternLine.Parse(line).Pattern)];
}
