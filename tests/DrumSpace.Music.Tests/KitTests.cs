namespace DrumSpace.Music.Tests;

public class KitTests
{
    [Fact]
    public void Each_voice_sends_the_note_and_name_of_the_published_table()
    {
        // The table of the sample format, measured on the authors' published MIDI files; names are General MIDI's.
        (int Note, string Name)[] expected =
        [
            (36, "Bass Drum 1"), (38, "Acoustic Snare"), (42, "Closed Hi-Hat"), (41, "Low Floor Tom"), (45, "Low Tom"),
            (46, "Open Hi-Hat"), (48, "Hi-Mid Tom"), (49, "Crash Cymbal 1"), (51, "Ride Cymbal 1"), (58, "Vibraslap"),
            (60, "Hi Bongo"), (61, "Low Bongo"), (62, "Mute Hi Conga"), (64, "Low Conga"),
        ];
        Assert.Equal(expected, Enum.GetValues<Voice>().Select(voice => ((int)Kit.NoteOf(voice), Kit.NameOf(voice))));
        Assert.Equal(Pattern.VoiceCount, expected.Length);
    }

    [Fact]
    public void General_MIDI_folds_every_note_of_the_table_and_no_other()
    {
        Dictionary<int, int> folds = new()
        {
            [35] = 36, [37] = 38, [39] = 38, [40] = 38, [43] = 41, [44] = 42, [47] = 45, [50] = 48, [52] = 49, [57] = 49,
            [53] = 51, [55] = 51, [59] = 51, [63] = 62,
        };
        for (int note = -1; note <= 128; note++)
        {
            int expected = folds.GetValueOrDefault(note, note);
            bool folded = Kit.GeneralMidi.TryFold(note, out Voice voice);
            bool known = Enum.GetValues<Voice>().Any(v => Kit.NoteOf(v) == expected);
            Assert.Equal(known, folded);
            Assert.True(!folded || Kit.NoteOf(voice) == expected, $"note {note}");
            Assert.Equal(folded ? 1 << (int)voice : 0, Kit.GeneralMidi.MaskOf(note));
        }
    }

    [Theory]
    [InlineData(22, Voice.ClosedHiHat)]
    [InlineData(26, Voice.OpenHiHat)]
    [InlineData(58, Voice.LowFloorTom)]
    public void Only_the_V_Drums_read_their_own_notes_as_hats_and_a_tom(int note, Voice voice)
    {
        Assert.True(Kit.VDrums.TryFold(note, out Voice folded));
        Assert.Equal(voice, folded);
        bool generalMidi = Kit.GeneralMidi.TryFold(note, out folded);
        Assert.Equal(note == 58, generalMidi);
        Assert.True(!generalMidi || folded == Voice.Vibraslap);
    }

    [Fact]
    public void The_two_kits_differ_in_three_notes_only()
    {
        IEnumerable<int> different = Enumerable.Range(0, 128).Where(note => Kit.VDrums.MaskOf(note) != Kit.GeneralMidi.MaskOf(note));
        Assert.Equal([22, 26, 58], different);
    }
}
