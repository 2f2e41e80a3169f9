using System.CommandLine;
using System.Text.Json;
using DrumSpace.Midi.Corpus;

namespace DrumSpace.Cli.Commands;

/// <summary>The report of `drumspace dataset build` and `merge`.</summary>
/// <param name="Summary">The counts.</param>
/// <param name="Refused">The files that could not be read.</param>
/// <param name="Output">The file that was written.</param>
internal sealed record DatasetReport(DatasetSummary Summary, IReadOnlyList<RefusedFile> Refused, string Output)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints the refused files on the error stream and the summary on the output.</summary>
    public void Print(InvocationConfiguration console, bool isJson)
    {
        foreach (RefusedFile refused in Refused)
        {
            console.Error.WriteLine(refused);
        }

        if (Summary.Tally.ToLine() is { } line)
        {
            console.Error.WriteLine(line);
        }

        console.Output.WriteLine(isJson ? ToJson() : ToText());
    }

    private string ToText() =>
        $"""
        files read      {Summary.FilesRead}
        files refused   {Summary.FilesRefused}
        windows         {Summary.Windows}
        windows passed  {Summary.WindowsPassed}
        unique          {Summary.Unique}
        unique passed   {Summary.UniquePassed}
        written         {Output}
        """;

    private string ToJson() => JsonSerializer.Serialize(
        new
        {
            Summary.FilesRead,
            Summary.FilesRefused,
            Summary.Windows,
            Summary.WindowsPassed,
            Summary.Unique,
            Summary.UniquePassed,
            Summary.Tally,
            Refused = Refused.Select(refused => new { File = refused.Path, refused.Offset, refused.Reason }),
        },
        Indented);
}
