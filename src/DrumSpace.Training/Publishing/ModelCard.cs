using System.Globalization;
using System.Text;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Publishing;

/// <summary>The model card of a bundle: its use and limits, the model, its training and data. Figures come as further sections.</summary>
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
        string cells = $"[N, {Pattern.CellCount}]", latent = $"\"latent\" [N, {Latent.Dimensions}]";
        string residual = model.ResidualSize == 0 ? ""
            : $" and \"variation\" [N, {model.ResidualSize}], the residual latent, standard normal or zero,";
        string folders = string.Join(' ', data.Folders.Select(Leaf));
        string card = string.Create(CultureInfo.InvariantCulture, $"""
            # {published.Name}

            A latent space of drum patterns with four dimensions. A pattern is two bars of 4/4 on the 16th grid with {Pattern.VoiceCount} voices.

            ## Use and limits

            - For DrumSpace's four knobs: to wander between beats, vary them and find similar ones; and for research on such spaces.
            - Four dimensions do not represent every pattern: a reconstruction is the space's nearest pattern, not always the input.
            - It models 4/4 on the 16th grid only: no triplets, no odd meters. Voices that are rare in the data are rare in its patterns. It may
              decode to a pattern of the data, as two drummers may play the same beat.

            ## Model

            {model.Description}

            - Kind: `{model.Kind}`. Encoder {model.Encoder.Shape}; decoder {model.Decoder.Shape}.
            - `encoder.onnx`: "pattern" {cells} of 0 and 1 (cell = step * {Pattern.VoiceCount} + voice) to {latent}.
            - `decoder.onnx`: {latent}{residual} to "probabilities" {cells}, 0 to 1. A cell is a hit if its probability is at least its voice's
              threshold. The thresholds have the best {Measure(model)} on the training patterns.

            ## Axes

            {Scale(model.Freedom)}
            Pearson's correlation over the training patterns (syncopation is counted after Longuet-Higgins and Lee 1984):

            {Axes(published.Correlations)}

            ## Training and data

            - {options.Epochs} epochs, {Optimizer(model)}, learning rate {options.LearningRate} decaying to 0 along a half cosine, batches of {options.BatchSize}, seed {options.Seed}.
            - Mean loss {losses[0]:F4} in the first epoch, {losses[^1]:F4} in the last. F1 of hits from the encoder's latent:
              {published.Training.F1:F3} on training patterns, {published.HeldOut.F1:F3} on held-out ones.
            - Command: `drumspace train --data {folders} --model {options.Kind} --epochs {options.Epochs} --seed {options.Seed}`.

            {Folders(data)}.
            Patterns start at every bar of 4/4, pass the entropy filter (above {EntropyFilter.Threshold} nats) and are distinct. Files are split in three, Groove's by
            its authors, others 80/10/10 by a hash of their paths: {data.Training.Length} training patterns, and {data.HeldOut.Length} of the validation split, on which every
            choice was made, none in both. Files of a test split are opened by `drumspace evaluate --split test` alone.
            """);
        return card.ReplaceLineEndings("\n") + "\n" + (credits == null ? "" : "\n" + credits.Trim().ReplaceLineEndings("\n") + "\n");
    }

    private static string Axes(double[,] correlations)
    {
        StringBuilder table = new("| | axis 1 | axis 2 | axis 3 | axis 4 |\n| --- | ---: | ---: | ---: | ---: |");
        for (int trait = 0; trait < PatternTrait.All.Count; trait++)
        {
            PatternTrait named = PatternTrait.All[trait];
            table.Append(CultureInfo.InvariantCulture, $"\n| {named.Name}: {named.Description} |");
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                table.Append(CultureInfo.InvariantCulture, $" {correlations[trait, axis]:F2} |");
            }
        }

        return table.ToString();
    }

    private static string Folders(TrainingData data) => string.Join("; ", data.Folders.Select(
        folder => $"`{Leaf(folder)}`: {folder.TrainingFiles} training files, {folder.HeldOutFiles} for validation, {folder.RefusedFiles} refused"));

    private static string Scale(LatentFreedom freedom) => freedom switch
    {
        LatentFreedom.Order =>
            "The axes are as trained, with order and direction chosen so that each increases with one trait\nas far as possible.",
        LatentFreedom.Scale =>
            "Each axis has mean 0 and deviation 1 over the encoded training patterns; order and direction are chosen so that each\n"
            + "increases with one trait as far as possible.",
        _ =>
            "Over the encoded training patterns, weighted as in training, the axes have mean 0, deviation 1 and no correlation; they are\n"
            + "rotated so that each increases with one trait as far as possible.",
    };

    private static string Measure(PatternModel model) => model.RecallWeight == 1
        ? "F1"
        : string.Create(CultureInfo.InvariantCulture, $"F-measure with beta {model.RecallWeight} (van Rijsbergen 1979)");

    private static string Optimizer(PatternModel model) =>
        model.WeightDecay > 0 ? string.Create(CultureInfo.InvariantCulture, $"AdamW, weight decay {model.WeightDecay}") : "Adam";

    private static string Leaf(DataFolder folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)));
}
