using System.CommandLine;
using System.Text;
using System.Text.Json;
using DrumSpace.Midi.Corpus;

namespace DrumSpace.Cli.Commands;

/// <summary>What `drumspace dataset build` and `merge` print.</summary>
/// <param name="Summary">The counts.</param>
/// <param name="Refused">The files that could not be read.</param>
/// <param name="Output">The file that was written.</param>
internal sealed record DatasetReport(DatasetSummary Summary, IReadOnlyList<RefusedFile> Refused, string Output)
{
    /// <summary>Does a command's work and prints its report, or one line of error.</summary>
    /// <returns>0, or 1 after an error.</returns>
    public static int Run(InvocationConfiguration console, bool isJson, Func<DatasetReport> work)
    {
        try
        {
            DatasetReport report = work();
            foreach (RefusedFile refused in report.Refused)
            {
                console.Error.WriteLine($"{refused.Path}: {(refused.Offset is { } offset ? $"byte {offset}: " : "")}{refused.Reason}");
            }

            console.Output.WriteLine(isJson ? report.ToJson() : report.ToText());
            return 0;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or FormatException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
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

    private string ToJson()
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("filesRead", Summary.FilesRead);
            json.WriteNumber("filesRefused", Summary.FilesRefused);
            json.WriteNumber("windows", Summary.Windows);
            json.WriteNumber("windowsPassed", Summary.WindowsPassed);
            json.WriteNumber("unique", Summary.Unique);
            json.WriteNumber("uniquePassed", Summary.UniquePassed);
            json.WriteStartArray("refused");
            foreach (RefusedFile refused in Refused)
            {
                json.WriteStartObject();
                json.WriteString("file", refused.Path);
                if (refused.Offset is { } offset)
                {
                    json.WriteNumber("offset", offset);
                }
                else
                {
                    json.WriteNull("offset");
                }

                json.WriteString("reason", refused.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
