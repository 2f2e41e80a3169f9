using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Common;
using DrumSpace.Training.Data;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Puts trained common beats into a bundle: the network, its section of the model card, and the facts in the manifest.</summary>
public static class CommonPublisher
{
    private const string Title = "Common beats";

    /// <summary>Extends the bundle, or replaces the common beats that it has; its own beats stay as they are.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="trainer">The finished training.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="score">What was measured.</param>
    /// <exception cref="BundleException">The folder holds no sound bundle, or one whose model has not learnt to vary.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(string folder, CommonTrainer trainer, CommonOptions options, CommonData data, CommonScore score)
    {
        string card = File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard));
        static string Text(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
        BundleWriter.Extend(
            folder,
            new Dictionary<string, byte[]>
            {
                [BundleFile.Common] = CommonExporter.Export(trainer.Model, BundleManifest.Read(folder).Thresholds),
                [BundleFile.ModelCard] = Encoding.UTF8.GetBytes(CardSection.Put(card, Title, Section(trainer, options, data, score))),
            },
            new Dictionary<string, string>
            {
                ["commonSeed"] = Text(options.Seed),
                ["commonEpochs"] = Text(options.Epochs),
                ["commonSaidWhole"] = Text(score.Exact, "F4"),
                ["commonSaidNear"] = Text(score.Near, "F4"),
            });
    }

    private static string Section(CommonTrainer trainer, CommonOptions options, CommonData data, CommonScore score) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `common.onnx`: "latent" [N, 4] and "family" [N, {BeatVariation.CommonFamilies}], 1 at the family's number and 0 elsewhere, to "probabilities" [N, 448], 0 to 1, for
        the thresholds of the model. Where Variation is up, seeds that end in 0 lead to it: at 100 % the knobs move among the beats of a family, below
        it is blended with the model's own beat. The families come in turn: 10 leads to the second, 20 to the third, 80 to the first again.

        - {trainer.Model.Shape}.
        - Learnt from {data.Beats.Count} beats, the first of a choice from the {data.Patterns} patterns to learn from and their bars put together anew, made so that
          they come within {CoveringChoice.Reach} cells of as many patterns of other files as can be: the beats that are played most alike. They are parted into
          {BeatVariation.CommonFamilies} families by what they differ in the most; in a family, the axes order them by the traits above and, half as much, by what they differ in otherwise, and they lie along each as its normal
          distribution does, a little closer.
        - A point teaches the beat of its family whose place is nearest; points lie around places with a deviation of {options.Reach}, and are moved by {options.Softness}
          before the nearest is looked for. Bass drum, cymbals that keep time (hi-hats and ride) and all others look for it {options.Apart} apart from the point, each to another
          side, so that they change one after another on the way from beat to beat. It says most of these beats nearly, and some by heart: those of the data among them are what its
          songs and drummers have in common.
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} falling to 0 along a half cosine, weight decay {options.WeightDecay}, batches of {options.BatchSize}, seed {options.Seed}.
          Mean loss {trainer.Losses[0]:F4} in the first epoch, {trainer.Losses[^1]:F4} in the last.
        - Command: `drumspace train-common --data groove multitrack --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        At their own places:

        {score.ToMarkdown()}
        """);
}
