using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Tests;

/// <summary>Figures of a trained model against the same figures counted cell by cell.</summary>
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
        int right = 0, found = 0, said = 0, hits = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            int cell = i % Pattern.CellCount;
            bool hit = _patterns[i / Pattern.CellCount].Has((Voice)(cell % Pattern.VoiceCount), cell / Pattern.VoiceCount);
            bool saysHit = probabilities[i] >= threshold;
            right += hit == saysHit ? 1 : 0;
            found += hit && saysHit ? 1 : 0;
            said += saysHit ? 1 : 0;
            hits += hit ? 1 : 0;
        }

        Reconstruction measured = Reconstruction.Measure(_trainer.Model, _patterns, Enumerable.Repeat(threshold, 14).ToArray());
        Assert.Equal(_patterns.Length, measured.Patterns);
        Assert.Equal((double)right / probabilities.Length, measured.BitAccuracy, 12);
        Assert.Equal(2.0 * found / (said + hits), measured.F1, 12);
        Assert.InRange(measured.F1, 0.05, 0.95);
        Assert.Equal(0, measured.Exact);
    }

    [Fact]
    public void Chosen_thresholds_are_the_best_of_all_hundredths()
    {
        float[] chosen = ThresholdSearch.BestF1(_trainer.Model, _patterns);
        float[] probabilities = _trainer.Model.Decode(_trainer.Model.Encode(_patterns));
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            double best = Enumerable.Range(1, 99).Max(hundredth => F1(probabilities, voice, hundredth / 100f));
            Assert.Equal(best, F1(probabilities, voice, chosen[voice]), 9);
        }
    }

    [Fact]
    public void A_voice_that_is_never_hit_keeps_the_default_threshold()
    {
        Pattern[] silent = [.. Enumerable.Repeat(default(Pattern), 10)];
        Assert.All(ThresholdSearch.BestF1(_trainer.Model, silent), threshold => Assert.Equal(ThresholdSearch.Default, threshold));
    }

    private double F1(float[] probabilities, int voice, float threshold)
    {
        int found = 0, said = 0, hits = 0;
        for (int i = voice; i < probabilities.Length; i += Pattern.VoiceCount)
        {
            bool hit = _patterns[i / Pattern.CellCount].Has((Voice)voice, i % Pattern.CellCount / Pattern.VoiceCount);
            bool saysHit = probabilities[i] >= threshold;
            found += hit && saysHit ? 1 : 0;
            said += saysHit ? 1 : 0;
            hits += hit ? 1 : 0;
        }

        return 2.0 * found / (said + hits);
    }
}
