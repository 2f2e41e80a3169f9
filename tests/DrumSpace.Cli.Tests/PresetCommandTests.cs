using System.CommandLine;
using DrumSpace.Cli.Commands;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Cli.Tests;

public sealed class PresetCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-preset").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Presets_go_through_a_bank_and_a_hosts_program_and_come_back_the_same()
    {
        string[] files = [Add("One", 0.1f), Add("Two", 0.2f)];
        Assert.Equal(0, Run("convert", files[0], files[1], "-o", At("both.fxb")));
        Assert.Equal(0, Run("convert", At("both.fxb"), "-o", At("single.fxp"), "--program", "two"));
        Assert.Equal(0, Run("convert", At("single.fxp"), "-o", At("back.json")));
        Assert.Equal(File.ReadAllText(files[1]), File.ReadAllText(At("back.json")));
        Assert.Equal(0, Run("convert", At("both.fxb"), "-o", At("all/")));
        Assert.Equal(File.ReadAllText(files[0]), File.ReadAllText(At("all/One.json")));
        Assert.Equal(File.ReadAllText(files[1]), File.ReadAllText(At("all/Two.json")));
        Assert.Equal(At("all/Two.json"), _output.ToString().TrimEnd().Split('\n')[^1].TrimEnd());
    }

    [Fact]
    public void Show_lists_the_values_that_differ_from_the_defaults()
    {
        Assert.Equal(0, Run("show", Add("One", 0.125f)));
        Assert.Equal("One (Funk): Z1 12.5 %", _output.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("two.txt", "preset files end in .fxp, .fxb or .json")]
    [InlineData("two.fxp", "it holds one preset, but there are 2: choose one by --program")]
    [InlineData("two.json", "it holds one preset, but there are 2: choose one by --program")]
    public void A_file_that_cannot_be_written_is_reported_in_one_line(string target, string reason)
    {
        Assert.Equal(1, Run("convert", Add("One", 0.1f), Add("Two", 0.2f), "-o", At(target)));
        Assert.StartsWith($"error: {At(target)}: {reason}", _error.ToString());
        Assert.False(File.Exists(At(target)));
    }

    [Theory]
    [InlineData("bad.fxp", "byte 0: this is no preset file of a VST2 plugin")]
    [InlineData("bad.fxb", "byte 0: this is no preset file of a VST2 plugin")]
    [InlineData("bad.json", "line 1: this is no JSON")]
    public void A_damaged_file_is_reported_in_one_line(string file, string reason)
    {
        File.WriteAllText(At(file), "neither of them");
        Assert.Equal(1, Run("show", At(file)));
        Assert.StartsWith($"error: {At(file)}: {reason}", _error.ToString());
        Assert.Equal(1, Run("show", At("none" + file)));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Add(string name, float knob)
    {
        PluginProgram program = new(name);
        program[0] = knob;

        // Host files have no genre, so the round trip is compared without it.
        UserPreset preset = new(program) { Genre = name == "One" && knob == 0.125f ? "Funk" : "" };
        return new PresetFolder(_folder).Write(preset);
    }

    private int Run(params string[] arguments) =>
        PresetCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
