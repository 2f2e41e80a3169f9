using System.Text;

namespace DrumSpace.Training.Reports;

/// <summary>Writes Markdown tables with right-aligned columns.</summary>
internal static class MarkdownTable
{
    /// <summary>Makes a table; each row ends with a line break.</summary>
    /// <param name="corner">The heading of the first column; may be empty.</param>
    /// <param name="columns">The headings of the other columns.</param>
    /// <param name="rows">The title and the cells of each row.</param>
    public static string Of(
        string corner, IEnumerable<string> columns, IEnumerable<(string Title, IReadOnlyList<string> Cells)> rows)
    {
        string[] names = [.. columns.Select(name => name.Replace("|", "\\|", StringComparison.Ordinal))];
        StringBuilder text = new($"| {corner}".TrimEnd());
        text.Append(" | ").AppendJoin(" | ", names).Append(" |\n| --- |");
        text.Insert(text.Length, " ---: |", names.Length).Append('\n');
        foreach ((string title, IReadOnlyList<string> cells) in rows)
        {
            text.Append($"| {title} | ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return text.ToString();
    }
}
