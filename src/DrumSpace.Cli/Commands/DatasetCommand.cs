using System.CommandLine;
using System.Text;
using System.Text.Json;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;

namespace DrumSpace.Cli.Commands;

/// <summary>`drumspace dataset`: data sets of patterns from MIDI folders.</summary>
internal static class DatasetCommand
{
    private const int FilesPerLine = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create() => new("dataset", "Make data sets of patterns.") { CreateBuild() };

    private static Command CreateBuild()
    {
        Argument<string[]> folders = new("FOLDER") { Description = "Folders of MIDI files, however deep.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "The tsv file to write.", Required = true };
        Option<int> hop = new("--hop-bars") { Description = "Bars from one window of two bars to the next: 1 or 2.", DefaultValueFactory = _ => 2 };
        hop.AcceptOnlyFromAmong("1", "2");
        Option<bool> json = new("--json") { Description = "Print the summary as JSON." };
        Command command = new("build", "Cut MIDI folders to unique patterns that the entropy filter keeps.") { folders, output, hop, json };
        command.SetAction(parsed => Build(
            parsed.GetRequiredValue(folders), parsed.GetRequiredValue(output), parsed.GetValue(hop), parsed.GetValue(json),
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Build(string[] folders, string output, int hopBars, bool isJson, InvocationConfiguration console)
    {
        try
        {
            PatternSource source = new([.. folders.Select(folder => new CorpusFolder(folder))], hopBars);
            Dataset dataset = Console.IsErrorRedirected
                ? Dataset.Build(source, progress: done => PrintProgress(done, console.Error))
                : FileProgress.Show(source, done => Dataset.Build(source, progress: done));
            PatternTsv.Write(output, dataset.Patterns.Select(pattern => new PatternLine(pattern)));
            foreach (RefusedFile refused in dataset.Refused)
            {
                console.Error.WriteLine($"{refused.Path}: {(refused.Offset is { } offset ? $"byte {offset}: " : "")}{refused.Reason}");
            }

            if (isJson)
            {
                console.Output.WriteLine(ToJson(dataset));
            }
            else
            {
                console.Output.WriteLine(ToText(dataset.Summary, output));
            }

            return 0;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static void PrintProgress(int files, TextWriter error)
    {
        if (files % FilesPerLine == 0)
        {
            error.WriteLine($"{files} files");
        }
    }

    private static string ToText(DatasetSummary summary, string output) =>
        $"""
        files read      {summary.FilesRead}
        files refused   {summary.FilesRefused}
        windows         {summary.Windows}
        windows passed  {summary.WindowsPassed}
        unique          {summary.Unique}
        unique passed   {summary.UniquePassed}
        written         {output}
        """;

    private static string ToJson(Dataset dataset)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Indented = true }))
        {
            DatasetSummary summary = dataset.Summary;
            json.WriteStartObject();
            json.WriteNumber("filesRead", summary.FilesRead);
            json.WriteNumber("filesRefused", summary.FilesRefused);
            json.WriteNumber("windows", summary.Windows);
            json.WriteNumber("windowsPassed", summary.WindowsPassed);
            json.WriteNumber("unique", summary.Unique);
            json.WriteNumber("uniquePassed", summary.UniquePassed);
            json.WriteStartArray("refused");
            foreach (RefusedFile refused in dataset.Refused)
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
