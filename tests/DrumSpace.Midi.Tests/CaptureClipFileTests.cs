using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Midi.Tests;

/// <summary>Captured clips, read by Debian's python3-mido.</summary>
public class CaptureClipFileTests
{
    private const string Dump = """
        import sys, mido
        midi = mido.MidiFile(sys.argv[1])
        print(midi.type, midi.ticks_per_beat)
        for track in midi.tracks:
            now = 0
            for message in track:
                now += message.time
                keys = ("name", "tempo", "numerator", "denominator", "channel", "note", "velocity")
                print(now, message.type, *[getattr(message, key) for key in keys if hasattr(message, key)])
        """;

    private static readonly CaptureClip Clip = new(
        Bars: 2,
        Ticks: 2880 + 3840,
        [
            new CaptureNote(0, 240, 9, 36, 120, (int)Voice.BassDrum), new CaptureNote(321, 1, 9, 38, 1, (int)Voice.Snare),
            new CaptureNote(480, 2000, 0, 40, 99, CaptureClip.MelodyPart), new CaptureNote(2480, 4240, 0, 40, 98, CaptureClip.MelodyPart),
            new CaptureNote(6719, 1, 9, 36, 56, (int)Voice.BassDrum),
        ],
        [new CaptureTempo(0, 120), new CaptureTempo(2880, 93.75)],
        [new CaptureSignature(0, 3, 4), new CaptureSignature(2880, 4, 4)]);

    [Fact]
    public void One_track_holds_everything_and_ends_at_the_bar_line() => Assert.Equal(
        """
        0 960
        0 track_name DrumSpace
        0 time_signature 3 4
        0 set_tempo 500000
        0 note_on 9 36 120
        240 note_off 9 36 64
        321 note_on 9 38 1
        322 note_off 9 38 64
        480 note_on 0 40 99
        2480 note_off 0 40 64
        2480 note_on 0 40 98
        2880 time_signature 4 4
        2880 set_tempo 640000
        6719 note_on 9 36 56
        6720 note_off 0 40 64
        6720 note_off 9 36 64
        6720 end_of_track
        """,
        RunMido(new CaptureClipForm { Name = "DrumSpace" }));

    [Fact]
    public void Each_voice_has_its_track_and_all_tracks_end_together() => Assert.Equal(
        """
        1 960
        6720 end_of_track
        0 track_name Bass Drum 1
        0 note_on 9 36 120
        240 note_off 9 36 64
        6719 note_on 9 36 56
        6720 note_off 9 36 64
        6720 end_of_track
        0 track_name Acoustic Snare
        321 note_on 9 38 1
        322 note_off 9 38 64
        6720 end_of_track
        0 track_name Melody
        480 note_on 0 40 99
        2480 note_off 0 40 64
        2480 note_on 0 40 98
        6720 note_off 0 40 64
        6720 end_of_track
        """,
        RunMido(new CaptureClipForm { TrackPerVoice = true, WithTempo = false }));

    private static string RunMido(CaptureClipForm form)
    {
        string path = Path.Combine(Path.GetTempPath(), $"drumspace-{Guid.NewGuid():N}.mid");
        CaptureClipFile.ToMidiFile(Clip, form).Write(path);
        try
        {
            return Mido.Run(Dump, path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
