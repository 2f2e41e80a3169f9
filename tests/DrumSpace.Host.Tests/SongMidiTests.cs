using DrumSpace.Midi;

namespace DrumSpace.Host.Tests;

public sealed class SongMidiTests
{
    [Fact]
    public void Output_is_written_in_ticks_with_its_tempo()
    {
        using Vst2Plugin probe = Probe.Load();
        using Renderer renderer = new(probe, new HostTransport(48000, 120), new RenderOptions { BlockSize = 6000 });
        MidiFile file = SongMidi.Write(renderer.Render(12000), (4, 4), "Probe");
        using MemoryStream bytes = new();
        file.Write(bytes);

        // By hand from the specification: name, 4/4, 500000 us a quarter, then a note-on every 16th (240 of 960 ticks). Its note-off is
        // a frame before the next, which rounds to the same tick; the last pair comes while stopped.
        Assert.Equal(
            "4D546864 00000006 0000 0001 03C0 4D54726B 00000037 00FF03 05 50726F6265 00FF58 04 04021808 00FF51 03 07A120".Replace(" ", "")
                + "00992464 8170892400 00992464 8170892400 00992464 8170892400 00FF2F00".Replace(" ", ""),
            Convert.ToHexString(bytes.ToArray()));
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
