using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Makes a bundle of a trained model: scales its space, chooses its thresholds, measures it, exports it and writes its card.</summary>
public static class ModelPublisher
{
    /// <summary>Writes the bundle.</summary>
    /// <param name="folder">The bundle's folder; made or overwritten.</param>
    /// <param name="name">The model's name, as a musician sees it.</param>
    /// <param name="trainer">The finished run. Its model's latent space is standardized here, so the run cannot go on afterwards.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="data">The run's data. Thresholds and quantiles are chosen on the training patterns alone.</param>
    /// <param name="credits">Markdown on the data's licences and authors, for the card; or null.</param>
    /// <exception cref="TrainingException">The model did not learn to use its whole space.</exception>
    /// <exception cref="BundleException">The name is one that no bundle may have.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static PublishedModel Publish(
        string folder, string name, Trainer trainer, TrainingOptions options, TrainingData data, string? credits = null)
    {
        BeatModel model = trainer.Model;
        LatentAxes.Align(model, data.Training);
        float[] thresholds = ThresholdSearch.BestF1(model, data.Training);
        Latent[] latents = model.Encode(data.Training);
        var published = new PublishedModel(
            name,
            thresholds,
            Reconstruction.Measure(model, data.Training, thresholds),
            Reconstruction.Measure(model, data.HeldOut, thresholds));
        var manifest = new BundleManifest
        {
            Name = name,
            Thresholds = thresholds,
            Quantiles = LatentQuantiles.Of(latents),
            Prior = LatentPrior.Of(latents),
            Training = Facts(published, trainer, options),
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

    private static Dictionary<string, string> Facts(PublishedModel published, Trainer trainer, TrainingOptions options)
    {
        static string Text(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
        return new()
        {
            ["model"] = options.Kind,
            ["seed"] = Text(options.Seed),
            ["epochs"] = Text(options.Epochs),
            ["batchSize"] = Text(options.BatchSize),
            ["learningRate"] = Text(options.LearningRate),
            ["finalLoss"] = Text(trainer.Losses[^1], "F6"),
            ["trainingPatterns"] = Text(published.Training.Patterns),
            ["heldOutPatterns"] = Text(published.HeldOut.Patterns),
            ["heldOutBitAccuracy"] = Text(published.HeldOut.BitAccuracy, "F4"),
            ["heldOutF1"] = Text(published.HeldOut.F1, "F4"),
            ["heldOutExact"] = Text(published.HeldOut.Exact, "F4"),
        };
    }
}
