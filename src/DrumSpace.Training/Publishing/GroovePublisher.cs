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
    /// <param name="player">What it trained.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="report">What it scores.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(
        string folder, GrooveTrainer trainer, GroovePlayer player, GrooveOptions options, GrooveData data, GrooveReport report) =>
        BundleCard.Put(
            folder,
            Companions.GrooveTitle,
            Section(trainer, player, options, data, report),
            new() { [BundleFile.Groove] = GrooveExporter.Export(player) },
            new()
            {
                ["grooveSeed"] = $"{options.Seed}",
                ["grooveEpochs"] = $"{options.Epochs}",
                ["grooveVelocityError"] = $"{report.Model.VelocityError:F4}",
                ["grooveVelocityCorrelation"] = $"{report.Model.VelocityCorrelation:F4}",
                ["grooveOffsetError"] = $"{report.Model.OffsetError:F4}",
                ["grooveOffsetCorrelation"] = $"{report.Model.OffsetCorrelation:F4}",
                ["grooveVelocityDeviation"] = $"{report.Taken.VelocityDeviation:F4}",
                ["grooveVelocityDistance"] = $"{report.Taken.VelocityDistance:F4}",
                ["grooveMedianVelocityDistance"] = $"{report.Median.VelocityDistance:F4}",
            });

    private static string Section(
        GrooveTrainer trainer, GroovePlayer player, GrooveOptions options, GrooveData data, GrooveReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `groove.onnx`: "pattern" [N, 448] of 0 and 1, "tempo" [N, 1], (quarters a minute - 120) / 60, and "take" [N, 1374], standard normal or
        zeros, to "velocity" [N, 448], 0 to 1, and "offset" [N, 448] in steps, -0.5 (early) to 0.5 (late). Zeros give the median performance.

        - For each step {player.Network.Layers.Widths} with ReLU, from half a bar to either side, the voices' numbers of hits, the place in
          the bar and the tempo to seven quantiles of each voice's velocity and offset (pinball loss, Koenker and Bassett 1978). Between hits
          a Gaussian copula: {player.VelocityShares.Take:P0} of a velocity's variance are the take's, {player.VelocityShares.Voice:P0} the voice's, {player.VelocityShares.Place:P0} the place's; of an offset's {player.OffsetShares.Take:P0}, {player.OffsetShares.Voice:P0}, {player.OffsetShares.Place:P0}.
        - Trained on {data.TrainingFiles} files of Groove's training split, {data.Training.Count} windows; velocity and timing as in GrooVAE (Gillick et al. 2019).
          {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} decaying to 0 along a half cosine, weight decay {options.WeightDecay}, batches of {options.BatchSize}, seed {options.Seed}; of
          each window {options.LeftOutVoices:P0} of the voices and {options.Dropout:P0} of the hidden units dropped.
        - Command: `drumspace train-groove --data groove --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        On {data.HeldOut.Count} windows of {data.HeldOutFiles} files of the validation split, over all hits: mean absolute error of velocities {report.Model.VelocityError:F4}, Pearson's
        correlation {report.Model.VelocityCorrelation:F3}; of offsets {report.Model.OffsetError:F4} steps and {report.Model.OffsetCorrelation:F3}. {Of(report.Scores[^2])}.
        {report.ToMarkdown()}
        """);

    private static string Of(GrooveScore score) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {score.Name}: {score.VelocityError:F4} and {score.VelocityCorrelation:F3}; {score.OffsetError:F4} and {score.OffsetCorrelation:F3}");
}
