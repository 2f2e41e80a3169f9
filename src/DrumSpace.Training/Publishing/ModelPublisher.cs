using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Creates a bundle of a trained model: aligns its axes, chooses its thresholds, evaluates it, exports it and writes its
/// card.</summary>
public static class ModelPublisher
{
    /// <summary>Writes the bundle.</summary>
    /// <param name="folder">The bundle's folder; created or overwritten.</param>
    /// <param name="name">The model's display name.</param>
    /// <param name="trainer">The finished run. Its model's axes change, so the run cannot be continued.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="data">The run's data. Thresholds and quantiles are chosen on the training patterns alone.</param>
    /// <param name="credits">The data's licences and authors, Markdown for the card; or null.</param>
    /// <exception cref="TrainingException">The model did not learn to use all axes.</exception>
    /// <exception cref="BundleException">The name is not valid.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static PublishedModel Publish(
        string folder, string name, Trainer trainer, TrainingOptions options, TrainingData data, string? credits = null)
    {
        PatternModel model = trainer.Model;
        Pattern[] resampled = trainer.Resampled(data.Training);
        LatentAxes.Align(model, resampled);
        float[] thresholds = ThresholdSearch.Best(model, resampled, model.RecallWeight);
        Latent[] resampledLatents = model.Encode(resampled);
        Latent[] latents = model.Encode(data.Training);
        var published = new PublishedModel(
            name,
            thresholds,
            LatentAxes.Correlations(latents, data.Training),
            Reconstruction.Measure(model, data.Training, latents, thresholds),
            Reconstruction.Measure(model, data.HeldOut, model.Encode(data.HeldOut), thresholds));
        var manifest = new BundleManifest
        {
            Name = name,
            VersionDate = DateOnly.FromDateTime(DateTime.UtcNow),
            Thresholds = thresholds,
            Quantiles = LatentQuantiles.Of(resampledLatents),
            Axes = LatentAxes.Labels(published.Correlations),
            Prior = model.Freedom == LatentFreedom.Order ? LatentPrior.StandardNormal : LatentPrior.Of(resampledLatents),
            Variations = model.ResidualSize,
            Training = Facts(published, trainer, options, data),
        };
        BundleWriter.Write(folder, manifest, new Dictionary<string, byte[]>
        {
            [BundleFile.Encoder] = OnnxExporter.Encoder(model),
            [BundleFile.Decoder] = OnnxExporter.Decoder(model),
            [BundleFile.ModelCard] = Encoding.UTF8.GetBytes(ModelCard.Write(published, model, trainer.Losses, options, data, credits)),
            [BundleFile.Losses] = Encoding.UTF8.GetBytes(LossSeries.ToCsv([LossSeries.OfEpochs("loss", trainer.Losses)])),
        });
        return published;
    }

    private static Dictionary<string, string> Facts(
        PublishedModel published, Trainer trainer, TrainingOptions options, TrainingData data) =>
        BundleCard.Texts(new()
        {
            ["model"] = $"{options.Kind}",
            ["seed"] = $"{options.Seed}",
            ["epochs"] = $"{options.Epochs}",
            ["batchSize"] = $"{options.BatchSize}",
            ["learningRate"] = $"{options.LearningRate}",
            ["finalLoss"] = $"{trainer.Losses[^1]:F6}",
            ["trainingPatterns"] = $"{data.Training.Length}",
            ["heldOutPatterns"] = $"{data.HeldOut.Length}",
            ["heldOutBitAccuracy"] = $"{published.HeldOut.BitAccuracy:F4}",
            ["heldOutF1"] = $"{published.HeldOut.F1:F4}",
            ["heldOutExact"] = $"{published.HeldOut.Exact:F4}",
        });
}
