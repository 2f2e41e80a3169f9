using System.Globalization;
using DrumSpace.Music;
using Spectre.Console;

namespace DrumSpace.Cli.Commands;

/// <summary>Tables and progress bars.</summary>
internal static class Terminal
{
    /// <summary>A console on a command's output or error stream; it draws progress only where that is a terminal.</summary>
    public static IAnsiConsole On(TextWriter stream) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(stream) });

    /// <summary>A progress display with percentage and remaining time.</summary>
    public static Progress Bars(this IAnsiConsole console) =>
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    /// <summary>A table with a column of titles and columns of numbers.</summary>
    public static Table Table(string corner, IEnumerable<string> columns)
    {
        Table table = new Table().AddColumn(Markup.Escape(corner));
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static Table AddTextRow(this Table table, params IEnumerable<string> cells) =>
        table.AddRow([.. cells.Select(cell => new Text(cell))]);

    /// <summary>A voice's row of a pattern: a character a step, a block for a hit, else a dot.</summary>
    public static string Row(Pattern pattern, Voice voice) =>
        string.Concat(Enumerable.Range(0, Pattern.StepCount).Select(step => pattern.Has(voice, step) ? '█' : '·'));

    /// <summary>A number in a fixed format.</summary>
    public static string Number(IFormattable number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A share of 0 to 1 as percentage.</summary>
    public static string Percent(double share, string format) => Number(100 * share, format) + " %";
}
