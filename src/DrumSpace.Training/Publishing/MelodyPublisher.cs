using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Puts a trained melody into a bundle: the network, its section of the model card, and the facts in the manifest.</summary>
public static class MelodyPublisher
{
    /// <summary>Extends the bundle, or replaces the melody that it has; its beats stay as they are.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="trainer">The finished training.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="evaluation">What was measured on the held-out lines.</param>
    /// <exception cref="BundleException">The folder holds no sound bundle.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(
        string folder, MelodyTrainer trainer, MelodyOptions options, MelodyData data, MelodyEvaluation evaluation)
    {
        string card = File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard));
        static string Text(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
        BundleWriter.Extend(
            folder,
            new Dictionary<string, byte[]>
            {
                [BundleFile.Melody] = MelodyExporter.Export(trainer.Model),
                [BundleFile.ModelCard] = Encoding.UTF8.GetBytes(CardSection.Put(card, Companions.MelodyTitle, Section(trainer, options, data, evaluation))),
            },
            new Dictionary<string, string>
            {
                ["melodySeed"] = Text(options.Seed),
                ["melodyEpochs"] = Text(options.Epochs),
                ["melodyNatsOwnDrums"] = Text(evaluation.OwnDrums.PerStep, "F4"),
                ["melodyNatsOtherDrums"] = Text(evaluation.OtherDrums.PerStep, "F4"),
            });
    }

    private static string Section(
        MelodyTrainer trainer, MelodyOptions options, MelodyData data, MelodyEvaluation evaluation) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `melody.onnx`: one step of a monophonic line that hears the drums, to be run 32 times with the memory handed on. Inputs, all rows of zeros
        and ones but the memory: "drums" [N, 448] (the pattern turned so that the step comes first), "step" [N, 32], "previous" and "bar_before"
        [N, 38] (the tokens a step and a bar before, a rest's before the beginning: rest, tie, then three octaves of twelve degrees above the tonic,
        the first an octave below the setting's), "setting" [N, 40] (role 2:
        lead, bass; General MIDI family 16; tonic 12; major, minor 2; octave 8) and "state" [N, 128], zeros at first; outputs "logits" [N, 38] and
        "next_state" [N, 128].

        - Learnt embeddings of tone, octave, step, role, instrument, key and mode; a gated recurrent unit of 128, after arXiv 2007.06284.
        - Learnt from {data.Training.Count} lines of {data.TrainingSongs.Distinct().Count()} songs of the multitrack data credited above, each moved to a random key each time it comes. The key is
          found by the algorithm of Krumhansl and Schmuckler. Leads and basses are told apart by programme and register.
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} falling to 0 along a half cosine, weight decay {options.WeightDecay}, batches of {options.BatchSize}, dropout {options.Dropout},
          {options.HiddenTokens:P0} of the tokens before hidden, seed {options.Seed}. Epochs and dropout were chosen on
          songs of the training split; that it is reminded of the bar before, after the held-out lines showed too few repeats. Mean loss {trainer.Losses[0]:F4} in the first epoch, {trainer.Losses[^1]:F4} in the last.
        - Command: `drumspace train-melody --data multitrack --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        Measured on {evaluation.Lines} lines of {evaluation.Songs} held-out songs, none of which is among the others; lines are made up at temperature 1. Less is better in
        the first table; in the second, the nearer to the songs' own lines the better:

        {evaluation.ToMarkdown()}
        """);
}
