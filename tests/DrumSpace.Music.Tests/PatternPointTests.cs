using System.Globalization;

namespace DrumSpace.Music.Tests;

public class PatternPointTests
{
    private const string Line = "drumspace:0.429,0.507,0.805,0.333;seed=12;var=0.25";

    [Fact]
    public void A_line_holds_knobs_seed_and_variation()
    {
        PatternPoint point = PatternPoint.Parse(Line);
        Assert.Equal([0.429f, 0.507f, 0.805f, 0.333f], PositionsOf(point.Knobs));
        Assert.Equal(new PatternVariation(0.25, 12), point.Variation);
        Assert.Equal(Line, point.ToString());
        Assert.Equal(Line, new PatternPoint(new Knobs(0.429f, 0.507f, 0.805f, 0.333f), 12, 0.25f).ToString());
    }

    [Theory]
    [InlineData("  DRUMSPACE:0,1,0.5,1e-3 \n", "drumspace:0,1,0.5,0.001;seed=1;var=0")]
    [InlineData("drumspace:0,0,0,0;var=1", "drumspace:0,0,0,0;seed=1;var=1")]
    [InlineData("drumspace:0,0,0,0;var=0.5;seed=1000", "drumspace:0,0,0,0;seed=1000;var=0.5")]
    public void What_is_left_out_is_at_its_default(string text, string line) => Assert.Equal(line, PatternPoint.Parse(text).ToString());

    [Fact]
    public void A_line_can_name_its_model_by_the_first_digits_of_its_fingerprint()
    {
        PatternPoint point = PatternPoint.Parse(Line + ";model=0123456789ab");
        Assert.Equal("0123456789ab", point.Model);
        Assert.Equal(Line + ";model=0123456789ab", point.ToString());
        Assert.True(point.IsOf("0123456789abcdef"));
        Assert.False(point.IsOf("0123456789acbdef"));
        Assert.True(PatternPoint.Parse(Line).IsOf("0123456789acbdef"));
    }

    [Theory]
    [InlineData("", "A point begins with \"drumspace:\"")]
    [InlineData("0.1,0.2,0.3,0.4", "A point begins with")]
    [InlineData("drumspace:0.1,0.2,0.3", "\"0.1,0.2,0.3\" has 3.")]
    [InlineData("drumspace:0,1,0.5,1.01", "\"1.01\" is no number of 0 to 1.")]
    [InlineData("drumspace:0,NaN,0.5,1", "\"NaN\" is no number of 0 to 1.")]
    [InlineData("drumspace:0,0,5,0,5;seed=1", "has 5.")]
    [InlineData("drumspace:0,0,0,0;seed=0", "\"0\" is no seed of 1 to 1000.")]
    [InlineData("drumspace:0,0,0,0;seed=1001", "\"1001\" is no seed of 1 to 1000.")]
    [InlineData("drumspace:0,0,0,0;seed=1;seed=2", "\"seed=2\" is no part of a point, or is there twice")]
    [InlineData("drumspace:0,0,0,0;", "\"\" is no part of a point")]
    [InlineData("drumspace:0,0,0,0;model=0123456", "\"0123456\" names no model")]
    [InlineData("drumspace:0,0,0,0;model=01234567X", "\"01234567X\" names no model")]
    [InlineData("drumspace:0,0,0,0;model=01234567;model=01234567", "is there twice")]
    [InlineData("drumspace:0,0,0,0;var=-1", "\"-1\" is no number of 0 to 1.")]
    public void A_bad_line_is_refused_by_the_part_that_is_wrong(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PatternPoint.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_point_reads_back_to_the_bit_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        Random random = new(seed);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            for (int number = 0; number < 1000; number++)
            {
                Knobs knobs = new(random.NextSingle(), random.NextSingle() * 1e-6f, random.NextSingle(), 1);
                PatternPoint point = new(knobs, random.Next(1, 1001), random.NextSingle());
                PatternPoint read = PatternPoint.Parse(point.ToString());
                Assert.Equal(PositionsOf(knobs), PositionsOf(read.Knobs));
                Assert.Equal((point.Seed, point.Amount), (read.Seed, read.Amount));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PatternPoint(new Knobs(0, 0, 0, float.NaN), 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PatternPoint(default, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PatternPoint(default, 1001, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PatternPoint(default, 1, 1.5f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PatternPoint(default, 1, 0, "flagship"));
    }

    private static float[] PositionsOf(Knobs knobs) => [knobs[0], knobs[1], knobs[2], knobs[3]];
}
