using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests;

public class ProgramTests
{
    [Fact]
    public void The_factory_brings_at_least_forty_programs_with_names_and_points_of_their_own()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        HashSet<string> names = [];
        HashSet<string> points = [];
        for (int program = 0; program < plugin.ProgramCount; program++)
        {
            plugin.Program = program;
            Assert.Equal(plugin.GetProgramName(program), plugin.ProgramName);
            Assert.True(names.Add(plugin.ProgramName));

            // The first is the second played plain.
            Assert.True(program == 0 || points.Add(string.Join(' ', plugin.Parameters.Take(4).Select(p => p.Value))));
        }

        Assert.InRange(names.Count, 40, 128);
        Assert.DoesNotContain("", names);
    }

    [Fact]
    public void A_program_is_found_again_as_it_was_left()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        float second = Value(plugin, 1);
        plugin.Program = 0;
        plugin.Parameter("Z1").Value = 0.987f;
        plugin.Program = 1;
        Assert.Equal(second, plugin.Parameter("Z1").Value);
        plugin.Program = 0;
        Assert.Equal(0.987f, plugin.Parameter("Z1").Value);

        static float Value(Vst2Plugin plugin, int program)
        {
            plugin.Program = program;
            return plugin.Parameter("Z1").Value;
        }
    }

    [Fact]
    public void The_kits_level_is_the_musicians_choice_and_no_program_changes_it()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.Parameter("Kit Vol").Value = 0;
        for (int program = 0; program < plugin.ProgramCount; program++)
        {
            plugin.Program = program;
            Assert.Equal(0, plugin.Parameter("Kit Vol").Value);
        }
    }

    [Fact]
    public void A_program_that_does_not_exist_cannot_be_selected()
    {
        using RawEffect effect = new();
        effect.Dispatch(Abi.Vst2.EffectOpcode.SetProgram, value: 3);
        foreach (nint number in (nint[])[-1, 1000, nint.MaxValue, nint.MinValue, unchecked((nint)0x100000001)])
        {
            effect.Dispatch(Abi.Vst2.EffectOpcode.SetProgram, value: number);
            Assert.Equal(3, effect.Dispatch(Abi.Vst2.EffectOpcode.GetProgram));
        }

        Assert.Equal("", effect.Text(Abi.Vst2.EffectOpcode.GetProgramNameIndexed, 1000));
    }

    [Fact]
    public void A_name_is_cut_at_a_whole_character_and_fits_the_hosts_buffer()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        plugin.ProgramName = "Zwölf Boxkämpfer jagen Viktor";
        Assert.Equal("Zwölf Boxkämpfer jage", plugin.ProgramName); // 23 bytes of UTF-8
        plugin.ProgramName = "a\u0001b\nc";
        Assert.Equal("abc", plugin.ProgramName);
    }

    [Fact]
    public void A_program_change_by_MIDI_selects_a_program()
    {
        using Vst2Plugin plugin = BuiltPlugin.Load();
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 48_000, new RenderOptions
        {
            MidiIn = [new SongMessage(1, 0xC9, 5, 0), new SongMessage(1.5, 0xC0, 127, 0), new SongMessage(1.6, 0xB0, 7, 3)],
        });
        Assert.Equal(5, plugin.Program);
        Assert.Equal(plugin.GetProgramName(5), plugin.ProgramName);
    }
}
