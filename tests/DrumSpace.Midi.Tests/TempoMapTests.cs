namespace DrumSpace.Midi.Tests;

public class TempoMapTests
{
    [Fact]
    public void Seconds_follow_the_tempos_of_all_tracks()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480)) { Tracks = { new(), new() } };
        file.Tracks[0].AddTempo(960, 60);
        file.Tracks[1].AddTempo(1920, 240);
        TempoMap map = TempoMap.Of(file);
        Assert.Equal([120, 60, 240], map.Tempos.Select(tempo => tempo.QuartersPerMinute));
        (long Ticks, double Seconds)[] expected = [(0, 0), (480, 0.5), (960, 1), (1440, 2), (1920, 3), (2400, 3.25), (4800, 4.5)];
        Assert.All(expected, one => Assert.Equal(one.Seconds, map.SecondsAt(one.Ticks), 12));
    }

    [Fact]
    public void Time_signatures_come_in_order_and_4_4_is_the_default()
    {
        MidiFile file = new(MidiFileFormat.MultiTrack, TimeDivision.Ppq(480)) { Tracks = { new(), new() } };
        file.Tracks[1].AddTimeSignature(960, 6, 8);
        file.Tracks[0].AddTimeSignature(1920, 3, 2);
        Assert.Equal([new(0, 4, 4), new(960, 6, 8), new(1920, 3, 2)], TempoMap.Of(file).TimeSignatures);
    }

    [Fact]
    public void Invalid_tempos_and_signatures_are_skipped()
    {
        byte[] bytes =
        [
            .. Smf.Header(), .. Smf.Track("00FF5103000000 00FF51020708 00FF580404FF1808 00FF580400021808 00FF580104 00FF2F00"),
        ];
        TempoMap map = TempoMap.Of(MidiFile.Read(bytes, "nothing"));
        Assert.Equal(500_000, Assert.Single(map.Tempos).MicrosecondsPerQuarter);
        Assert.Equal(new TimeSignature(0, 4, 4), Assert.Single(map.TimeSignatures));
    }

    [Fact]
    public void Notes_end_oldest_first_at_a_note_off_a_silent_note_on_or_the_end_of_the_track()
    {
        TrackChunk track = new();
        track.Add(0, 0x99, 36, 100);
        track.Add(10, 0x99, 36, 90);
        track.Add(20, 0x89, 36, 0);
        track.Add(25, 0x89, 40, 0);
        track.Add(30, 0x99, 36, 0);
        track.Add(35, 0x90, 36, 1);
        track.Add(36, 0x89, 36, 0);
        track.EndTicks = 100;
        Assert.Equal([new Note(0, 20, 9, 36, 100), new Note(10, 20, 9, 36, 90), new Note(35, 65, 0, 36, 1)], track.GetNotes());
    }
}
