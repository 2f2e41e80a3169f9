using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>Evaluations side by side, as Markdown, as JSON and as plots.</summary>
public sealed class EvaluationReport
{
    private static readonly string[] SummaryRows =
    [
        "passedNovel", "passedUnique", "precision", "recall", "twoSampleAccuracy", "f1", "seededF1", "lineStep", "hits",
    ];

    private readonly EvaluationPlots _plots;

    /// <summary>Creates a report.</summary>
    /// <param name="setting">The data that all evaluations were measured against.</param>
    /// <param name="evaluations">At least one; their names differ.</param>
    public EvaluationReport(EvaluationSetting setting, IReadOnlyList<PatternEvaluation> evaluations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(evaluations.Count);
        Setting = setting;
        Evaluations = evaluations;
        _plots = new EvaluationPlots(this);
    }

    /// <summary>The voices' names, such as "Closed Hi Hat".</summary>
    internal static IReadOnlyList<string> VoiceNames { get; } = [.. Enum.GetNames<Voice>().Select(Spaced)];

    /// <summary>The data that all evaluations were measured against.</summary>
    public EvaluationSetting Setting { get; }

    /// <summary>The evaluations, in the order of the columns.</summary>
    public IReadOnlyList<PatternEvaluation> Evaluations { get; }

    /// <summary>The measures of at least one evaluation.</summary>
    public IEnumerable<Measure> Rows => Measure.All.Where(measure => Evaluations.Any(evaluation => measure.Of(evaluation) != null));

    /// <summary>The voices of every evaluation and, if there are any, of the held-out patterns.</summary>
    internal IEnumerable<(string Name, VoiceShares Voices)> Voices
    {
        get
        {
            IEnumerable<(string, VoiceShares)> columns = Evaluations.Select(evaluation => (evaluation.Name, evaluation.Voices));
            return Setting.HeldOutVoices is { } real ? columns.Append(("held-out patterns", real)) : columns;
        }
    }

    /// <summary>The report as Markdown: the table, the meanings of its rows, the voices, and links to the plots of
    /// <see cref="Write"/>.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new("# Evaluation\n\n");
        text.Append(Introduction).Append("\n\n").Append(TableOf(Rows));
        text.Append("\n## What the rows mean\n\n");
        foreach (Measure row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{row.Title}**: {row.Meaning}\n");
        }

        text.Append("\n## Hits by voice\n\n");
        (string Name, VoiceShares Voices)[] columns = [.. Voices];
        IReadOnlyList<string> Shares(int voice) =>
            [.. columns.Select(column => column.Voices.Shares[voice].ToString("0.00 %", CultureInfo.InvariantCulture))];
        text.Append(MarkdownTable.Of("", columns.Select(column => column.Name), VoiceNames.Select((name, voice) => (name, Shares(voice)))));
        text.Append("\n## Plots\n");
        foreach ((string file, string title, _) in _plots.All())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n![{title}]({file})\n");
        }

        return text.ToString();
    }

    /// <summary>A few lines and the main rows, for a model card.</summary>
    public string ToSummary() => $"{Introduction}\n\n{TableOf(Rows.Where(row => SummaryRows.Contains(row.Key)))}";

    /// <summary>The report as indented JSON; figures that were not measured are null.</summary>
    public string ToJson()
    {
        JsonArray evaluations = [];
        foreach (PatternEvaluation evaluation in Evaluations)
        {
            JsonObject figures = new() { ["name"] = evaluation.Name };
            foreach (Measure measure in Measure.All)
            {
                figures[measure.Key] = measure.Of(evaluation);
            }

            figures["precisionRecallSetSize"] = evaluation.All?.SetSize;
            figures["keptPrecisionRecallSetSize"] = evaluation.Kept?.SetSize;
            figures["voices"] = ToJson(evaluation.Voices);
            evaluations.Add(figures);
        }

        JsonObject root = new()
        {
            ["trainingPatterns"] = Setting.TrainingPatterns,
            ["heldOutPatterns"] = Setting.HeldOutPatterns,
            ["seed"] = Setting.Seed,
            ["heldOutSplit"] = NameOf(Setting.HeldOutSplit),
            ["heldOutVoices"] = Setting.HeldOutVoices is { } real ? ToJson(real) : null,
            ["meanings"] = new JsonObject(Measure.All.Select(measure => KeyValuePair.Create(measure.Key, (JsonNode?)measure.Meaning))),
            ["evaluations"] = evaluations,
        };
        return root.ToJsonString(ReportFolder.Indented) + "\n";
    }

    /// <summary>Writes report.md, report.json, summary.md and the plots into a folder, which is created if it does not exist.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder) => ReportFolder.Write(
        folder, [("report.md", ToMarkdown()), ("report.json", ToJson()), ("summary.md", ToSummary()), .. _plots.All().Select(plot => (plot.FileName, plot.Svg))]);

    private string Introduction => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Against {Setting.HeldOutPatterns:N0} held-out patterns of the {NameOf(Setting.HeldOutSplit)} split; novelty against
        {Setting.TrainingPatterns:N0} patterns of the training split; seed {Setting.Seed}.
        """);

    private string TableOf(IEnumerable<Measure> rows) => MarkdownTable.Of(
        "",
        Evaluations.Select(evaluation => evaluation.Name),
        rows.Select(row => (row.Title, (IReadOnlyList<string>)[.. Evaluations.Select(row.Text)])));

    private static string NameOf(CorpusSplit split) => split.ToString().ToLowerInvariant();

    private static JsonObject ToJson(VoiceShares voices) => new(Enum.GetValues<Voice>().Select(voice =>
        KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(voice.ToString()), (JsonNode?)voices.Shares[(int)voice])));

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}"));
}
