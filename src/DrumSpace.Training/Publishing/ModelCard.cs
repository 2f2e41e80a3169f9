using System.Globalization;
using System.Text;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Publishing;

/// <summary>The model card of a bundle: the model, its training and data, its evaluation, and its limits.</summary>
internal static class ModelCard
{
    /// <summary>Writes the card as Markdown; equal runs give equal cards.</summary>
    public static string Write(
        PublishedModel published,
        PatternModel model,
        IReadOnlyList<double> losses,
        TrainingOptions options,
        TrainingData data,
        string? credits)
    {
        var card = new StringBuilder();
        void Line(FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"# {published.Name}");
        Line($"");
        Line($"A latent space of drum patterns with four dimensions.");
        Line($"A pattern is two bars of 4/4 on the 16th grid with {Pattern.VoiceCount} voices.");
        Line($"");
        Line($"## Model");
        Line($"");
        Line($"{model.Description}");
        Line($"");
        Line($"- Kind: `{model.Kind}`. Encoder {model.Encoder.Shape}; decoder {model.Decoder.Shape}.");
        string cells = $"[N, {Pattern.CellCount}]", latent = $"\"latent\" [N, {Latent.Dimensions}]";
        Line($"- `encoder.onnx`: \"pattern\" {cells} of 0 and 1 (cell = step * {Pattern.VoiceCount} + voice) to {latent}.");
        string residual = model.ResidualSize == 0 ? ""
            : $" and \"variation\" [N, {model.ResidualSize}], the residual latent, standard normal or zero,";
        Line($"- `decoder.onnx`: {latent}{residual} to \"probabilities\" {cells}, 0 to 1.");
        Line($"- A cell is a hit if its probability is at least its voice's threshold.");
        Line($"  The thresholds have the best {Measure(model)} on the training patterns.");
        Line($"");
        Line($"## Axes");
        Line($"");
        Line($"{Scale(model.Freedom)} Pearson's correlation over the training patterns:");
        Line($"");
        Line($"| | axis 1 | axis 2 | axis 3 | axis 4 |");
        Line($"| --- | ---: | ---: | ---: | ---: |");
        for (int trait = 0; trait < PatternTrait.All.Count; trait++)
        {
            (PatternTrait named, double[,] r) = (PatternTrait.All[trait], published.Correlations);
            Line($"| {named.Name}: {named.Description} | {r[trait, 0]:F2} | {r[trait, 1]:F2} | {r[trait, 2]:F2} | {r[trait, 3]:F2} |");
        }

        Line($"");
        Line($"Syncopation is counted after Longuet-Higgins and Lee (1984).");
        Line($"");
        Line($"## Training");
        Line($"");
        Line($"- {options.Epochs} epochs, {Optimizer(model)}, learning rate {options.LearningRate} decaying to 0 along a half cosine,");
        Line($"  batches of {options.BatchSize}, seed {options.Seed}.");
        string folders = string.Join(' ', data.Folders.Select(Leaf));
        Line($"- Command: `drumspace train --data {folders} --model {options.Kind} --epochs {options.Epochs} --seed {options.Seed}`.");
        Line($"- Mean loss: {losses[0]:F4} in the first epoch, {losses[^1]:F4} in the last.");
        Line($"");
        Line($"## Data");
        Line($"");
        Line($"| folder | training files | held-out files | refused files |");
        Line($"| --- | ---: | ---: | ---: |");
        foreach (DataFolder folder in data.Folders)
        {
            Line($"| {Leaf(folder)} | {folder.TrainingFiles} | {folder.HeldOutFiles} | {folder.RefusedFiles} |");
        }

        Line($"");
        Line($"Patterns start at every bar of 4/4, pass the entropy filter (above {EntropyFilter.Threshold} nats) and are distinct.");
        Line($"The split is by file: {data.Training.Length} training and {data.HeldOut.Length} held-out patterns, none in both sets.");
        Line($"");
        if (credits != null)
        {
            card.Append(credits.Trim().ReplaceLineEndings("\n")).Append("\n\n");
        }

        Line($"## Measured");
        Line($"");
        string reconstruction = model.ResidualSize == 0 ? "reconstruction" : "reconstruction from the latent alone";
        Line($"| {reconstruction} | patterns | accuracy | F1 of hits | exact |");
        Line($"| --- | ---: | ---: | ---: | ---: |");
        AppendRow(published.Training.Patterns < data.Training.Length ? "training set, sampled" : "training set", published.Training);
        AppendRow("held-out set", published.HeldOut);
        Line($"");
        Line($"## Limits");
        Line($"");
        Line($"- Four dimensions do not represent every pattern: a reconstruction is the space's nearest pattern, not always the input.");
        Line($"- It models 4/4 on the 16th grid only: no triplets, no odd meters, no velocity, no timing.");
        Line($"- Voices that are rare in the data are rare in its patterns.");
        return card.ToString();

        void AppendRow(string what, Reconstruction measured) =>
            Line($"| {what} | {measured.Patterns} | {100 * measured.BitAccuracy:F2} % | {measured.F1:F4} | {100 * measured.Exact:F2} % |");
    }

    private static string Scale(LatentFreedom freedom) => freedom switch
    {
        LatentFreedom.Order =>
            "The axes are as trained, with order and direction chosen so that each increases with one trait as far as possible.",
        LatentFreedom.Scale =>
            "Each axis has mean 0 and deviation 1 over the encoded training patterns; order and direction are chosen so that each "
            + "increases with one trait as far as possible.",
        _ =>
            "Over the encoded training patterns, weighted as in training, the axes have mean 0, deviation 1 and no correlation; they are "
            + "rotated so that each increases with one trait as far as possible.",
    };

    private static string Measure(PatternModel model) => model.RecallWeight == 1
        ? "F1"
        : string.Create(CultureInfo.InvariantCulture, $"F-measure with beta {model.RecallWeight} (van Rijsbergen 1979)");

    private static string Optimizer(PatternModel model) =>
        model.WeightDecay > 0 ? string.Create(CultureInfo.InvariantCulture, $"AdamW, weight decay {model.WeightDecay}") : "Adam";

    private static string Leaf(DataFolder folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)));
}
