using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Midi;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Cli.Tests;

public sealed class ProgramsCommandTests : IDisposable
{
    private static readonly string Model = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private static readonly (int Note, string Row)[] Rock = [(36, "x-------x-x-----"), (38, "----x-------x---"), (42, "x-x-x-x-x-x-x-x-")];
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-programs").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_bundle_gives_the_same_file_and_the_plugin_reads_it()
    {
        Assert.Equal(0, Run("--bundle", Model, "-o", At("a.json")));
        Assert.Equal(0, Run("--bundle", Model, "-o", At("b.json")));
        byte[] file = File.ReadAllBytes(At("a.json"));
        Assert.Equal(file, File.ReadAllBytes(At("b.json")));
        PluginProgram[] programs = FactoryPrograms.Parse(file, "a.json");
        Assert.InRange(programs.Length, 40, 100);
        Assert.Contains($"Wrote Init and {programs.Length - 1} programs of ", _output.ToString());
        Assert.All(programs[1..], program => Assert.Equal(0.7f, program[ParameterTable.GrooveTiming]));
        PluginProgram jazz = programs.First(program => program.Name.StartsWith("Jazz 1", StringComparison.Ordinal));
        Assert.Equal("62.0", ParameterTable.Swing.Range.Format(jazz[ParameterTable.Swing]));
    }

    [Fact]
    public void Essentials_are_typical_of_the_genres_of_a_folder_and_shown_as_grids()
    {
        string data = Directory.CreateDirectory(Path.Combine(At("data"), "rock")).FullName;
        for (int number = 1; number <= 2; number++)
        {
            WriteRock(Path.Combine(data, $"{number}.mid"));
        }

        Assert.Equal(0, Run("--bundle", Model, "--essentials", At("data"), "-o", At("a.json")));
        PluginProgram[] programs = FactoryPrograms.Parse(File.ReadAllBytes(At("a.json")), "a.json");
        Assert.Equal("Rock 1", programs[0].Name);
        // The last of each file's four windows ends in an empty bar.
        Assert.Contains("Rock 1: near 75.0 %, in 2 files", _output.ToString());
        Assert.Matches("Closed Hi-Hat +█·█·█·", _output.ToString());
        Assert.Contains($"Wrote {programs.Length} programs of 1 genres to ", _output.ToString());
    }

    [Fact]
    public void A_folder_without_typical_patterns_is_reported_in_one_line()
    {
        WriteRock(At("one.mid"));
        Assert.Equal(1, Run("--bundle", Model, "--essentials", _folder, "-o", At("a.json")));
        Assert.StartsWith($"error: {_folder}: ", _error.ToString());
        Assert.False(File.Exists(At("a.json")));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("presets")]
    public void A_folder_without_a_bundle_is_reported_in_one_line(string folder)
    {
        Assert.Equal(1, Run("--bundle", Path.Combine(Repository.Root, folder), "-o", At("a.json")));
        Assert.StartsWith("error: ", _error.ToString());
        Assert.False(File.Exists(At("a.json")));
    }

    private static void WriteRock(string path)
    {
        const int TicksPerStep = 24;
        TrackChunk drums = new();
        for (int step = 0; step < 16 * 4; step++)
        {
            foreach ((int note, string row) in Rock)
            {
                if (row[step % 16] == 'x')
                {
                    drums.AddNote(step * TicksPerStep, 12, channel: 9, note, velocity: 100);
                }
            }
        }

        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(4 * TicksPerStep));
        file.Tracks.Add(drums);
        file.Write(path);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private int Run(params string[] arguments) =>
        ProgramsCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
