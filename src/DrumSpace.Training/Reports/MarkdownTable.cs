using System.Globalization;
using System.Text;

namespace DrumSpace.Training.Reports;

/// <summary>Writes Markdown tables with right-aligned columns.</summary>
internal static class MarkdownTable
{
    /// <summary>Appends a table.</summary>
    /// <param name="text">The text to append to.</param>
    /// <param name="columns">The headings of the columns after the first.</param>
    /// <param name="rows">The title and the cells of each row.</param>
    public static void Append(
        StringBuilder text, IEnumerable<string> columns, IEnumerable<(string Title, IReadOnlyList<string> Cells)> rows)
    {
        string[] names = [.. columns.Select(name => name.Replace("|", "\\|", StringComparison.Ordinal))];
        text.Append("| | ").AppendJoin(" | ", names).Append(" |\n| --- |");
        text.Append(string.Concat(Enumerable.Repeat(" ---: |", names.Length))).Append('\n');
        foreach ((string title, IReadOnlyList<string> cells) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {title} | ").AppendJoin(" | ", cells).Append(" |\n");
        }
    }
}
