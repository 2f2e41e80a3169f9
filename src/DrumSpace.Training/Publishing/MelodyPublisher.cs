using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Melody;
using DrumSpace.Training.Onnx;

namespace DrumSpace.Training.Publishing;

/// <summary>Adds a trained melody to a bundle: the network, its section of the model card, and its facts in the manifest.</summary>
public static class MelodyPublisher
{
    /// <summary>Adds the melody to the bundle, or replaces its melody; the latent space is unchanged.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="trainer">The finished training.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">Its data.</param>
    /// <param name="evaluation">The evaluation on the held-out melodies.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Publish(
        string folder, MelodyTrainer trainer, MelodyOptions options, MelodyData data, MelodyEvaluation evaluation)
    {
        BundleCard.Put(
            folder,
            Companions.MelodyTitle,
            Section(trainer, options, data, evaluation),
            new() { [BundleFile.Melody] = MelodyExporter.Export(trainer.Model) },
            new()
            {
                ["melodySeed"] = $"{options.Seed}",
                ["melodyEpochs"] = $"{options.Epochs}",
                ["melodyNatsOwnDrums"] = $"{evaluation.OwnDrums.PerStep:F4}",
                ["melodyNatsOtherDrums"] = $"{evaluation.OtherDrums.PerStep:F4}",
            });
    }

    private static string Section(
        MelodyTrainer trainer, MelodyOptions options, MelodyData data, MelodyEvaluation evaluation) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `melody.onnx`: one step of a monophonic melody that is conditioned on the drums, to be run 32 times with the state passed on.
        Inputs, all one-hot or zeros and ones except the state: "drums" [N, 448] (the pattern rotated so that the step comes first), "step"
        [N, 32], "previous" and "bar_before" [N, 38] (the tokens a step and a bar before, a rest's before the beginning: rest, tie, then
        three octaves of twelve degrees above the tonic, the first an octave below the setting's), "setting" [N, 40] (role 2: lead, bass;
        General MIDI family 16; tonic 12; major, minor 2; octave 8) and "state" [N, 128], initially zeros; outputs "logits" [N, 38] and
        "next_state" [N, 128].

        - Embeddings of tone, octave, step, role, instrument, key and mode; a gated recurrent unit of 128, after arXiv 2007.06284.
        - Trained on {data.Training.Count} melodies of {data.TrainingSongs.Distinct().Count()} songs of the multitrack data credited above,
          each transposed to a random key in each epoch. The key is found by the algorithm of Krumhansl and Schmuckler. Leads and basses are
          distinguished by programme and register.
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} decaying to 0 along a half cosine, weight decay
          {options.WeightDecay}, batches of {options.BatchSize}, dropout {options.Dropout}, token dropout {options.HiddenTokens:P0}, seed
          {options.Seed}. Epochs and dropout were chosen on songs of the training split; the input of the token a bar before was added after
          the held-out melodies had shown too few repeats. Mean loss {trainer.Losses[0]:F4} in the first epoch, {trainer.Losses[^1]:F4} in
          the last.
        - Command: `drumspace train-melody --data multitrack --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        Measured on {evaluation.Lines} melodies of {evaluation.Songs} held-out songs, none of which is in the training set; samples are
        drawn at temperature 1. In the first table less is better; in the second, nearer to the songs' own melodies is better:

        {evaluation.ToMarkdown()}
        """);
}
