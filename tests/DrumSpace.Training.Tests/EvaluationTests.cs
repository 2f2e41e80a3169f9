using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Tests;

/// <summary>Measures of a trained model against the same measures counted cell by cell.</summary>
public sealed class EvaluationTests : IDisposable
{
    private readonly Pattern[] _patterns = RandomPatterns.Make(200, seed: 12);
    private readonly Trainer _trainer;

    public EvaluationTests()
    {
        _trainer = new Trainer(new TrainingOptions { Epochs = 12, BatchSize = 16, Seed = 3 }, _patterns);
        while (!_trainer.IsFinished)
        {
            _trainer.RunEpoch();
        }
    }

    public void Dispose() => _trainer.Dispose();

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.16f)]
    public void Reconstruction_counts_cells_hits_and_whole_patterns(float threshold)
    {
        float[] probabilities = _trainer.Model.Decode(_trainer.Model.Encode(_patterns));
        int correct = 0, found = 0, predicted = 0, hits = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            int cell = i % Pattern.CellCount;
            bool hit = _patterns[i / Pattern.CellCount].Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount);
            bool predictsHit = probabilities[i] >= threshold;
            correct += hit == predictsHit ? 1 : 0;
            found += hit && predictsHit ? 1 : 0;
            predicted += predictsHit ? 1 : 0;
            hits += hit ? 1 : 0;
        }

        float[] thresholds = [.. Enumerable.Repeat(threshold, 14)];
        Reconstruction measured = Reconstruction.Measure(_trainer.Model, _patterns, _trainer.Model.Encode(_patterns), thresholds);
        Assert.Equal(_patterns.Length, measured.Patterns);
        Assert.Equal((double)correct / probabilities.Length, measured.BitAccuracy, 12);
        Assert.Equal(2.0 * found / (predicted + hits), measured.F1, 12);
        Assert.InRange(measured.F1, 0.05, 0.95);
        Assert.Equal(0, measured.Exact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.3)]
    [InlineData(0.5)]
    public void Chosen_thresholds_are_the_best_of_all_hundredths(double recallWeight)
    {
        float[] chosen = ThresholdSearch.Best(_trainer.Model, _patterns, recallWeight);
        float[] probabilities = _trainer.Model.Decode(_trainer.Model.Encode(_patterns));
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            double best = Enumerable.Range(1, 99).Max(hundredth => FMeasure(probabilities, voice, hundredth / 100f, recallWeight));
            Assert.Equal(best, FMeasure(probabilities, voice, chosen[voice], recallWeight), 9);
        }
    }

    [Fact]
    public void A_larger_weight_of_recall_gives_lower_thresholds()
    {
        float[][] chosen = [.. new[] { 0.5, 1, 2 }.Select(weight => ThresholdSearch.Best(_trainer.Model, _patterns, weight))];
        Assert.True(chosen[0].Sum() > chosen[1].Sum());
        Assert.True(chosen[1].Sum() > chosen[2].Sum());
    }

    [Fact]
    public void A_voice_that_is_never_hit_keeps_the_default_threshold()
    {
        Pattern[] silent = [.. Enumerable.Repeat(default(Pattern), 10)];
        Assert.All(ThresholdSearch.Best(_trainer.Model, silent), threshold => Assert.Equal(ThresholdSearch.Default, threshold));
    }

    // The F-measure by its definition, from precision and recall.
    private double FMeasure(float[] probabilities, int voice, float threshold, double beta)
    {
        int found = 0, predicted = 0, hits = 0;
        for (int i = voice; i < probabilities.Length; i += Pattern.VoiceCount)
        {
            bool hit = _patterns[i / Pattern.CellCount].Has((Voice)voice, i % Pattern.CellCount / Pattern.VoiceCount);
            bool predictsHit = probabilities[i] >= threshold;
            found += hit && predictsHit ? 1 : 0;
            predicted += predictsHit ? 1 : 0;
            hits += hit ? 1 : 0;
        }

        double precision = found / Math.Max(predicted, 1.0), recall = found / Math.Max(hits, 1.0);
        return found == 0 ? 0 : (1 + beta * beta) * precision * recall / (beta * beta * precision + recall);
    }
}
