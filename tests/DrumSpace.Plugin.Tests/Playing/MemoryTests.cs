using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>The beat memory through the built plugin: slot 1 holds the bass drum, slot 2 the snare, the knobs neither.</summary>
public class MemoryTests
{
    [Fact]
    public void Slots_are_stored_by_a_command_that_goes_back_by_itself_and_played_by_number()
    {
        using Vst2Plugin plugin = WithTwoSlots();
        Assert.Equal("-", plugin.Parameter("Store").Display);
        Assert.Empty(Drums(Render(plugin)));
        Assert.True(plugin.Parameter("Slot").TrySetText("1"));
        Assert.Equal([(0, Steps.BassDrum), (8, Steps.BassDrum)], Drums(Render(plugin))[..2]);
        Assert.True(plugin.Parameter("Slot").TrySetText("2"));
        Assert.Equal([(4, Steps.Snare), (12, Steps.Snare)], Drums(Render(plugin))[..2]);
        Assert.True(plugin.Parameter("Slot").TrySetText("3"));
        Assert.Empty(Drums(Render(plugin)));
    }

    [Fact]
    public void Keys_of_the_chosen_octave_change_the_slot_with_the_next_bar()
    {
        using Vst2Plugin plugin = WithTwoSlots();
        plugin.Parameter("Slot Keys On").Value = 1;
        Rendering rendering = Render(plugin, new RenderOptions
        {
            // C1 is slot 1, C#1 slot 2, G#1 the knobs; what lies beside the octave does nothing.
            MidiIn = [new(1, 0x90, 24, 100), new(5, 0x93, 25, 1), new(5.5, 0x90, 24, 0), new(6, 0x90, 36, 100), new(6, 0x90, 23, 9), new(9, 0x90, 32, 64)],
        });
        Assert.Equal(
            [(16, Steps.BassDrum), (24, Steps.BassDrum), (36, Steps.Snare), (44, Steps.Snare)], Drums(rendering));
        Assert.Equal("knobs", plugin.Parameter("Slot").Display);
    }

    [Fact]
    public void A_chain_plays_the_slots_by_the_place_in_the_song_bit_for_bit_the_same_and_as_well_after_reopening()
    {
        using Vst2Plugin plugin = WithTwoSlots();
        Chain(plugin);
        Rendering once = Render(plugin);
        (long, int)[] pass = [(0, Steps.BassDrum), (8, Steps.BassDrum), (20, Steps.Snare), (28, Steps.Snare), (36, Steps.Snare), (44, Steps.Snare)];
        Assert.Equal([.. pass, (48, Steps.BassDrum), (56, Steps.BassDrum)], Drums(once));

        using Vst2Plugin reopened = BuiltPlugin.Load();
        Assert.True(reopened.SetState(plugin.GetState()));
        Rendering again = Render(reopened);
        Assert.Equal(once.Messages, again.Messages);
        Assert.True(once.Audio[0].AsSpan().SequenceEqual(again.Audio[0]));
        Assert.Equal(plugin.GetState(), reopened.GetState());
        Assert.Equal(plugin.GetState(programOnly: true), reopened.GetState(programOnly: true));
    }

    [Fact]
    public void In_real_time_a_chains_beat_is_there_at_its_bar()
    {
        using Vst2Plugin plugin = WithTwoSlots();
        Chain(plugin);
        HostTransport transport = new(48_000, 960);
        Rendering rendering = BuiltPlugin.Render(plugin, transport, 48_000 - 2, new RenderOptions { Pacing = ProcessPacing.RealTime, BlockSize = 256 });
        Assert.Equal([(0, Steps.BassDrum), (8, Steps.BassDrum), (20, Steps.Snare), (28, Steps.Snare)], Drums(rendering)[..4]);
    }

    [Fact]
    public void A_state_from_before_the_memory_empties_it()
    {
        using Vst2Plugin plugin = WithTwoSlots();
        Assert.True(plugin.SetState(Convert.FromHexString("44725370" + "0100" + "0100" + "05000000" + "024162" + "0000"), programOnly: true));
        foreach (PluginParameter knob in plugin.Parameters.Take(4))
        {
            knob.Value = 0.25f;
        }

        Assert.True(plugin.Parameter("Slot").TrySetText("1"));
        Assert.Empty(Drums(Render(plugin)));
    }

    private static Vst2Plugin WithTwoSlots()
    {
        Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        foreach ((string knob, string slot) in new[] { ("Z1", "1"), ("Z2", "2") })
        {
            plugin.Parameter(knob).Value = 1;
            Assert.True(plugin.Parameter("Store").TrySetText(slot));
            BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 512);
            plugin.Parameter(knob).Value = 0.25f;
        }

        return plugin;
    }

    private static void Chain(Vst2Plugin plugin)
    {
        plugin.Parameter("Chain").Value = 1;
        Assert.True(plugin.Parameter("Slot 1 Bars").TrySetText("1"));
        Assert.True(plugin.Parameter("Slot 2 Bars").TrySetText("2"));
    }

    /// <summary>Four bars at 120 BPM and 48 kHz.</summary>
    private static Rendering Render(Vst2Plugin plugin, RenderOptions? options = null) =>
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 384_000 - 2, options);

    private static (long Step, int Note)[] Drums(Rendering rendering) =>
        [.. rendering.NoteOns.Where(on => on.Message.Data1 != Steps.ClosedHiHat).Select(on => ((long)Math.Round(on.Ppq * 4), (int)on.Message.Data1))];
}
