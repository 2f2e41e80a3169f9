using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DrumSpace.Music;

namespace DrumSpace.Training.Evaluation.Report;

public sealed partial class EvaluationReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private static IReadOnlyList<string> VoiceNames { get; } = [.. Enum.GetNames<Voice>().Select(Spaced)];

    /// <summary>The report as Markdown: the table, what its rows mean, the voices, and links to the plots of <see cref="Write"/>.</summary>
    public string ToMarkdown()
    {
        StringBuilder text = new("# Evaluation\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Novelty against {Setting.TrainingPatterns:N0} patterns of the training set, ");
        text.Append(CultureInfo.InvariantCulture, $"everything else against {Setting.HeldOutPatterns:N0} held-out patterns; seed {Setting.Seed}.\n\n");
        string[] names = [.. Evaluations.Select(evaluation => evaluation.Name)];
        AppendTable(text, names, Rows.Select(row => (row.Title, Evaluations.Select(row.Text))));
        text.Append("\n## What the rows mean\n\n");
        foreach (Measure row in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{row.Title}**: {row.Meaning}\n");
        }

        text.Append("\n## Hits by voice\n\n");
        (string Name, VoiceShares Voices)[] columns = [.. VoiceColumns()];
        AppendTable(text, columns.Select(column => column.Name), VoiceNames.Select((name, voice) => (name, columns.Select(
            column => column.Voices.Shares[voice].ToString("0.00 %", CultureInfo.InvariantCulture)))));
        text.Append("\n## Plots\n");
        foreach ((string file, string title, _) in Plots())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n![{title}]({file})\n");
        }

        return text.ToString();
    }

    /// <summary>The report as indented JSON; figures that were not measured are null.</summary>
    public string ToJson()
    {
        JsonArray evaluations = [];
        foreach (BeatEvaluation evaluation in Evaluations)
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

        JsonObject meanings = [];
        foreach (Measure measure in Measure.All)
        {
            meanings[measure.Key] = measure.Meaning;
        }

        JsonObject report = new()
        {
            ["trainingPatterns"] = Setting.TrainingPatterns,
            ["heldOutPatterns"] = Setting.HeldOutPatterns,
            ["seed"] = Setting.Seed,
            ["heldOutVoices"] = Setting.HeldOutVoices is { } real ? ToJson(real) : null,
            ["meanings"] = meanings,
            ["evaluations"] = evaluations,
        };
        return report.ToJsonString(Indented) + "\n";
    }

    private static JsonObject ToJson(VoiceShares voices)
    {
        JsonObject shares = [];
        foreach (Voice voice in Enum.GetValues<Voice>())
        {
            shares[JsonNamingPolicy.CamelCase.ConvertName(voice.ToString())] = voices.Shares[(int)voice];
        }

        return shares;
    }

    private static void AppendTable(
        StringBuilder text, IEnumerable<string> columns, IEnumerable<(string Title, IEnumerable<string> Cells)> rows)
    {
        string[] names = [.. columns.Select(Escaped)];
        text.Append("| | ").AppendJoin(" | ", names).Append(" |\n| --- |");
        text.Append(string.Concat(Enumerable.Repeat(" ---: |", names.Length))).Append('\n');
        foreach ((string title, IEnumerable<string> cells) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {title} | ").AppendJoin(" | ", cells).Append(" |\n");
        }
    }

    private static string Escaped(string name) => name.Replace("|", "\\|", StringComparison.Ordinal);

    // "ClosedHiHat" as "Closed Hi Hat".
    private static string Spaced(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}"));
}
