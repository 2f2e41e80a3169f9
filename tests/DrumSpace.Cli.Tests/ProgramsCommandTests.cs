using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Cli.Tests;

public sealed class ProgramsCommandTests : IDisposable
{
    private static readonly string Model = Path.Combine(Repository.Root, "presets", "models", "flagship");
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
        PluginProgram[] programs = FactoryPrograms.Parse(file);
        Assert.InRange(programs.Length, 40, 100);
        Assert.Contains($"Wrote Init and {programs.Length - 1} programs of ", _output.ToString());
        Assert.All(programs[1..], program => Assert.Equal(0.7f, program[ParameterTable.GrooveTiming]));
        PluginProgram jazz = programs.First(program => program.Name.StartsWith("Jazz 1", StringComparison.Ordinal));
        Assert.Equal("62.0", ParameterTable.Swing.Range.Format(jazz[ParameterTable.Swing]));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("presets")]
    public void A_folder_that_is_no_bundle_is_told_in_one_line(string folder)
    {
        Assert.Equal(1, Run("--bundle", Path.Combine(Repository.Root, folder), "-o", At("a.json")));
        Assert.StartsWith("error: ", _error.ToString());
        Assert.False(File.Exists(At("a.json")));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private int Run(params string[] arguments) =>
        ProgramsCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
