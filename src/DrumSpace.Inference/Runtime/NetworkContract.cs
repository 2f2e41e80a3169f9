using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Groove;
using DrumSpace.Inference.Melody;
using DrumSpace.Music;
using DrumSpace.Music.Melody;
using Microsoft.ML.OnnxRuntime;

namespace DrumSpace.Inference.Runtime;

/// <summary>The inputs and outputs that a network of a bundle must have.</summary>
/// <param name="File">Its file's name in <see cref="BundleFile"/>.</param>
/// <param name="Inputs">All its inputs.</param>
/// <param name="Outputs">All its outputs.</param>
internal sealed record NetworkContract(string File, IReadOnlyList<TensorRow> Inputs, IReadOnlyList<TensorRow> Outputs)
{
    private static readonly TensorRow Pattern = new("pattern", Music.Pattern.CellCount);
    private static readonly TensorRow Latent = new("latent", Music.Latent.Dimensions);

    private static readonly TensorRow Probabilities = new("probabilities", Music.Pattern.CellCount, 0, 1, "a probability lies from 0 to 1");

    /// <summary>From the hits of each cell, 0 or 1, to a latent point.</summary>
    public static NetworkContract Encoder { get; } = new(BundleFile.Encoder, [Pattern], [Latent]);

    /// <summary>
    /// From the hits of each cell, 0 or 1, the scaled tempo and the numbers of a take to each cell's velocity and its offset from the grid in
    /// steps. Earlier models know the pattern alone.
    /// </summary>
    public static NetworkContract Groove { get; } = new(
        BundleFile.Groove,
        [Pattern, new("tempo", 1) { IsOptional = true }, new("take", GrooveModel.TakeWidth) { IsOptional = true }],
        [
            new("velocity", Music.Pattern.CellCount, 0, 1, "a velocity lies from 0 to 1"),
            new("offset", Music.Pattern.CellCount, -0.5f, 0.5f, "an offset lies from -0.5 to 0.5"),
        ]);

    /// <summary>From the hits of each cell, 0 or 1, and logistic noise to the probability of each cell of a fill of the second bar.</summary>
    public static NetworkContract Fill { get; } = new(
        BundleFile.Fill,
        [Pattern, new("noise", PatternFill.CellCount)],
        [new("probabilities", PatternFill.CellCount, 0, 1, "a probability lies from 0 to 1")]);

    /// <summary>
    /// One step of a melody: from the drums from this step on, the step, the tokens one step and one bar before, the conditioning and the
    /// recurrent state, to the logits of the tokens and the next state.
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

    /// <summary>From a latent point, and a residual latent where the model has one, to the probability of each cell.</summary>
    /// <param name="variations">The width of the residual latent; 0 for none.</param>
    public static NetworkContract Decoder(int variations) =>
        new(BundleFile.Decoder, variations == 0 ? [Latent] : [Latent, new("variation", variations)], [Probabilities]);

    /// <summary>The contract of a file of a bundle; null where it is not a network.</summary>
    public static NetworkContract? Of(string file, BundleManifest manifest) => file switch
    {
        BundleFile.Decoder => Decoder(manifest.Variations),
        BundleFile.Encoder => Encoder,
        BundleFile.Groove => Groove,
        BundleFile.Fill => Fill,
        BundleFile.Melody => Melody,
        _ => null,
    };

    /// <summary>Checks that a model has these tensors and no others, and that a run from zeros gives values that they may have.</summary>
    /// <param name="session">The model.</param>
    /// <param name="path">Its path, for the error.</param>
    /// <exception cref="BundleException">It breaks the contract.</exception>
    public void Check(SharedSession session, string path)
    {
        TensorRow.Check(Inputs, session.Session.InputMetadata, "input", path);
        TensorRow.Check(Outputs, session.Session.OutputMetadata, "output", path);
        using BoundNetwork network = new(session, this);
        try
        {
            network.Run();
        }
        catch (OnnxRuntimeException e)
        {
            throw new BundleException(path, "", "it fails when run: " + e.Message.TrimEnd('.'), e);
        }

        foreach ((int i, TensorRow output) in Outputs.Index())
        {
            foreach ((int at, float value) in network.OutputAt(i).ToArray().Index().Where(item => !output.Allows(item.Item)))
            {
                throw new BundleException(path, $"output \"{output.Name}\"[{at}]", $"it answers {value}, and {output.Rule}");
            }
        }
    }
}
