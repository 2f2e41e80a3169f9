using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Tests;

/// <summary>What a VST3 plugin sees of this host: the order of calls, parameters, events, time and state.</summary>
public sealed class Vst3PluginTests
{
    [Fact]
    public void Calls_come_in_the_order_that_VST3_prescribes()
    {
        Vst3Probe probe = new();
        Assert.Equal(
            [
                "initialize", "controller initialize", "controller handler", "connect", "controller connect", "get state",
                "controller set component state", "get state",
            ],
            probe.Calls.Where(call => call != "entry"));
        probe.Plugin.Pacing = ProcessPacing.Offline;
        probe.Plugin.Configure(48000, 64);
        Assert.Equal(
            ["arrange 1:80000 1:3", "bus audio in 0 on", "bus event in 0 on", "bus audio out 0 on", "bus event out 0 on"], probe.Calls);
        probe.Plugin.Resume();
        probe.Plugin.Resume();
        probe.Plugin.Suspend();
        probe.Plugin.Suspend();
        Assert.Equal(["setup 2 0 64 48000", "active", "start", "stop", "start", "stop", "inactive"], probe.Calls);
        probe.Dispose();
    }

    [Fact]
    public void Everything_ends_in_order_and_every_reference_is_given_back()
    {
        string copy = Path.Combine(Directory.CreateTempSubdirectory("drumspace-vst3-").FullName, "ends.vst3");
        File.Copy(NativePlugins.Path("vst3_probe"), copy);
        try
        {
            Vst3Probe probe = new(path: copy);
            Assert.Equal("entry", probe.Calls[0]);
            using (Vst3Plugin second = Vst3Plugin.Load(copy))
            {
                Assert.DoesNotContain("entry", probe.Calls);
            }

            Assert.DoesNotContain("exit", probe.Calls);
            probe.Plugin.Dispose();
            Assert.Equal(
                [
                    "controller no handler", "disconnect", "controller disconnect", "terminate", "controller terminate",
                    "controller freed", "freed", "exit",
                ],
                probe.Calls);
            probe.Dispose();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    [Fact]
    public void A_component_that_is_its_own_controller_is_neither_connected_nor_ended_twice()
    {
        Vst3Probe probe = new("vst3_single");
        Assert.Equal(4, probe.Plugin.Parameters.Count);
        Assert.DoesNotContain("connect", probe.Calls);
        probe.Plugin.Dispose();
        Assert.Equal(["no handler", "terminate", "freed"], probe.Calls.Where(call => call != "exit"));
        probe.Dispose();
    }

    [Fact]
    public void A_component_without_a_controller_has_no_parameters()
    {
        using Vst3Probe probe = Load("vst3_no_controller");
        Assert.Empty(probe.Plugin.Parameters);
        Assert.Equal(0, probe.Plugin.ProgramCount);
        Assert.False(probe.Plugin.TryOpenEditor(7));
        Assert.Empty(probe.Plugin.GetControllerState());
        Assert.False(probe.Plugin.SetControllerState([1]));
        probe.Plugin.Resume();
        probe.Plugin.QueueMidi(new ShortMessage(0, 0xB0, 1, 127));
        probe.Plugin.Process(64);
        Assert.Equal(1, probe.Plugin.Output(1)[63]);
    }

    [Fact]
    public void The_factory_describes_the_plugin()
    {
        using Vst3Probe probe = Load();
        Vst3Plugin plugin = probe.Plugin;
        Assert.Equal(("Probe", "Nobody", "1.2.3"), (plugin.Name, plugin.Vendor, plugin.Version));
        Assert.Equal(["Instrument", "Drum"], plugin.SubCategories);
        Assert.Equal("0102030405060708090A0B0C0D0E0F10", plugin.Id);
        Assert.Equal((1, 2), (plugin.InputCount, plugin.OutputCount));
        Assert.Equal((32, int.MaxValue), (plugin.Latency, plugin.Tail));
        Assert.True(plugin.HasState && plugin.HasEventInput && plugin.HasEventOutput);
    }

    [Fact]
    public void Parameters_are_described_and_texts_without_an_end_are_cut()
    {
        using Vst3Probe probe = Load();
        IReadOnlyList<PluginParameter> parameters = probe.Plugin.Parameters;
        Assert.Equal(["Level", "Program", "Meter", "Wheel"], parameters.Select(p => p.Name));
        Assert.Equal([true, true, false, true], parameters.Select(p => p.CanBeAutomated));
        Assert.Equal("dB", parameters[0].Label);
        Assert.Equal(new string('x', 128), parameters[3].Label);
        Assert.Equal("0 of 7", parameters[0].Display);
        Assert.Equal("", parameters[3].Display);
        Assert.True(parameters[0].TrySetText("h"));
        Assert.Equal(0.5f, parameters[0].Value);
        Assert.False(parameters[0].TrySetText("half"));
    }

    [Fact]
    public void A_value_goes_to_the_component_with_the_next_block_and_to_the_controller_on_the_main_thread()
    {
        using Vst3Probe probe = Load();
        PluginParameter level = probe.Plugin.Parameter("Level");
        level.Value = 0.25f;
        Assert.Equal(["controller show 7 as 0.25"], probe.Calls);
        probe.Plugin.Resume();
        probe.Plugin.Process(64);
        Assert.Contains("change 7 at 0 to 0.25", probe.Block);
        probe.Plugin.Process(64);
        Assert.DoesNotContain("change 7 at 0 to 0.25", probe.Block);
        level.Value = 0.5f;
        Assert.Equal(0.5f, level.Value);
        probe.Plugin.Process(64);
        Assert.Contains("change 7 at 0 to 0.5", probe.Block);
        Assert.DoesNotContain("controller show 7 as 0.5", probe.Calls);
        probe.Plugin.IdleEditor();
        Assert.Contains("controller show 7 as 0.5", probe.Calls);
        Assert.Equal(0.5f, level.Value);
    }

    [Fact]
    public void Values_within_a_block_come_by_frame_the_last_one_at_a_frame()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        probe.Plugin.QueueParameter(9, 0, 0.125f);
        probe.Plugin.QueueParameter(3, 0, 0.5f);
        probe.Plugin.QueueParameter(20, 0, 0.25f);
        probe.Plugin.QueueParameter(9, 0, 0.375f);
        probe.Plugin.QueueParameter(5, 3, 1);
        probe.Plugin.Process(64);
        string[] expected =
        [
            "change 7 at 3 to 0.5", "change 7 at 9 to 0.375", "change 7 at 20 to 0.25", "change 1007 at 5 to 1",
        ];
        Assert.Equal(expected, probe.Block.Where(line => line.StartsWith("change", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_block_takes_no_more_than_4096_values_and_4096_notes()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Configure(48000, 8192);
        probe.Plugin.Resume();
        Assert.All(Enumerable.Range(0, 4096), frame => Assert.True(probe.Plugin.QueueParameter(frame, 0, 0)));
        Assert.False(probe.Plugin.QueueParameter(5000, 0, 0));
        Assert.True(probe.Plugin.QueueParameter(4000, 0, 0));
        Assert.All(Enumerable.Range(0, 4096), frame => Assert.True(probe.Plugin.QueueMidi(new ShortMessage(frame, 0x90, 60, 1))));
        Assert.False(probe.Plugin.QueueMidi(new ShortMessage(5000, 0x80, 60, 1)));
        probe.Plugin.Process(8192);
        Assert.True(probe.Plugin.QueueParameter(0, 0, 0));
    }

    [Fact]
    public void Notes_arrive_as_events_and_controllers_as_the_parameters_that_they_are_mapped_to()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        ShortMessage[] messages =
        [
            new(8, 0x80, 36, 0), new(3, 0x99, 36, 127), new(3, 0x99, 38, 0), new(4, 0xA9, 36, 127), new(10, 0xB0, 1, 127),
            new(11, 0xE0, 0x7F, 0x7F), new(12, 0xB1, 1, 127), new(13, 0xC0, 1, 0), new(14, 0xC0, 9, 0), new(15, 0xD0, 9, 0),
        ];
        Assert.All(messages, message => Assert.True(probe.Plugin.QueueMidi(message)));
        probe.Plugin.Process(64);
        string[] expected =
        [
            "change 1007 at 10 to 1", "change 7 at 11 to 1", "change 8 at 13 to 0.5", "on 9 36 1.000 id -1 at 3", "off 9 38 0.000 at 3",
            "type 3 9 36 1.000 at 4", "off 0 36 0.000 at 8",
        ];
        Assert.Equal(expected, probe.Block[1..]);
        Assert.Equal(1, probe.Plugin.Program);
    }

    [Fact]
    public void Events_and_values_of_the_plugin_are_recorded()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        probe.Plugin.Process(64);
        ShortMessage[] expected =
        [
            new(0, 0x99, 36, 1), new(1, 0x89, 36, 64), new(2, 0xA9, 36, 127), new(3, 0xB1, 74, 100), new(4, 0xD2, 50, 0),
            new(5, 0xE3, 1, 64), new(6, 0xC4, 12, 0),
        ];
        Assert.Equal(expected, probe.Plugin.Emitted.ToArray());
        Assert.Equal(2, probe.Plugin.DroppedEvents);
        Assert.Equal([new ParameterEdit(ParameterEditKind.Automate, 2, 0.75f)], probe.Plugin.Edits.ToArray());
        Assert.Equal(0.75f, probe.Plugin.Parameter("Meter").Value);
        Assert.DoesNotContain("stranger", probe.Block);
    }

    [Fact]
    public void A_block_that_fails_is_silent()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        probe.Plugin.Process(64);
        Assert.Equal(1, probe.Plugin.Output(1)[63]);
        probe.Plugin.Parameter("Level").Value = 0.75f;
        probe.Plugin.Process(64);
        Assert.Equal(0, probe.Plugin.Output(1)[63]);
    }

    [Fact]
    public void The_song_time_is_the_transports()
    {
        using Vst3Probe probe = Load();
        HostTransport transport = new(48000, 120) { TimeSignature = (3, 4) };
        transport.SetLoop((2, 6));
        transport.JumpTo(4);
        transport.Start();
        probe.Plugin.Transport = transport;
        probe.Plugin.Resume();
        transport.BeginBlock(64);
        probe.Plugin.Process(64);
        transport.EndBlock(64);
        Assert.Equal("block 0 of 64, buses 1 1", probe.Block[0]);
        Assert.Equal("context 2bf06 rate 48000 at 96000 ppq 4 bar 3 cycle 2..6 tempo 120 meter 3/4", probe.Block[1]);
        probe.Plugin.Transport = null;
        probe.Plugin.Process(64);
        Assert.Single(probe.Block);
    }

    [Fact]
    public void The_state_is_the_components_and_the_controller_follows_it()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Parameter("Level").Value = 0.25f;
        _ = probe.Calls;
        byte[] state = probe.Plugin.GetState();
        Assert.Equal("level 0.25 program 0"u8, state);
        Assert.Equal(["setup 0 0 64 48000", "active", "start", "flush", "stop", "inactive", "get state"], probe.Calls);
        probe.Plugin.Parameter("Level").Value = 0.5f;
        _ = probe.Calls;
        Assert.True(probe.Plugin.SetState(state));
        Assert.Equal(["set state", "controller set component state"], probe.Calls);
        Assert.Equal(0.25f, probe.Plugin.Parameter("Level").Value);
        Assert.Equal(state, probe.Plugin.GetState());
        probe.Plugin.Parameter("Level").Value = 0.75f;
        Assert.False(probe.Plugin.SetState("nonsense"u8));
        Assert.Equal("level 0.75 program 0"u8, probe.Plugin.GetState());
        Assert.False(probe.Plugin.TrySetState("nonsense"u8));
        Assert.Equal("page 2"u8, probe.Plugin.GetControllerState());
        _ = probe.Calls;
        Assert.True(probe.Plugin.SetControllerState("page 3"u8));
        Assert.Equal(["controller own state page 3"], probe.Calls);
    }

    [Fact]
    public void A_value_that_a_state_was_saved_with_goes_with_the_next_block_all_the_same()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Parameter("Level").Value = 0.25f;
        Assert.Equal("level 0.25 program 0"u8, probe.Plugin.GetState());
        probe.Plugin.Resume();
        probe.Plugin.Process(64);
        Assert.Contains("change 7 at 0 to 0.25", probe.Block);
    }

    [Fact]
    public void Programs_are_selected_by_their_parameter_and_named_by_their_list()
    {
        using Vst3Probe probe = Load();
        Vst3Plugin plugin = probe.Plugin;
        Assert.Equal(3, plugin.ProgramCount);
        Assert.Equal(["Program 0 of 77", "Program 1 of 77", "1 of 8", ""], Enumerable.Range(0, 4).Select(plugin.GetProgramName));
        plugin.Program = 2;
        Assert.Equal(2, plugin.Program);
        Assert.Equal("level 0 program 1"u8, plugin.GetState());
        Assert.Throws<ArgumentOutOfRangeException>(() => plugin.Program = 3);
    }

    [Fact]
    public void Component_and_controller_exchange_messages_which_outlive_the_plugin()
    {
        Vst3Probe probe = Load();
        probe.SayHello();
        Assert.Equal(["controller notified of hello: 42 2.5 wo0 abc 1"], probe.Calls);
        probe.Plugin.Dispose();
        Assert.Equal(42, probe.ReadKeptMessage());
        probe.Dispose();
    }

    [Fact]
    public void A_hand_in_the_window_is_recorded_and_moves_the_component()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        probe.MoveByHand();
        ParameterEdit[] gesture =
        [
            new(ParameterEditKind.Begin, 0, 0), new(ParameterEditKind.Automate, 0, 0.25f), new(ParameterEditKind.End, 0, 0),
        ];
        Assert.Equal(gesture, probe.Plugin.Edits.ToArray());
        probe.Plugin.Process(64);
        Assert.Contains("change 7 at 0 to 0.25", probe.Block);
        _ = probe.Calls;
        probe.Plugin.IdleEditor();
        Assert.DoesNotContain("controller show 7 as 0.25", probe.Calls);
    }

    [Fact]
    public void What_a_controller_asks_to_read_again_is_read_when_the_plugin_is_suspended()
    {
        using Vst3Probe probe = Load();
        probe.Plugin.Resume();
        _ = probe.Calls;
        Vst3RestartFlags flags = Vst3RestartFlags.IoChanged | Vst3RestartFlags.LatencyChanged | Vst3RestartFlags.MidiCCAssignmentChanged;
        probe.AskRestart(flags);
        probe.AskRestart(Vst3RestartFlags.ParamValuesChanged);
        probe.Plugin.IdleEditor();
        Assert.Equal(flags | Vst3RestartFlags.ParamValuesChanged, probe.Plugin.Restarts);
        Assert.Empty(probe.Calls);
        probe.Plugin.Suspend();
        Assert.Equal(["stop", "inactive", "arrange 1:80000 1:3"], probe.Calls[..3]);
        probe.Plugin.Resume();
        probe.Plugin.Suspend();
        Assert.Equal(["setup 0 0 64 48000", "active", "start", "stop", "inactive"], probe.Calls);
    }

    [Theory]
    [InlineData("vst3_refuses_setup", "setup 0 0 64 48000")]
    [InlineData("vst3_refuses_start", "inactive")]
    public void A_plugin_that_refuses_stays_suspended(string name, string lastCall)
    {
        using Vst3Probe probe = Load(name);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(probe.Plugin.Resume);
        Assert.Equal("Probe refuses 48000 frames a second with blocks of up to 64.", e.Message);
        Assert.False(probe.Plugin.IsResumed);
        Assert.Equal(lastCall, probe.Calls[^1]);
    }

    [Fact]
    public void A_call_after_disposal_throws_instead_of_entering_freed_code()
    {
        Vst3Probe probe = Load();
        Vst3Plugin plugin = probe.Plugin;
        PluginParameter level = plugin.Parameter("Level");
        probe.Dispose();
        plugin.Dispose();
        Assert.ThrowsAny<Exception>(() => level.Name);
        Assert.ThrowsAny<Exception>(() => level.Value);
        Assert.ThrowsAny<Exception>(plugin.GetState);
        Assert.ThrowsAny<Exception>(plugin.Resume);
        Assert.ThrowsAny<Exception>(() => plugin.Process(64));
    }

    private static Vst3Probe Load(string name = "vst3_probe")
    {
        Vst3Probe probe = new(name);
        probe.Plugin.Configure(48000, 64);
        _ = probe.Calls;
        return probe;
    }
}
