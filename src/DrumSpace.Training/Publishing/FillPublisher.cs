using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Fills;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Adds trained fills to a bundle: the network, its section of the model card, and its facts in the manifest.</summary>
public static class FillPublisher
{
    /// <summary>Adds the fills to the bundle, or replaces its fills; the latent space is unchanged.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="trainer">The finished training.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="scores">The scores beside held-out fills.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(
        string folder, FillTrainer trainer, FillOptions options, FillData data, IReadOnlyList<FillScore> scores)
    {
        FillScore model = scores.Single(score => score.Name == FillEvaluation.ModelName);
        BundleCard.Put(
            folder,
            Companions.FillTitle,
            Section(trainer, options, data, scores),
            new() { [BundleFile.Fill] = FillExporter.Export(trainer.Model) },
            new()
            {
                ["fillsSeed"] = $"{options.Seed}",
                ["fillsEpochs"] = $"{options.Epochs}",
                ["fillsPrecision"] = $"{model.Precision:F4}",
                ["fillsRecall"] = $"{model.Recall:F4}",
                ["fillsShare"] = $"{model.FillShare:F4}",
            });
    }

    private static string Section(
        FillTrainer trainer, FillOptions options, FillData data, IReadOnlyList<FillScore> scores) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `fill.onnx`: "pattern" [N, 448] of 0 and 1 and "noise" [N, 224], logistic, to "probabilities" [N, 224] of a fill in place of the second
        bar; from 0.5 on a cell is a hit. Steps are drawn one after the other, each given the 16 before; 296-64-14 with ReLU.

        - Trained on {data.Training.Count} pairs of a pattern and a fill of Groove's training split: {data.Training.Count(pair => pair.IsRecorded)} of fills that were recorded as such, with up to
          4 typical patterns of the same session, style and tempo, and {data.Training.Count(pair => !pair.IsRecorded)} of fills found in longer recordings, with the two bars before.
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} along a half cosine, weight decay {options.WeightDecay}, batches of {options.BatchSize}, seed {options.Seed}; {options.LeftOutHits:P0} of the hits hidden, noise times {FillNetwork.Temperature}.
        - Command: `drumspace train-fill --data groove --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        Beside {data.HeldOut.Count} held-out fills, from their patterns as this model decodes them; hits a bar. "Called a fill": by the nearest training bar.

        {FillEvaluation.ToMarkdown([.. scores.Where(score => score.Name != FillEvaluation.TrainingName)])}
        """);
}
