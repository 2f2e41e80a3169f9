using System.Diagnostics;
using DrumSpace.Abi.Vst2;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests;

public class IdentityTests
{
    [Fact]
    public void It_is_an_instrument_with_stereo_output_under_a_number_that_never_changes()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        Assert.Equal(0x44725370, plugin.UniqueId);
        Assert.Equal("DrumSpace", plugin.Name);
        Assert.Equal("DrumSpace", plugin.Vendor);
        Assert.Equal("DrumSpace", plugin.Product);
        Assert.Equal(100, plugin.Version);
        Assert.Equal(2400, plugin.VstVersion);
        Assert.Equal(EffectCategory.Synth, plugin.Category);
        Assert.Equal((0, 2), (plugin.InputCount, plugin.OutputCount));
        const EffectFlags flags = EffectFlags.HasEditor | EffectFlags.CanReplacing | EffectFlags.ProgramChunks | EffectFlags.IsSynth;
        Assert.Equal(flags, plugin.Flags);
        Assert.Equal(0, plugin.Latency);
    }

    [Theory]
    [InlineData("sendVstEvents", 1)]
    [InlineData("sendVstMidiEvent", 1)]
    [InlineData("receiveVstEvents", 1)]
    [InlineData("receiveVstMidiEvent", 1)]
    [InlineData("receiveVstTimeInfo", 1)]
    [InlineData("bypass", 1)]
    [InlineData("sendVstEvent", 0)]
    [InlineData("sendVstEventsAndMore", 0)]
    [InlineData("midiProgramNames", 0)]
    [InlineData("", 0)]
    public void Habit_8_canDo_says_yes_to_MIDI_and_nothing_of_what_it_does_not_know(string what, int answer)
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        Assert.Equal(answer, plugin.CanDo(what));
    }

    [Fact]
    public void Habit_8_unknown_opcodes_are_answered_with_0()
    {
        using RawEffect effect = new();
        foreach (int opcode in (int[])[-1, 9, 16, 17, 18, 20, 21, 22, 28, .. Enumerable.Range(59, 12), .. Enumerable.Range(80, 200)])
        {
            Assert.Equal(0, effect.Dispatch(opcode, 3, 5));
        }
    }

    [Fact]
    public void The_library_exports_its_entries_and_nothing_else_and_is_never_unmapped()
    {
        BuiltPlugin.SkipUnlessBuilt();
        string symbols = Run("nm", $"-D --defined-only --format=posix {BuiltPlugin.LibraryPath}");
        string[] functions = [.. symbols.Split('\n').Where(line => line.Split(' ') is [_, "T" or "D" or "B" or "W" or "R", ..])
            .Select(line => line.Split(' ', '@')[0]).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["ExitDll", "GetPluginFactory", "InitDll", "ModuleEntry", "ModuleExit", "VSTPluginMain", "clap_entry", "main"], functions);
        Assert.Contains("NODELETE", Run("readelf", $"-d {BuiltPlugin.LibraryPath}"));
    }

    private static string Run(string program, string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
