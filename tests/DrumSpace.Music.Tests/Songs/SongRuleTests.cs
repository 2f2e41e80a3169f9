using DrumSpace.Music.Melody;
using DrumSpace.Music.Songs;

namespace DrumSpace.Music.Tests.Songs;

public class SongRuleTests
{
    [Theory]
    [InlineData(60, 1, 62)]
    [InlineData(60, 3, 65)]
    [InlineData(60, -3, 55)]
    [InlineData(64, 1, 65)]
    [InlineData(59, 1, 60)]
    [InlineData(60, 0, 60)]
    [InlineData(127, 1, 117)]
    [InlineData(0, -1, 11)]
    public void Notes_move_along_c_major(int note, int degrees, int expected) =>
        Assert.Equal(expected, Progression.Move(note, degrees, new MusicalKey(0, KeyMode.Major)));

    [Theory]
    [InlineData(57, -1, 55)]
    [InlineData(57, -2, 53)]
    [InlineData(59, 1, 60)]
    public void Notes_move_along_a_minor(int note, int degrees, int expected) =>
        Assert.Equal(expected, Progression.Move(note, degrees, new MusicalKey(9, KeyMode.Minor)));

    [Fact]
    public void Progressions_begin_on_the_tonic_and_keep_every_key()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            MusicalKey key = SongKey.Draw(seed);
            SplitMix64 random = new(seed);
            IReadOnlyList<int> degrees = Progression.Draw(key.Mode, ref random);
            Assert.Equal((4, 0), (degrees.Count, degrees[0]));
            Assert.All(degrees, by => Assert.True(key.HasDegree(key.DegreeOf(Progression.Move(36 + key.Tonic, by, key)))));
        }
    }

    [Fact]
    public void A_bass_on_exactly_the_kicks_scores_1()
    {
        Pattern kicks = Kicks(0, 8, 16, 24);
        Assert.Equal(1, MelodyFit.ToKick(Line((0, 40), (8, 40), (16, 43), (24, 43)), kicks));
        Assert.Equal(0, MelodyFit.ToKick(Line((2, 40)), kicks));
        Assert.Equal(0, MelodyFit.ToKick(default, Kicks()));

        // Two of three notes on two of four kicks: 2 * 2 / (3 + 4).
        Assert.Equal(4 / 7.0, MelodyFit.ToKick(Line((0, 40), (8, 40), (9, 40)), kicks), 12);
    }

    [Fact]
    public void A_lead_of_consonances_scores_1_and_of_dissonances_0()
    {
        MelodyPhrase bass = Line((0, 36));
        for (int step = 1; step < 16; step++)
        {
            bass[step] = MelodyStep.Tie;
        }

        Assert.Equal(1, MelodyFit.ToBass(Line((0, 60), (2, 63), (4, 64), (6, 67), (8, 69)), bass));
        Assert.Equal(0, MelodyFit.ToBass(Line((0, 61), (2, 62), (4, 65), (6, 66), (8, 70)), bass));

        // The bass is silent in the second bar; five of ten notes clash.
        Assert.Equal(0.5, MelodyFit.ToBass(Line((0, 61), (2, 62), (4, 65), (6, 66), (8, 70), (16, 61), (18, 61), (20, 61), (22, 61), (24, 61)), bass));

        // Two notes are fewer than five.
        Assert.Equal(0.4, MelodyFit.ToBass(Line((0, 60), (2, 60)), bass), 12);
    }

    [Theory]
    [InlineData("C", 0, KeyMode.Major)]
    [InlineData("am", 9, KeyMode.Minor)]
    [InlineData("F#m", 6, KeyMode.Minor)]
    [InlineData("Bb major", 10, KeyMode.Major)]
    [InlineData(" c minor ", 0, KeyMode.Minor)]
    [InlineData("Cb", 11, KeyMode.Major)]
    [InlineData("B#maj", 0, KeyMode.Major)]
    public void Keys_are_parsed_as_musicians_write_them(string text, int tonic, KeyMode mode)
    {
        Assert.True(KeyName.TryParse(text, out MusicalKey key));
        Assert.Equal(new MusicalKey(tonic, mode), key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("H")]
    [InlineData("C##")]
    [InlineData("Cdorian")]
    [InlineData("7")]
    public void Invalid_keys_are_refused(string text) => Assert.False(KeyName.TryParse(text, out _));

    [Fact]
    public void Every_key_is_parsed_from_its_name()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            foreach (KeyMode mode in Enum.GetValues<KeyMode>())
            {
                Assert.True(KeyName.TryParse(new MusicalKey(tonic, mode).ToString(), out MusicalKey key));
                Assert.Equal(new MusicalKey(tonic, mode), key);
            }
        }
    }

    [Fact]
    public void A_pattern_that_ends_in_silence_is_not_steady()
    {
        ushort[] bar = [0b101, 0, 0b100, 0, 0b110, 0, 0b100, 0, 0b101, 0, 0b101, 0, 0b110, 0, 0b100, 0b1000];
        Assert.True(SteadyPattern.Is(new Pattern([.. bar, .. bar])));
        Assert.False(SteadyPattern.Is(new Pattern([.. bar, 0b10000001, .. new ushort[15]])));
        Assert.False(SteadyPattern.Is(new Pattern([.. bar, .. bar.Select(mask => (ushort)(mask & 0b1100))])));
        Assert.False(SteadyPattern.Is(new Pattern([.. Enumerable.Repeat((ushort)1, 32)])));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.73, false)]
    [InlineData(0.74, true)]
    public void Fourfold_odds_raise_a_probability_of_a_fifth_to_a_half(double density, bool expected)
    {
        // ln 4 = 3 (2 d - 1) at d = 0.731.
        float[] cells = [0.2f, .. new float[13]], thresholds = [.. Enumerable.Repeat(0.5f, 14)];
        Assert.Equal(expected ? 1 : 0, HitThreshold.Reaching(0, cells, thresholds, HitThreshold.DensityOdds(density), fill: 1));
    }

    private static Pattern Kicks(params int[] steps) => new([.. Enumerable.Range(0, 32).Select(step => (ushort)(steps.Contains(step) ? 1 : 0))]);

    private static MelodyPhrase Line(params (int Step, int Note)[] notes)
    {
        MelodyPhrase line = default;
        foreach ((int step, int note) in notes)
        {
            line[step] = MelodyStep.NoteOf(note);
        }

        return line;
    }
}
