namespace DrumSpace.Music.Tests;

public class KitMapTests
{
    [Fact]
    public void General_MIDI_sends_and_reads_what_the_kit_does()
    {
        Assert.Equal(0, KitMap.GeneralMidi.MissingVoices);
        Assert.Equal(Kit.Notes.ToArray(), KitMap.GeneralMidi.Notes.ToArray());
        for (int note = -1; note <= 128; note++)
        {
            bool isVoice = Kit.GeneralMidi.TryFold(note, out Voice voice);
            Assert.Equal((isVoice, voice), (KitMap.GeneralMidi.TryFold(note, out Voice read), read));
        }
    }

    [Fact]
    public void A_missing_voice_sends_the_note_of_its_substitute()
    {
        KitMap map = Map(new() { [Voice.BassDrum] = 20, [Voice.LowTom] = 21, [Voice.ClosedHiHat] = 22 }, []);
        Assert.Equal(20, map.NoteOf(Voice.BassDrum));
        Assert.Equal(((byte)21, (Voice?)Voice.LowTom), (map.NoteOf(Voice.HiBongo), map.SubstituteOf(Voice.HiBongo)));
        Assert.Equal(((byte)22, (Voice?)Voice.ClosedHiHat), (map.NoteOf(Voice.OpenHiHat), map.SubstituteOf(Voice.OpenHiHat)));
        Assert.Equal(((byte)38, (Voice?)null), (map.NoteOf(Voice.Snare), map.SubstituteOf(Voice.Snare))); // nothing is near: General MIDI's
        Assert.Equal(((byte)49, (Voice?)null), (map.NoteOf(Voice.Crash), map.SubstituteOf(Voice.Crash)));
        Assert.Null(map.SubstituteOf(Voice.BassDrum));
        Assert.Equal(Pattern.AllVoices & ~0b0001_0101, map.MissingVoices);
    }

    [Fact]
    public void A_note_means_the_voice_that_sends_it_else_its_alias_else_the_General_MIDI_voice_if_the_library_has_it()
    {
        KitMap map = Map(new() { [Voice.BassDrum] = 20, [Voice.LowTom] = 21 }, new() { [40] = Voice.BassDrum, [47] = Voice.BassDrum, [21] = Voice.BassDrum });
        Assert.Equal(Voice.BassDrum, Fold(map, 20));
        Assert.Equal(Voice.LowTom, Fold(map, 21));
        Assert.Equal(Voice.BassDrum, Fold(map, 40));
        Assert.Equal(Voice.BassDrum, Fold(map, 47));
        Assert.Equal(Voice.BassDrum, Fold(map, 35));
        Assert.Equal(Voice.LowTom, Fold(map, 45));
        Assert.Null(Fold(map, 60)); // a bongo, which this library has not
        Assert.Null(Fold(map, -1));
        Assert.Null(Fold(map, 128));
    }

    [Fact]
    public void A_map_is_restored_from_its_notes_and_voices()
    {
        KitMap map = Map(new() { [Voice.Ride] = 99 }, new() { [1] = Voice.Ride });
        KitMap again = new("Mine", map.Notes, map.Voices);
        Assert.True(map.Matches(again));
        Assert.False(map.Matches(new KitMap("Other", map.Notes, map.Voices)));
        Assert.False(map.Matches(map.WithChannels([1, .. new byte[13]])));
        Assert.True(map.Matches(map.WithChannels([1, .. new byte[13]]).WithChannels(new byte[14])));
        Assert.Throws<ArgumentException>(() => map.WithChannels([17, .. new byte[13]]));
        Assert.Throws<ArgumentException>(() => map.WithChannels(new byte[13]));
        Assert.False(map.Matches(KitMap.GeneralMidi));
    }

    [Theory]
    [InlineData(13, 0, 128, 255)]
    [InlineData(14, 128, 128, 255)]
    [InlineData(14, 0, 127, 255)]
    [InlineData(14, 0, 128, 14)]
    public void An_invalid_map_is_refused(int notes, byte note, int voices, byte voice) => Assert.Throws<ArgumentException>(
        () => new KitMap("", Enumerable.Repeat(note, notes).ToArray(), Enumerable.Repeat(voice, voices).ToArray()));

    private static KitMap Map(Dictionary<Voice, byte> notes, Dictionary<byte, Voice> reads) => new("Mine", notes, reads);

    private static Voice? Fold(KitMap map, int note) => map.TryFold(note, out Voice voice) ? voice : null;
}
