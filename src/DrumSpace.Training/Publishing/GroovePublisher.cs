using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Groove;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Adds a trained groove to a bundle: the network, its section of the model card, and its facts in the manifest.</summary>
public static class GroovePublisher
{
    /// <summary>Adds the groove to the bundle, or replaces its groove; the latent space is unchanged.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="trainer">The finished training.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="scores">The scores on the held-out windows.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(
        string folder, GrooveTrainer trainer, GrooveOptions options, GrooveData data, IReadOnlyList<GrooveScore> scores)
    {
        GrooveScore model = scores.Single(score => score.Name == GrooveEvaluation.ModelName);
        BundleCard.Put(
            folder,
            Companions.GrooveTitle,
            Section(trainer, options, data, scores),
            new() { [BundleFile.Groove] = GrooveExporter.Export(trainer.Model) },
            new()
            {
                ["grooveSeed"] = $"{options.Seed}",
                ["grooveEpochs"] = $"{options.Epochs}",
                ["grooveVelocityError"] = $"{model.VelocityError:F4}",
                ["grooveVelocityCorrelation"] = $"{model.VelocityCorrelation:F4}",
                ["grooveOffsetError"] = $"{model.OffsetError:F4}",
                ["grooveOffsetCorrelation"] = $"{model.OffsetCorrelation:F4}",
            });
    }

    private static string Section(
        GrooveTrainer trainer, GrooveOptions options, GrooveData data, IReadOnlyList<GrooveScore> scores) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `groove.onnx`: "pattern" [N, 448] of 0 and 1 to "velocity" [N, 448], 0 to 1, and "offset" [N, 448], the distance of a hit from its
        step in steps, -0.5 (early) to 0.5 (late). It predicts the human mean, and is deterministic.

        - 448-256-128 with ReLU, then a layer each for velocities (sigmoid) and offsets (half a tanh).
        - Trained on the drummers of the Groove MIDI Dataset's training split, credited above: {data.TrainingFiles} files,
          {data.Training.Count} windows, one at every bar; velocity and timing as in GrooVAE (Gillick et al. 2019).
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} decaying to 0 along a half cosine, weight decay
          {options.WeightDecay}, batches of {options.BatchSize}, {options.LeftOutVoices:P0} of the voices of each window dropped at random,
          seed {options.Seed}. Mean loss {trainer.Losses[0]:F4} in the first epoch, {trainer.Losses[^1]:F4} in the last.
        - Command: `drumspace train-groove --data groove --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        Measured on the {data.HeldOut.Count} windows of the {data.HeldOutFiles} files of the validation split, over all hits (mean absolute
        error, Pearson's correlation). The means are those of the training windows:

        {GrooveEvaluation.ToMarkdown(scores)}
        """);
}
