using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Music;
using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>A report as Markdown and as JSON.</summary>
internal static class EvaluationText
{
    /// <summary>The voices' names, such as "Closed Hi Hat".</summary>
    public static IReadOnlyList<string> VoiceNames { get; } = [.. Enum.GetNames<Voice>().Select(Spaced)];

    /// <summary>The report as Markdown.</summary>
    public static string ToMarkdown(EvaluationReport report, IEnumerable<(string FileName, string Title, string Svg)> plots)
    {
        StringBuilder text = new("# Evaluation\n\n");
        EvaluationSetting setting = report.Setting;
        text.Append(CultureInfo.InvariantCulture, $"Novelty against {setting.TrainingPatterns:N0} patterns of the training set, ");
        text.Append(CultureInfo.InvariantCulture, $"everything else against {setting.HeldOutPatterns:N0} held-out patterns; ");
        text.Append(CultureInfo.InvariantCulture, $"seed {setting.Seed}.\n\n");
        text.Append(MarkdownTable.Of(
            "",
            report.Evaluations.Select(evaluation => evaluation.Name),
            report.Rows.Select(row => (row.Title, (IReadOnlyList<string>)[.. report.Evaluations.Select(row.Text)]))));
        text.Append("\n## What the rows mean\n\n");
        foreach (Measure row in report.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{row.Title}**: {row.Meaning}\n");
        }

        text.Append("\n## Hits by voice\n\n");
        (string Name, VoiceShares Voices)[] columns = [.. report.Voices];
        IReadOnlyList<string> Shares(int voice) =>
            [.. columns.Select(column => column.Voices.Shares[voice].ToString("0.00 %", CultureInfo.InvariantCulture))];
        text.Append(MarkdownTable.Of("", columns.Select(column => column.Name), VoiceNames.Select((name, voice) => (name, Shares(voice)))));
        text.Append("\n## Plots\n");
        foreach ((string file, string title, _) in plots)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n![{title}]({file})\n");
        }

        return text.ToString();
    }

    /// <summary>The report as indented JSON.</summary>
    public static string ToJson(EvaluationReport report)
    {
        JsonArray evaluations = [];
        foreach (PatternEvaluation evaluation in report.Evaluations)
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
            ["trainingPatterns"] = report.Setting.TrainingPatterns,
            ["heldOutPatterns"] = report.Setting.HeldOutPatterns,
            ["seed"] = report.Setting.Seed,
            ["heldOutVoices"] = report.Setting.HeldOutVoices is { } real ? ToJson(real) : null,
            ["meanings"] = new JsonObject(Measure.All.Select(measure => KeyValuePair.Create(measure.Key, (JsonNode?)measure.Meaning))),
            ["evaluations"] = evaluations,
        };
        return root.ToJsonString(ReportFolder.Indented) + "\n";
    }

    private static JsonObject ToJson(VoiceShares voices) => new(Enum.GetValues<Voice>().Select(voice =>
        KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(voice.ToString()), (JsonNode?)voices.Shares[(int)voice])));

    private static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}"));
}
