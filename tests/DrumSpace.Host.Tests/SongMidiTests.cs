using DrumSpace.Midi;

namespace DrumSpace.Host.Tests;

public sealed class SongMidiTests
{
    [Fact]
    public void Output_is_written_in_ticks_with_its_tempo()
    {
        using Vst2Plugin probe = Probe.Load();
        using Renderer renderer = new(probe, new HostTransport(48000, 120), new RenderOptions { BlockSize = 6000 });
        MidiFile file = SongMidi.Write(renderer.Render(12000), (4, 4), 0.5, "Probe");
        using MemoryStream bytes = new();
        file.Write(bytes);

        // By hand from the specification: name, 4/4, 500000 us a quarter, then a note-on every 16th (240 of 960 ticks). Its note-off is
        // a frame before the next, which rounds to the same tick. What comes while stopped is left out, and the file ends with the song.
        Assert.Equal(
            "4D546864 00000006 0000 0001 03C0 4D54726B 0000002E 00FF03 05 50726F6265 00FF58 04 04021808 00FF51 03 07A120".Replace(" ", "")
                + "00992464 8170892400 00992464 8170892400 00FF2F00".Replace(" ", ""),
            Convert.ToHexString(bytes.ToArray()));
    }

    [Fact]
    public void Notes_that_hang_end_with_the_song_and_an_early_hit_of_the_bar_after_is_not_in_it()
    {
        // A late hit of the last 16th, 0.1 of a quarter before the end, ends there; one that sounds on is the next bar's.
        RenderedMessage[] messages =
        [
            new(0, 0, 0, true, new ShortMessage(0, 0x99, 36, 100)),
            new(0, 0, 3.85, true, new ShortMessage(0, 0x99, 46, 100)),
            new(0, 0, 3.9, true, new ShortMessage(0, 0x99, 42, 100)),
            new(0, 0, 3.92, true, new ShortMessage(0, 0x99, 38, 100)),
            new(0, 0, 3.95, false, new ShortMessage(0, 0x89, 42, 64)),
            new(0, 0, 3.99, true, new ShortMessage(0, 0x99, 42, 100)),
            new(0, 0, 4, false, new ShortMessage(0, 0x99, 42, 100)),
        ];
        Rendering rendering = new(96000, messages, [new TempoPoint(0, 24)], [], new BlockTimings());
        TrackChunk track = SongMidi.Write(rendering, (4, 4), 4, "Bar").Tracks.Single();
        Assert.Equal(4 * 960, track.EndTicks);
        Assert.Equal(
            [(0, 0x99, 36), (3696, 0x99, 46), (3744, 0x99, 42), (3792, 0x89, 42), (3840, 0x89, 36), (3840, 0x89, 46)],
            track.Events.ToArray().Where(one => one.IsChannelMessage).Select(one => ((int)one.Ticks, (int)one.Status, (int)one.Data1)));
    }

    [Fact]
    public void Tempo_changes_are_recorded_at_their_positions()
    {
        using Vst2Plugin probe = Probe.Load();
        TempoCurve tempo = new(new TempoPoint(0, 120), new TempoPoint(1, 60));
        using Renderer renderer = new(probe, new HostTransport(48000, tempo), new RenderOptions { BlockSize = 24000 });
        Assert.Equal([new TempoPoint(0, 120), new TempoPoint(1, 60)], renderer.Render(72000).Tempos);
    }

    [Fact]
    public void Tracks_are_merged_by_time_in_ticks_and_in_seconds()
    {
        TrackChunk first = new();
        first.AddNote(96, 96, 0, 60, 100);
        TrackChunk second = new();
        second.Add(144, 0xB1, 7, 90);
        MidiFile quarters = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(96)) { Tracks = { first, second } };
        SongMessage[] expected = [new(1, 0x90, 60, 100), new(1.5, 0xB1, 7, 90), new(2, 0x80, 60, 64)];
        Assert.Equal(expected, SongMidi.Read(quarters, TempoCurve.Constant(120)));

        // -24 frames of 2 ticks are 48 ticks a second, so 96 ticks are 2 s: at 30 quarters per minute, one quarter.
        Assert.True(TimeDivision.TryFromRaw(unchecked((short)0xE802), out TimeDivision film));
        MidiFile seconds = new(MidiFileFormat.MultiTrack, film) { Tracks = { first, second } };
        Assert.Equal(expected, SongMidi.Read(seconds, TempoCurve.Constant(30)));
    }
}
