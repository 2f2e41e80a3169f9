using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Tests;

public class MelodyTests
{
    [Fact]
    public void A_new_phrase_is_silent_and_a_step_is_one_byte()
    {
        MelodyPhrase line = default;
        Assert.Equal(0, line.OnsetCount);
        foreach (MelodyStep step in line)
        {
            Assert.True(step is { IsRest: true, IsTie: false, IsNote: false, Note: -1 });
        }

        Assert.Equal(32, System.Runtime.CompilerServices.Unsafe.SizeOf<MelodyPhrase>());
        Assert.Equal((0, 127), (MelodyStep.NoteOf(0).Note, MelodyStep.NoteOf(127).Note));
        Assert.Throws<ArgumentOutOfRangeException>(() => MelodyStep.NoteOf(128));
    }

    [Fact]
    public void Tokens_go_to_notes_and_back_in_every_key_and_octave()
    {
        for (int octave = 0; octave < MelodyConditioning.OctaveCount; octave++)
        {
            for (int tonic = 0; tonic < 12; tonic++)
            {
                MelodyConditioning setting = new(MelodyRole.Lead, 0, new MusicalKey(tonic, KeyMode.Major), octave);
                for (int token = 0; token < MelodyToken.Count; token++)
                {
                    MelodyStep step = MelodyToken.ToStep(token, setting);
                    int above = setting.Anchor - 12 + token - MelodyToken.FirstNote;
                    if (above <= 127)
                    {
                        Assert.Equal(token, MelodyToken.Of(step, setting));
                    }

                    if (step.IsNote)
                    {
                        Assert.Equal(MelodyToken.DegreeOf(token), setting.Key.DegreeOf(step.Note));
                        Assert.Equal(0, (above - step.Note) % 12);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_melody_has_the_same_tokens_in_every_key()
    {
        MelodyConditioning setting = new(MelodyRole.Bass, 4, new MusicalKey(9, KeyMode.Minor), 2);
        for (int semitones = -11; semitones <= 11; semitones++)
        {
            MelodyConditioning moved = setting.Transpose(semitones);
            Assert.Equal(setting.Anchor + semitones, moved.Anchor);
            Assert.Equal(
                MelodyToken.Of(MelodyStep.NoteOf(50), setting), MelodyToken.Of(MelodyStep.NoteOf(50 + semitones), moved));
        }
    }

    [Fact]
    public void Notes_outside_the_octaves_keep_their_degree()
    {
        MelodyConditioning setting = new(MelodyRole.Lead, 0, new MusicalKey(0, KeyMode.Major), 4);
        Assert.Equal(MelodyToken.FirstNote + 7, MelodyToken.Of(MelodyStep.NoteOf(7), setting));
        Assert.Equal(MelodyToken.FirstNote + 24 + 7, MelodyToken.Of(MelodyStep.NoteOf(127), setting));
    }

    [Theory]
    [InlineData(60.0, 0, 4)]
    [InlineData(59.9, 0, 3)]
    [InlineData(40.0, 9, 1)]
    [InlineData(3.0, 9, 0)]
    [InlineData(127.0, 0, 7)]
    public void An_octave_begins_at_its_tonic(double pitch, int tonic, int octave) =>
        Assert.Equal(octave, MelodyConditioning.OctaveOf(pitch, tonic));

    // Scales weighted towards the tonic's triad, and their keys.
    [Theory]
    [InlineData("0 4 7 0 2 4 5 7 9 11", 0, KeyMode.Major)]
    [InlineData("9 0 4 9 11 0 2 4 5 7", 9, KeyMode.Minor)]
    [InlineData("6 10 1 6 8 10 11 1 3 5", 6, KeyMode.Major)]
    [InlineData("1 4 8 1 3 4 6 8 9 11", 1, KeyMode.Minor)]
    public void The_key_of_a_scale_is_found(string tones, int tonic, KeyMode mode)
    {
        double[] durations = new double[12];
        foreach (string tone in tones.Split(' '))
        {
            durations[int.Parse(tone)]++;
        }

        Assert.Equal(new MusicalKey(tonic, mode), KeyFinder.Find(durations));
    }

    [Fact]
    public void Scales_are_those_of_the_modes()
    {
        static string Of(KeyMode mode) =>
            string.Join(' ', Enumerable.Range(0, 12).Where(degree => new MusicalKey(5, mode).HasDegree(degree)));
        Assert.Equal("0 2 4 5 7 9 11", Of(KeyMode.Major));
        Assert.Equal("0 2 3 5 7 8 10", Of(KeyMode.Minor));
        Assert.Equal("F minor", new MusicalKey(5, KeyMode.Minor).ToString());
        Assert.Throws<ArgumentException>(() => KeyFinder.Find(new double[11]));
    }

    [Fact]
    public void A_conditioning_out_of_range_is_named()
    {
        MelodyConditioning good = new(MelodyRole.Lead, 3, new MusicalKey(4, KeyMode.Minor), 5);
        good.Check();
        Assert.Equal("Octave", Assert.Throws<ArgumentOutOfRangeException>((good with { Octave = 8 }).Check).ParamName);
        Assert.Equal("Instrument", Assert.Throws<ArgumentOutOfRangeException>((good with { Instrument = -1 }).Check).ParamName);
        Assert.Equal("Key", Assert.Throws<ArgumentOutOfRangeException>((good with { Key = new MusicalKey(12, KeyMode.Major) }).Check).ParamName);
    }
}
