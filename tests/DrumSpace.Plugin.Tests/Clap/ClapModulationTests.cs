using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Input;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>Modulation lies over the values, and notes may be CLAP's own.</summary>
public class ClapModulationTests
{
    [Fact]
    public void What_does_not_step_can_be_modulated()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        string[] some =
            ["Z1", "Z4", "Kit Vol", "Density", "Fill", "Swing", "Snare Chance", "Groove Vel", "Groove Time", "Variation", "Mel Density"];
        Assert.All(some, name => Assert.True(plugin.CanBeModulated(plugin.Parameter(name).Index), name));
        string[] others = ["Length", "Seed", "Slot", "Snare Mute", "MIDI Learn", "Slot Keys", "Vel Low"];
        Assert.All(others, name => Assert.False(plugin.CanBeModulated(plugin.Parameter(name).Index), name));
    }

    [Fact]
    public void A_modulation_is_heard_from_its_frame_on_and_neither_shown_nor_saved()
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        plugin.Parameter("Change At").Value = 0;
        byte[] before = plugin.GetState();
        Assert.Equal([8], Kicks(plugin, ((8 * Messages.Sixteenth) - 1, 0.75f)));
        Assert.Equal([0], Kicks(plugin, (0, 0.75f), (1, 0)));
        Assert.Equal([], Kicks(plugin, ((8 * Messages.Sixteenth) + 1, 0.75f)));
        Assert.Equal([0, 8], Kicks(plugin, (0, 100f)));
        Assert.Equal(0.25f, plugin.Parameter("Z1").Value);
        Assert.Equal(before, plugin.GetState());
        Assert.Empty(plugin.Edits.ToArray());
    }

    [Fact]
    public void A_modulation_ends_when_processing_does()
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        plugin.Parameter("Change At").Value = 0;
        Assert.Equal([0, 8], Kicks(plugin, (0, 0.75f)));
        Assert.Equal([], Kicks(plugin));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void An_amount_that_is_no_number_changes_nothing(float amount)
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        Assert.Equal([], Kicks(plugin, (0, amount)));
    }

    [Fact]
    public void Notes_of_CLAP_choose_slots_and_pass_as_MIDI_notes_do()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        plugin.Parameter("MIDI Thru").Value = 1;
        plugin.Parameter("Slot Keys On").Value = 1;
        plugin.Transport = new HostTransport(48_000, 120);
        plugin.Configure(48_000, 512);
        plugin.Resume();
        plugin.QueueNote(new ShortMessage(3, 0x90, 26, 100));
        plugin.QueueNote(new ShortMessage(4, 0x92, 70, 1));
        plugin.QueueNote(new ShortMessage(9, 0x82, 70, 64));
        plugin.Process(512);
        Assert.Equal("3", plugin.Parameter("Slot").Display);
        Assert.Equal([new(4, 0x92, 70, 1), new(9, 0x82, 70, 64)], plugin.Emitted.ToArray());
    }

    private static long[] Kicks(ClapPlugin plugin, params (int Frame, float Amount)[] modulations)
    {
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 16 * Messages.Sixteenth, KeepsAudio = false });
        renderer.Prepare();
        foreach ((int frame, float amount) in modulations)
        {
            Assert.True(plugin.QueueModulation(frame, 0, amount));
        }

        transport.Start();
        renderer.RenderBlocks((16 * Messages.Sixteenth) - 1);
        transport.Stop();
        renderer.RenderBlocks(Messages.Sixteenth);
        Rendering rendering = renderer.Finish();
        Steps.AssertAllEnd(rendering);
        return Steps.StepsOf(rendering, Steps.BassDrum);
    }
}
