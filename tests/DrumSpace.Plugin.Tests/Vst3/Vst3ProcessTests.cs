using DrumSpace.Abi.Vst3;
using DrumSpace.Plugin.Formats.Vst3;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>Blocks: events and values in and out, each at its frame.</summary>
public unsafe class Vst3ProcessTests
{
    private static readonly uint Knob = (uint)ParameterTable.Knobs[0].Index;

    [Fact]
    public void The_song_plays_notes_and_sound()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.Play(0);
        bool sounds = false;
        List<string> words = [];
        for (int block = 0; block < 100; block++)
        {
            Assert.Equal(Vst3Result.Ok, vst.Process(960));
            words.AddRange(vst.EventsOut.Words);
            sounds |= vst.Left[..960].ContainsAnyExcept(0f);
        }

        Assert.Contains(words, word => word.Contains(" on 9 ", StringComparison.Ordinal));
        Assert.True(sounds);
        Assert.All(vst.EventsOut.All, each => Assert.InRange(each.SampleOffset, 0, 959));
    }

    [Fact]
    public void Every_note_ends_when_the_song_stops()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.Play(0);
        List<string> words = [];
        for (int block = 0; block < 33; block++)
        {
            vst.Process(97);
            words.AddRange(vst.EventsOut.Words);
        }

        vst.Time = vst.Time with { State = Vst3ContextFlags.TempoValid };
        vst.Process(64);
        words.AddRange(vst.EventsOut.Words);
        Assert.NotEmpty(words);
        Assert.Equal(
            words.Count(word => word.Contains(" on ", StringComparison.Ordinal)),
            words.Count(word => word.Contains(" off ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Thru_passes_all_that_comes_in_at_its_frame()
    {
        using RawVst3 vst = new();
        vst.Set((uint)ParameterTable.Thru.Index, 1);
        vst.Start();
        vst.EventsIn.Note(3, isOn: true, 2, 60);
        vst.EventsIn.Note(40, isOn: false, 2, 60);
        vst.EventsIn.All.Add(new Vst3Event
        {
            SampleOffset = 41,
            Type = Vst3EventType.PolyPressure,
            PolyPressure = new Vst3PolyPressure { Channel = 2, Pitch = 61, Pressure = 1 },
        });
        vst.EventsIn.All.Add(new Vst3Event
        {
            SampleOffset = 42,
            Type = Vst3EventType.LegacyMidiCCOut,
            MidiCCOut = new Vst3LegacyMidiCCOut { ControlNumber = 70, Channel = 1, Value = 5 },
        });
        vst.ValuesIn.Set(Vst3Controllers.IdOf(4, 71)!.Value, (10, 1));
        vst.ValuesIn.Set(Vst3Controllers.IdOf(5, Vst3Controller.PitchBend)!.Value, (20, 0.5));
        vst.ValuesIn.Set(Vst3Controllers.IdOf(6, Vst3Controller.AfterTouch)!.Value, (20, 64 / 127.0));
        Assert.Equal(Vst3Result.Ok, vst.Process(64));
        Assert.Equal(
            [
                "3 on 2 60 64", "10 cc 4 71 127 0", "20 cc 5 129 0 64", "20 cc 6 128 64 0", "40 off 2 60", "41 cc 2 131 61 127",
                "42 cc 1 70 5 0",
            ],
            vst.EventsOut.Words);
    }

    [Fact]
    public void Controllers_move_what_they_are_mapped_to_and_NRPN_any_parameter()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.ValuesIn.Set(Vst3Controllers.IdOf(3, 16)!.Value, (0, 1));
        vst.Process(64);
        Assert.Equal(1, vst.Get(Knob));
        Assert.Equal(1, vst.ValuesOut.Values[Knob]);
        vst.ValuesIn.Set(Vst3Controllers.IdOf(0, 99)!.Value, (0, 0));
        vst.ValuesIn.Set(Vst3Controllers.IdOf(0, 98)!.Value, (0, Knob / 127.0));
        vst.ValuesIn.Set(Vst3Controllers.IdOf(0, 6)!.Value, (0, 0));
        vst.Process(64);
        Assert.Equal(0, vst.Get(Knob), 0.01);
    }

    [Fact]
    public void Values_count_from_their_frames_in_order_with_each_other_and_with_notes()
    {
        using RawVst3 vst = new();
        vst.Start();

        // Between the two notes thru is on: the later queue has the earlier values.
        vst.EventsIn.Note(10, isOn: true, 0, 60);
        vst.EventsIn.Note(20, isOn: true, 0, 61);
        vst.EventsIn.Note(30, isOn: true, 0, 62);
        vst.ValuesIn.Set(Knob, (25, 0.5), (50, 0.25));
        vst.ValuesIn.Set((uint)ParameterTable.Thru.Index, (15, 1), (25, 0));
        Assert.Equal(Vst3Result.Ok, vst.Process(64));
        Assert.Contains("20 on 0 61 64", vst.EventsOut.Words);
        Assert.DoesNotContain(vst.EventsOut.Words, word => word.Contains(" on 0 60", StringComparison.Ordinal));
        Assert.DoesNotContain(vst.EventsOut.Words, word => word.Contains(" on 0 62", StringComparison.Ordinal));
        Assert.Equal(0.25, vst.Get(Knob));
        Assert.Empty(vst.ValuesOut.Values);
    }

    [Fact]
    public void A_program_by_its_parameter_tells_the_host_every_value_that_moved()
    {
        using RawVst3 vst = new();
        vst.Start();
        double[] before = [.. Enumerable.Range(0, ParameterTable.Count).Select(index => vst.Get((uint)index))];
        vst.ValuesIn.Set(Vst3Parameters.ProgramId, (5, 5.0 / (vst.Core.Programs.Count - 1)));
        vst.Process(64);
        Assert.Equal(5, vst.Core.Programs.Current);
        uint[] moved = [.. Enumerable.Range(0, before.Length).Select(index => (uint)index).Where(id => before[id] != vst.Get(id))];
        Assert.NotEmpty(moved);
        Assert.Equal(moved, vst.ValuesOut.Values.Keys.Order());
        Assert.All(moved, id => Assert.Equal(vst.Get(id), vst.ValuesOut.Values[id]));
    }

    [Fact]
    public void A_program_that_was_selected_without_the_host_is_told_once()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.Core.Programs.Select(7);
        vst.ValuesOut.Refusals = 1;
        vst.Process(64);
        Assert.DoesNotContain(Vst3Parameters.ProgramId, vst.ValuesOut.Values.Keys);
        vst.Process(64);
        Assert.Equal(vst.Get(Vst3Parameters.ProgramId), vst.ValuesOut.Values[Vst3Parameters.ProgramId]);
        vst.Process(64);
        Assert.Empty(vst.ValuesOut.Values);
    }

    [Fact]
    public void A_block_without_frames_takes_and_gives_values()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.Core.Parameters[(int)Knob + 1] = 0.125f;
        vst.ValuesIn.Set(Knob, (0, 0.75));
        Assert.Equal(Vst3Result.Ok, vst.Process(0));
        Assert.Equal(0.75, vst.Get(Knob));
        Assert.Equal(new Dictionary<uint, double> { [Knob + 1] = 0.125 }, vst.ValuesOut.Values);
    }

    [Fact]
    public void While_the_song_plays_a_value_that_is_only_shown_does_not_count()
    {
        using RawVst3 vst = new();
        vst.Start();
        vst.Play(0);
        vst.ValuesIn.Set(Knob, (0, 0.75));
        vst.Process(64);
        Assert.Equal(Vst3Result.Ok, vst.Set(Knob, 0.5));
        Assert.Equal(0.75, vst.Get(Knob));
        vst.Stop();
        Assert.Equal(Vst3Result.Ok, vst.Set(Knob, 0.5));
        Assert.Equal(0.5, vst.Get(Knob));
    }

    [Fact]
    public void A_note_off_that_the_host_refuses_comes_again()
    {
        using RawVst3 vst = new();
        vst.Set((uint)ParameterTable.Thru.Index, 1);
        vst.Start();
        vst.EventsIn.Note(0, isOn: true, 0, 60);
        vst.Process(64);
        vst.EventsIn.Note(0, isOn: false, 0, 60);
        vst.EventsOut.Refusals = 1;
        vst.Process(64);
        Assert.Empty(vst.EventsOut.Words);
        vst.Process(64);
        Assert.Equal(["0 off 0 60"], vst.EventsOut.Words);
    }

    [Fact]
    public void Only_samples_of_32_bits_are_processed()
    {
        using RawVst3 vst = new();
        Assert.Equal(Vst3Result.Ok, vst.Processor->Vtbl->CanProcessSampleSize(vst.Processor, Vst3SampleSize.Sample32));
        Assert.Equal(Vst3Result.False, vst.Processor->Vtbl->CanProcessSampleSize(vst.Processor, Vst3SampleSize.Sample64));
        vst.Start();
        Assert.Equal(Vst3Result.InvalidArgument, vst.Process(64, Vst3SampleSize.Sample64));
        Vst3ProcessSetup setup = new() { SampleRate = 48_000, MaxSamplesPerBlock = 64, SymbolicSampleSize = Vst3SampleSize.Sample64 };
        Assert.Equal(Vst3Result.InvalidArgument, vst.Processor->Vtbl->SetupProcessing(vst.Processor, &setup));
    }

    [Fact]
    public void The_buses_are_a_stereo_output_and_events_in_and_out()
    {
        using RawVst3 vst = new();
        Vst3ComponentVtbl* functions = vst.Component->Vtbl;
        Assert.Equal(0, functions->GetBusCount(vst.Component, Vst3MediaType.Audio, Vst3BusDirection.Input));
        Assert.Equal(("Kit", 2), Bus(Vst3MediaType.Audio, Vst3BusDirection.Output));
        Assert.Equal(("MIDI", 16), Bus(Vst3MediaType.Event, Vst3BusDirection.Input));
        Assert.Equal(("Beat", 16), Bus(Vst3MediaType.Event, Vst3BusDirection.Output));
        Vst3SpeakerArrangement* asked = stackalloc Vst3SpeakerArrangement[2];
        (asked[0], asked[1]) = (Vst3SpeakerArrangement.Stereo, Vst3SpeakerArrangement.Mono);
        Vst3AudioProcessorVtbl* processor = vst.Processor->Vtbl;
        Assert.Equal(Vst3Result.Ok, processor->SetBusArrangements(vst.Processor, null, 0, asked, 1));
        Assert.Equal(Vst3Result.False, processor->SetBusArrangements(vst.Processor, null, 0, asked + 1, 1));
        Assert.Equal(Vst3Result.False, processor->SetBusArrangements(vst.Processor, asked, 1, asked, 1));
        Assert.Equal(Vst3Result.False, processor->SetBusArrangements(vst.Processor, null, 0, null, 1));
        Vst3SpeakerArrangement given;
        Assert.Equal(Vst3Result.Ok, processor->GetBusArrangement(vst.Processor, Vst3BusDirection.Output, 0, &given));
        Assert.Equal(Vst3SpeakerArrangement.Stereo, given);
        Assert.Equal(
            Vst3Result.InvalidArgument, processor->GetBusArrangement(vst.Processor, Vst3BusDirection.Input, 0, &given));
        Assert.Equal(0u, processor->GetLatencySamples(vst.Processor));

        (string Name, int Channels) Bus(Vst3MediaType media, Vst3BusDirection direction)
        {
            Assert.Equal(1, functions->GetBusCount(vst.Component, media, direction));
            Vst3BusInfo info;
            Assert.Equal(Vst3Result.Ok, functions->GetBusInfo(vst.Component, media, direction, 0, &info));
            Assert.Equal(Vst3Result.InvalidArgument, functions->GetBusInfo(vst.Component, media, direction, 1, &info));
            Assert.Equal(Vst3Result.Ok, functions->ActivateBus(vst.Component, media, direction, 0, 1));
            return (new string(info.Name), info.ChannelCount);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Blocks_allocate_nothing(bool isBuilt)
    {
        using RawVst3 vst = new(isBuilt: isBuilt);
        vst.Set((uint)ParameterTable.Thru.Index, 1);
        vst.Start();
        vst.Play(0);
        _ = vst.ProcessBytes();
        Play(256);
        long before = vst.ProcessBytes();
        Play(1024);
        Assert.Equal(before, vst.ProcessBytes());

        void Play(int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                vst.EventsIn.Note(block % 64, isOn: block % 2 == 0, block % 16, 60);
                vst.ValuesIn.Set(Knob, (0, block % 97 / 97.0), (32, block % 89 / 89.0));
                vst.ValuesIn.Set(Vst3Controllers.IdOf(block % 16, block % 130)!.Value, (block % 64, 0.5));
                vst.ValuesOut.Refusals = block % 3;
                Assert.Equal(Vst3Result.Ok, vst.Process(64, mode: Vst3ProcessMode.Realtime));
            }
        }
    }
}
