using System.Globalization;
using System.Text;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Publishing;

/// <summary>The model card of a bundle: what the model is, what it learnt from, how good it is, and where its limits lie.</summary>
internal static class ModelCard
{
    /// <summary>Writes the card as Markdown; equal runs give equal cards.</summary>
    public static string Write(
        PublishedModel published, BeatModel model, IReadOnlyList<double> losses, TrainingOptions options, TrainingData data, string? credits)
    {
        var card = new StringBuilder();
        void Line(FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"# {published.Name}");
        Line($"");
        Line($"A space of drum beats with four coordinates. A beat is two bars of 4/4 on the 16th grid with {Pattern.VoiceCount} voices.");
        Line($"");
        Line($"## Model");
        Line($"");
        Line($"{model.Description}");
        Line($"");
        Line($"- Kind: `{model.Kind}`. Encoder {model.Encoder.Shape}; decoder {model.Decoder.Shape}.");
        Line($"- `encoder.onnx`: \"pattern\" [N, {Pattern.CellCount}] of 0 and 1 (cell = step * {Pattern.VoiceCount} + voice) to \"latent\" [N, {Latent.Dimensions}].");
        string variation = model.Variations == 0 ? "" : $" and \"variation\" [N, {model.Variations}], standard normal numbers or zeros,";
        Line($"- `decoder.onnx`: \"latent\" [N, {Latent.Dimensions}]{variation} to \"probabilities\" [N, {Pattern.CellCount}], 0 to 1.");
        Line($"- A cell is a hit from its voice's threshold on; the thresholds have the best {Measure(model)} on the training patterns.");
        Line($"");
        Line($"## Axes");
        Line($"");
        Line($"{Scale(model.Freedom)} Pearson's correlation over the training patterns:");
        Line($"");
        Line($"| | axis 1 | axis 2 | axis 3 | axis 4 |");
        Line($"| --- | ---: | ---: | ---: | ---: |");
        for (int trait = 0; trait < BeatTrait.All.Count; trait++)
        {
            double[,] r = published.Correlations;
            Line($"| {BeatTrait.All[trait].Name}: {BeatTrait.All[trait].Description} | {r[trait, 0]:F2} | {r[trait, 1]:F2} | {r[trait, 2]:F2} | {r[trait, 3]:F2} |");
        }

        Line($"");
        Line($"Syncopation is counted after Longuet-Higgins and Lee (1984).");
        Line($"");
        Line($"## Training");
        Line($"");
        Line($"- {options.Epochs} epochs, {Optimizer(model)}, learning rate {options.LearningRate} falling to 0 along a half cosine, batches of {options.BatchSize}, seed {options.Seed}.");
        Line($"- Command: `drumspace train --data {string.Join(' ', data.Folders.Select(Leaf))} --model {options.Kind} --epochs {options.Epochs} --seed {options.Seed}`.");
        Line($"- Mean loss: {losses[0]:F4} in the first epoch, {losses[^1]:F4} in the last.");
        Line($"");
        Line($"## Data");
        Line($"");
        Line($"| folder | files learnt from | files held out | files refused |");
        Line($"| --- | ---: | ---: | ---: |");
        foreach (DataFolder folder in data.Folders)
        {
            Line($"| {Leaf(folder)} | {folder.TrainingFiles} | {folder.HeldOutFiles} | {folder.RefusedFiles} |");
        }

        Line($"");
        Line($"Patterns begin at every bar of 4/4, pass the entropy filter (above {EntropyFilter.Threshold} nats) and count once.");
        Line($"The split is by file: {data.Training.Length} patterns to learn from, {data.HeldOut.Length} held out, none of which is among the others.");
        Line($"");
        if (credits != null)
        {
            card.Append(credits.Trim().ReplaceLineEndings("\n")).Append("\n\n");
        }

        Line($"## Measured");
        Line($"");
        Line($"| saying patterns again{(model.Variations == 0 ? "" : ", by the latent alone")} | patterns | cells right | F1 of hits | whole patterns right |");
        Line($"| --- | ---: | ---: | ---: | ---: |");
        AppendRow(published.Training.Patterns < data.Training.Length ? "learnt from, drawn" : "learnt from", published.Training);
        AppendRow("held out", published.HeldOut);
        Line($"");
        Line($"## Limits");
        Line($"");
        Line($"- Four numbers do not hold every beat: what comes back is the nearest beat that the model knows, not always the one put in.");
        Line($"- It knows 4/4 on the 16th grid only: no triplets, no odd meters, no velocity, no timing.");
        Line($"- Voices that are rare in the data are rare in its beats.");
        return card.ToString();

        void AppendRow(string what, Reconstruction measured) =>
            Line($"| {what} | {measured.Patterns} | {100 * measured.BitAccuracy:F2} % | {measured.F1:F4} | {100 * measured.Exact:F2} % |");
    }

    private static string Scale(LatentFreedom freedom) => freedom switch
    {
        LatentFreedom.Order => "The axes are as they were learnt, in another order and direction: each goes up with one trait as far as can be.",
        LatentFreedom.Scale => "Each axis has mean 0 and deviation 1 over the encoded training patterns; order and direction are chosen so that each goes up with one trait as far as can be.",
        _ => "Over the encoded training patterns, counted as in training, the axes have mean 0, deviation 1 and no correlation with each other; they are turned so that each goes up with one trait as far as can be.",
    };

    private static string Measure(BeatModel model) => model.RecallWeight == 1
        ? "F1"
        : string.Create(CultureInfo.InvariantCulture, $"F-measure (van Rijsbergen 1979; a found hit counts {model.RecallWeight} times as much as a right one)");

    private static string Optimizer(BeatModel model) =>
        model.WeightDecay > 0 ? string.Create(CultureInfo.InvariantCulture, $"AdamW, weight decay {model.WeightDecay}") : "Adam";

    private static string Leaf(DataFolder folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)));
}
