using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Melody;
using DrumSpace.Music.Melody;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>What a bundle's network takes and gives.</summary>
/// <param name="File">Its name in <see cref="BundleFile"/>.</param>
/// <param name="Inputs">All its inputs.</param>
/// <param name="Outputs">All its outputs.</param>
internal sealed record NetworkContract(string File, IReadOnlyList<TensorRow> Inputs, IReadOnlyList<TensorRow> Outputs)
{
    private static readonly TensorRow Pattern = new("pattern", Music.Pattern.CellCount);
    private static readonly TensorRow Latent = new("latent", Music.Latent.Dimensions);

    private static readonly TensorRow Probabilities = new("probabilities", Music.Pattern.CellCount, 0, 1, "a probability lies from 0 to 1");

    /// <summary>From the hits of each cell, 0 or 1, to a latent point.</summary>
    public static NetworkContract Encoder { get; } = new(BundleFile.Encoder, [Pattern], [Latent]);

    /// <summary>From the hits of each cell to each cell's velocity and its distance from the grid in steps.</summary>
    public static NetworkContract Groove { get; } = new(
        BundleFile.Groove,
        [Pattern],
        [
            new("velocity", Music.Pattern.CellCount, 0, 1, "a velocity lies from 0 to 1"),
            new("offset", Music.Pattern.CellCount, -0.5f, 0.5f, "an offset lies from -0.5 to 0.5"),
        ]);

    /// <summary>
    /// One step of a line: from the drums as they come from here on, the step, the tokens a step and a bar before, the line's setting and the
    /// memory to the logits of the tokens and the memory for the next step.
    /// </summary>
    public static NetworkContract Melody { get; } = new(
        BundleFile.Melody,
        [
            new("drums", Music.Pattern.CellCount),
            new("step", MelodyPhrase.StepCount),
            new("previous", MelodyToken.Count),
            new("bar_before", MelodyToken.Count),
            new("setting", MelodyTensors.SettingWidth),
            new("state", MelodyTensors.StateSize),
        ],
        [new("logits", MelodyToken.Count), new("next_state", MelodyTensors.StateSize)]);

    /// <summary>From a latent point, and what varies its beat where the model has learnt to, to the probability of each cell.</summary>
    /// <param name="variations">How many numbers vary the beat; 0 where none do.</param>
    public static NetworkContract Decoder(int variations) =>
        new(BundleFile.Decoder, variations == 0 ? [Latent] : [Latent, new("variation", variations)], [Probabilities]);

    /// <summary>The contract of a file of a bundle; null for files that are no networks.</summary>
    public static NetworkContract? Of(string file, BundleManifest manifest) => file switch
    {
        BundleFile.Decoder => Decoder(manifest.Variations),
        BundleFile.Encoder => Encoder,
        BundleFile.Groove => Groove,
        BundleFile.Melody => Melody,
        _ => null,
    };

    /// <summary>Checks that a model has these tensors and no others.</summary>
    /// <param name="session">The model.</param>
    /// <param name="path">Where it lies, for the error.</param>
    /// <exception cref="BundleException">It has others.</exception>
    public void Check(InferenceSession session, string path)
    {
        TensorRow.Check(Inputs, session.InputMetadata, "input", path);
        TensorRow.Check(Outputs, session.OutputMetadata, "output", path);
    }
}
