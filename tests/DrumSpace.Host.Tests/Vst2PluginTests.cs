namespace DrumSpace.Host.Tests;

public sealed class Vst2PluginTests
{
    [Fact]
    public void Parameters_have_names_units_values_and_text_both_ways()
    {
        using Vst2Plugin probe = Probe.Load();
        PluginParameter level = probe.Parameter("Level");
        level.Value = 0.25f;
        Assert.Equal(0.25f, level.Value);
        Assert.Equal("25", level.Display);
        Assert.Equal("%", level.Label);
        Assert.True(level.TrySetText("75"));
        Assert.Equal(0.75f, level.Value);
        Assert.False(level.TrySetText("loud"));
        Assert.Equal(["Level", "Other"], probe.Parameters.Select(p => p.Name));
        Assert.Equal(1, probe.Parameter("other").Index);
    }

    [Fact]
    public void An_unknown_parameter_lists_the_known_ones()
    {
        using Vst2Plugin probe = Probe.Load();
        ArgumentException e = Assert.Throws<ArgumentException>(() => probe.Parameter("z9"));
        Assert.Equal("Probe has no parameter \"z9\". It has: Level, Other.", e.Message);
    }

    [Fact]
    public void State_makes_a_round_trip()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.Parameters[0].Value = 0.125f;
        byte[] state = probe.GetState();
        Assert.Equal("0.125 0"u8.ToArray(), state);
        probe.Parameters[0].Value = 1;
        Assert.True(probe.SetState(state));
        Assert.Equal(0.125f, probe.Parameters[0].Value);
    }

    [Fact]
    public void Answers_to_canDo_keep_their_sign()
    {
        using Vst2Plugin probe = Probe.Load();
        Assert.Equal(1, probe.CanDo("sendVstMidiEvent"));
        Assert.Equal(-1, probe.CanDo("bypass"));
        Assert.Equal(0, probe.CanDo("somersaults"));
    }

    [Fact]
    public void The_host_answers_canDo()
    {
        using Vst2Plugin probe = Probe.Load();
        Assert.Equal(1, probe.VendorSpecific(4, 0, "sendVstTimeInfo\0"u8.ToArray()));
        Assert.Equal(0, probe.VendorSpecific(4, 0, "somersaults\0"u8.ToArray()));
    }

    [Fact]
    public void Gestures_are_recorded_in_order()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.VendorSpecific(3, 0, []);
        Assert.Equal(
            [
                new ParameterEdit(ParameterEditKind.Begin, 1, 0),
                new ParameterEdit(ParameterEditKind.Automate, 1, 0.25f),
                new ParameterEdit(ParameterEditKind.End, 1, 0),
            ],
            probe.Edits.ToArray());
        probe.ClearEdits();
        Assert.True(probe.Edits.IsEmpty);
    }

    [Fact]
    public void A_block_passes_MIDI_in_and_sound_and_MIDI_out()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.Configure(48000, 64);
        probe.Parameters[0].Value = 0.5f;
        probe.Resume();
        Assert.True(probe.QueueMidi(new ShortMessage(3, 0x91, 60, 99)));
        probe.Process(64);
        Assert.Equal(0.5f, probe.Output(1)[63]);
        Assert.Equal([new ShortMessage(0, 0x99, 36, 100), new ShortMessage(63, 0x89, 36, 0)], probe.Emitted.ToArray());
        Assert.Equal(1, probe.EmittedLists);
        Assert.EndsWith("received=1 last=913c63", Probe.Text(probe, 1), StringComparison.Ordinal);
        probe.Process(64);
        Assert.Contains("processed=2 received=1 ", Probe.Text(probe, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_above_the_capacity_and_blocks_while_suspended_are_refused()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.Configure(48000, 64, capacity: 128);
        Assert.Throws<InvalidOperationException>(() => probe.Process(64));
        probe.Resume();
        probe.Process(128);
        Assert.Throws<ArgumentOutOfRangeException>(() => probe.Process(129));
        Assert.Throws<InvalidOperationException>(() => probe.Configure(44100, 64));
    }

    [Fact]
    public void A_plugin_that_changes_its_channels_must_be_configured_again()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.Configure(48000, 64);
        probe.Resume();
        probe.VendorSpecific(5, 3, []);
        Assert.Throws<InvalidOperationException>(() => probe.Process(64));
        probe.Suspend();
        probe.Configure(48000, 64);
        probe.Resume();
        probe.Process(64);
        Assert.Equal(64, probe.Output(2).Length);
    }

    [Fact]
    public void A_call_after_disposal_throws_instead_of_entering_freed_code()
    {
        Vst2Plugin probe = Probe.Load();
        probe.Configure(48000, 64);
        PluginParameter level = probe.Parameter("Level");
        probe.Dispose();
        probe.Dispose();
        Assert.ThrowsAny<Exception>(() => probe.Name);
        Assert.ThrowsAny<Exception>(() => level.Value);
        Assert.ThrowsAny<Exception>(() => probe.Process(64));
        Assert.False(probe.QueueMidi(new ShortMessage(0, 0x90, 60, 1)));
    }

    [Fact]
    public void Suspending_twice_suspends_once_and_resuming_twice_resumes_twice()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.Configure(48000, 64);
        probe.Resume();
        probe.Resume();
        probe.Suspend();
        probe.Suspend();
        Assert.StartsWith("resumes=2 suspends=1 ", Probe.Text(probe, 1), StringComparison.Ordinal);
    }
}
