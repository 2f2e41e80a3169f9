namespace DrumSpace.Midi.Tests;

public class TrackNotesTests
{
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
