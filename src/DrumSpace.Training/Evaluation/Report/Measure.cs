using System.Globalization;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>A figure of the report: one row of the table, one field of the JSON.</summary>
/// <param name="Key">The field's name in the JSON.</param>
/// <param name="Title">The row's heading.</param>
/// <param name="Meaning">Its definition, in a sentence.</param>
/// <param name="Format">The .NET format string of its values in the table.</param>
/// <param name="Of">Takes the figure from an evaluation; null where it was not measured.</param>
public sealed record Measure(string Key, string Title, string Meaning, string Format, Func<PatternEvaluation, double?> Of)
{
    private const string Percent = "0.0 %";
    private const string Share = "0.000";
    private const string Cells = "0.00";

    /// <summary>Every figure, in the order of the table.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("samples", "samples", "The number of patterns measured.", "#,0", e => e.Filter.Samples),
        new("passed", "pass the entropy filter", "Samples with an entropy above 0.9, of all samples.", Percent, e => e.Filter.Passed),
        new(
            "passedNovel", "pass, and novel", "Samples that pass and are not in the training set, of all samples: the authors' filter.",
            Percent, e => e.Filter.PassedNovel),
        new("unique", "unique", "Distinct patterns per sample.", Percent, e => e.Filter.Unique),
        new("passedUnique", "pass, and unique", "Distinct patterns that pass, per sample.", Percent, e => e.Filter.PassedUnique),
        new("novel", "novel", "Samples that are not in the training set, of all samples.", Percent, e => e.Filter.Novel),
        new(
            "precision", "precision",
            "Samples inside the manifold of held-out patterns (k = 3, Hamming distance), duplicates included. Sparse patterns are near to"
            + " all other sparse ones: read it together with the pass rate.", Share, e => e.All?.Precision),
        new(
            "recall", "recall",
            "Held-out patterns inside the manifold of as many samples (k = 3, Hamming distance), duplicates included.",
            Share, e => e.All?.Recall),
        new(
            "keptPrecision", "precision, kept", "Precision of the distinct samples that pass the entropy filter.",
            Share, e => e.Kept?.Precision),
        new("keptRecall", "recall, kept", "Recall of the distinct samples that pass the entropy filter.", Share, e => e.Kept?.Recall),
        new(
            "twoSampleAccuracy", "two-sample accuracy",
            "How often a pattern's nearest neighbour among samples and held-out patterns is of its own kind (1-nearest-neighbour test);"
            + " 0.5 where they cannot be told apart.", Share, e => e.TwoSampleAccuracy),
        new("coverage1", "coverage within 1", "Held-out patterns with a sample at most 1 cell away.", Percent, e => e.Coverage?.Within1),
        new("coverage2", "coverage within 2", "Held-out patterns with a sample at most 2 cells away.", Percent, e => e.Coverage?.Within2),
        new("coverage4", "coverage within 4", "Held-out patterns with a sample at most 4 cells away.", Percent, e => e.Coverage?.Within4),
        new(
            "medianDistance", "median distance", "The median distance from a held-out pattern to the nearest sample, in cells.",
            "0.0", e => e.Coverage?.MedianDistance),
        new(
            "bitAccuracy", "reconstruction: accuracy", "Accuracy over the cells of held-out patterns.",
            "0.00 %", e => e.Reconstruction?.BitAccuracy),
        new(
            "f1", "reconstruction: F1",
            "F1 of the hits of held-out patterns, from the best latent alone that the plugin's search finds.",
            Share, e => e.Reconstruction?.F1),
        new(
            "encoderF1", "reconstruction: F1, encoder", "The same with the encoder's latent, without a search.",
            Share, e => e.EncoderReconstruction?.F1),
        new(
            "seededF1", "reconstruction: F1, by seed",
            "F1 of the hits of held-out patterns with variation, from the latent and the best of 100 seeds.",
            Share, e => e.SeededReconstruction?.F1),
        new("exact", "reconstruction: exact", "Held-out patterns reconstructed without error.", Percent, e => e.Reconstruction?.Exact),
        new(
            "linePassed", "lines: pass", "Points on straight lines between held-out patterns that pass the entropy filter.",
            Percent, e => e.Interpolation?.Passed),
        new(
            "lineStep", "lines: mean step", "Cells that change between neighbouring points, 64 steps per line.",
            Cells, e => e.Interpolation?.MeanStep),
        new(
            "lineRest", "lines: max plateau", "The longest stretch of a line without a change, mean over the lines.",
            Percent, e => e.Interpolation?.MaxPlateau),
        new(
            "lineJump", "lines: max jump", "The most cells that change in one step of a line, mean over the lines.",
            Cells, e => e.Interpolation?.MaxJump),
        new(
            "lineDetour", "lines: path ratio", "Changes along a line divided by the distance between its ends; 1 is the direct path.",
            Cells, e => e.Interpolation?.PathRatio),
        new("hits", "hits per pattern", "The mean number of hits.", "0.0", e => e.Voices.HitsPerPattern),
        new(
            "voiceVariation", "voices: variation", "The total variation distance of the voices from those of the held-out patterns.",
            Share, e => e.VoiceVariation),
    ];

    /// <summary>The figure as text; a dash where it was not measured.</summary>
    public string Text(PatternEvaluation evaluation) => Of(evaluation)?.ToString(Format, CultureInfo.InvariantCulture) ?? "–";
}
