using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Tests;

public class ScaleTests
{
    // The tones above C, as in any book of scales.
    [Theory]
    [InlineData(MelodyScale.Major, "C D E F G A B", KeyMode.Major)]
    [InlineData(MelodyScale.Minor, "C D Eb F G Ab Bb", KeyMode.Minor)]
    [InlineData(MelodyScale.Dorian, "C D Eb F G A Bb", KeyMode.Minor)]
    [InlineData(MelodyScale.Mixolydian, "C D E F G A Bb", KeyMode.Major)]
    [InlineData(MelodyScale.HarmonicMinor, "C D Eb F G Ab B", KeyMode.Minor)]
    [InlineData(MelodyScale.MajorPentatonic, "C D E G A", KeyMode.Major)]
    [InlineData(MelodyScale.MinorPentatonic, "C Eb F G Bb", KeyMode.Minor)]
    [InlineData(MelodyScale.Blues, "C Eb F Gb G Bb", KeyMode.Minor)]
    [InlineData(MelodyScale.Chromatic, "C Db D Eb E F Gb G Ab A Bb B", KeyMode.Major)]
    public void A_scale_has_the_degrees_of_music_theory(MelodyScale scale, string tones, KeyMode mode)
    {
        string[] names = ["C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"];
        IEnumerable<string> has = Enumerable.Range(0, 12).Where(degree => ScaleDegrees.Has(ScaleDegrees.Of(scale), degree)).Select(degree => names[degree]);
        Assert.Equal(tones, string.Join(' ', has));
        Assert.Equal(mode, ScaleDegrees.ModeOf(scale));
    }

    [Fact]
    public void Sampling_keeps_to_the_allowed_degrees()
    {
        MelodyDraw draw = new(3);
        float[] logits = new float[MelodyToken.Count];
        int blues = ScaleDegrees.Of(MelodyScale.Blues);
        for (int i = 0; i < 2000; i++)
        {
            Array.Clear(logits);
            int token = draw.Next(logits, MelodyToken.Rest, 2, blues);
            Assert.NotEqual(MelodyToken.Tie, token);
            Assert.True(token == MelodyToken.Rest || ScaleDegrees.Has(blues, MelodyToken.DegreeOf(token)));
        }
    }

    [Theory]
    [InlineData(60, -12, 48)]
    [InlineData(60, 67, 127)]
    [InlineData(60, 68, 116)]
    [InlineData(5, -12, 5)]
    [InlineData(5, -36, 5)]
    [InlineData(100, 36, 124)]
    public void A_transposed_step_stays_a_MIDI_note(int note, int semitones, int moved)
    {
        Assert.Equal(moved, MelodyStep.NoteOf(note).Transpose(semitones).Note);
        Assert.True(MelodyStep.Rest.Transpose(semitones).IsRest);
        Assert.True(MelodyStep.Tie.Transpose(semitones).IsTie);
    }
}
