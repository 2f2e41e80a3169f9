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
        `melody.onnx`: one step of a monophonic melody that is conditioned on the drums, to be run 32 times with the state passed on. Inputs:
        "drums" [N, 448] (rotated so that the step comes first), "step" [N, 32], "previous" and "bar_before" [N, 38] (tokens: rest, tie, three
        octaves of degrees above the tonic, from an octave below the setting's), "setting" [N, 40] (role 2, General MIDI family 16, tonic 12,
        major or minor 2, octave 8) and "state" [N, 128], at first zeros; outputs "logits" [N, 38] and "next_state" [N, 128].

        - Embeddings and a gated recurrent unit of 128, after arXiv 2007.06284, trained on {data.Training.Count} melodies of {data.TrainingSongs.Distinct().Count()} songs of multitrack, each
          transposed to a random key in each epoch (keys by Krumhansl and Schmuckler; leads and basses by programme and register).
        - {options.Epochs} epochs, AdamW, learning rate {options.LearningRate} along a half cosine, weight decay {options.WeightDecay}, batches of {options.BatchSize}, seed {options.Seed}; dropout {options.Dropout}, token dropout {options.HiddenTokens:P0}.
        - Command: `drumspace train-melody --data multitrack --bundle BUNDLE --epochs {options.Epochs} --seed {options.Seed}`.

        On {evaluation.Lines} melodies of {evaluation.Songs} songs of the validation split: {evaluation.OwnDrums.PerStep:F4} nats a step with their own drums, {evaluation.OtherDrums.PerStep:F4} with another song's (the
        rhythm alone {evaluation.OwnDrums.Rhythm:F4} and {evaluation.OtherDrums.Rhythm:F4}). Samples at temperature 1, the nearer to the songs' own the better:

        {evaluation.StatisticsToMarkdown()}
        """);
}
