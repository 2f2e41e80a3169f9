using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DrumSpace.Training.Groove;

/// <summary>Scores as a Markdown table and as JSON.</summary>
public static class GrooveReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The table, a row for each predictor.</summary>
    public static string ToMarkdown(IReadOnlyList<GrooveScore> scores)
    {
        var table = new StringBuilder();
        table.Append("| predictor | velocity error | velocity correlation | offset error, steps | offset correlation |\n");
        table.Append("| --- | ---: | ---: | ---: | ---: |\n");
        foreach (GrooveScore score in scores)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {score.Name} | {score.VelocityError:F4} | {score.VelocityCorrelation:F3} "
                + $"| {score.OffsetError:F4} | {score.OffsetCorrelation:F3} |\n");
        }

        return table.ToString();
    }

    /// <summary>The same numbers as JSON, unrounded.</summary>
    public static string ToJson(IReadOnlyList<GrooveScore> scores) => JsonSerializer.Serialize(new { heldOut = scores }, Format) + "\n";
}
