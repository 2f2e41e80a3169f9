using System.Globalization;
using System.Text.Json;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Decoding;
using DrumSpace.Music;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Fills;

/// <summary>
/// Compares generated fills, and those of the rule that plays where none were learnt, with held-out ones. Both start from the held-out
/// fills' patterns as the bundle decodes them, because the rule needs probabilities.
/// </summary>
public static class FillEvaluation
{
    /// <summary>The trained model's name among the scores.</summary>
    public const string ModelName = "learnt fills";

    /// <summary>The name of the training set's fills among the scores.</summary>
    internal const string TrainingName = "training fills";

    // Fills for each pattern: the figures of one draw are within 0.03 of their mean.
    private const int Draws = 8;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The names of the figures.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } =
        ["precision", "recall", "called a fill", "toms", "snares", "crashes", "hits"];

    /// <summary>Measures real bars, the rule and the model.</summary>
    /// <param name="generate">The model: from patterns, and a seed for each, to the patterns with the fill as their second bar.</param>
    /// <param name="data">Its data.</param>
    /// <param name="bundle">Its bundle; owned by the caller.</param>
    public static IReadOnlyList<FillScore> Measure(
        Func<Pattern[], int[], Pattern[]> generate, FillData data, ModelBundle bundle)
    {
        FillClassifier classifier = new(data);
        Pattern[] real = Bars(data.HeldOut.Select(example => example.Filled).Distinct());
        DecodedPattern[] decoded = Decode(bundle, data.HeldOut);
        Pattern[] patterns = [.. decoded.Select(pattern => pattern.Pattern)];
        Pattern[] generated =
        [
            .. Enumerable.Range(0, Draws)
                .SelectMany(draw => generate(patterns, [.. Enumerable.Range(draw * patterns.Length, patterns.Length)])),
        ];
        (string Name, Pattern[] Bars)[] all =
        [
            ("held-out fills", real),
            (TrainingName, Bars(data.Training.Select(example => example.Filled).Distinct())),
            ("held-out beats", [.. FillClassifier.Others(data.HeldOutBeats, data.HeldOut)]),
            ("patterns before", Bars(patterns)),
            ("the rule", Bars(decoded.Select(Ruled))),
            (ModelName, Bars(generated)),
        ];
        return
        [
            .. all.Where(one => one.Bars.Length > 0)
                .Select(one => FillScore.Measure(one.Name, one.Bars, one.Bars == real ? null : real, classifier)),
        ];
    }

    /// <summary>Scores as a Markdown table.</summary>
    public static string ToMarkdown(IReadOnlyList<FillScore> scores) => MarkdownTable.Of(
        "bars", ColumnNames, scores.Select(score => (score.Name, (IReadOnlyList<string>)Cells(score))));

    /// <summary>A score as a row of figures, in the table's order.</summary>
    public static string[] Cells(FillScore score) =>
    [
        Share(score.Precision), Share(score.Recall), Share(score.FillShare),
        Number(score.Toms), Number(score.Snares), Number(score.Crashes), Number(score.Hits),
    ];

    /// <summary>The same numbers as JSON, unrounded.</summary>
    public static string ToJson(IReadOnlyList<FillScore> scores) => JsonSerializer.Serialize(new { fills = scores }, Format) + "\n";

    private static string Share(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static Pattern[] Bars(IEnumerable<Pattern> patterns) => [.. patterns.Select(pattern => PatternBars.SecondAlone(pattern))];

    private static DecodedPattern[] Decode(ModelBundle bundle, IReadOnlyList<FillExample> examples)
    {
        using PatternEncoder encoder = new(bundle);
        using PatternDecoder decoder = new(bundle);
        return
        [
            .. examples.Select(example =>
            {
                DecodedPattern decoded = new();
                decoder.Decode(encoder.Encode(example.Pattern), decoded);
                return decoded;
            }),
        ];
    }

    // The engine's rule at full amount over the second bar.
    private static Pattern Ruled(DecodedPattern decoded)
    {
        ushort[] masks = decoded.Pattern.Masks.ToArray();
        for (int step = Pattern.StepsPerBar; step < Pattern.StepCount; step++)
        {
            double rise = (step - Pattern.StepsPerBar + 1) / (double)Pattern.StepsPerBar;
            masks[step] = (ushort)HitThreshold.Reaching(
                masks[step],
                decoded.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount),
                decoded.Thresholds,
                density: 1,
                HitThreshold.FillOdds(1, rise));
        }

        return new Pattern(masks);
    }
}
