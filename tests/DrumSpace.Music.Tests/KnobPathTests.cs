namespace DrumSpace.Music.Tests;

public class KnobPathTests
{
    // Three sides of 0.4, 0.2 and 0.2 of the knobs' travel, and a point twice.
    private static readonly KnobPath Path = new(
        [new Knobs(0, 0, 0, 0), new Knobs(0.4f, 0, 0, 0), new Knobs(0.4f, 0, 0, 0), new Knobs(0.4f, 0.2f, 0, 0), new Knobs(0.4f, 0.2f, 0, 0.2f)]);

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0.25, 0.2, 0, 0)]
    [InlineData(0.5, 0.4, 0, 0)]
    [InlineData(0.625, 0.4, 0.1, 0)]
    [InlineData(0.75, 0.4, 0.2, 0)]
    [InlineData(0.875, 0.4, 0.2, 0.1)]
    [InlineData(1, 0.4, 0.2, 0.2)]
    [InlineData(7, 0.4, 0.2, 0.2)]
    [InlineData(double.NaN, 0, 0, 0)]
    public void Parts_are_parts_of_its_length(double part, double first, double second, double fourth)
    {
        Knobs at = Path.At(part);
        Assert.Equal(first, at[0], 1e-6);
        Assert.Equal(second, at[1], 1e-6);
        Assert.Equal(0, at[2]);
        Assert.Equal(fourth, at[3], 1e-6);
    }

    [Fact]
    public void A_path_that_goes_nowhere_stays_there()
    {
        KnobPath still = new([new Knobs(1, 1, 1, 1), new Knobs(1, 1, 1, 1)]);
        Assert.Equal([1f, 1f], [still.At(0.5)[0], still.At(1)[3]]);
    }

    [Fact]
    public void It_has_2_to_64_points_of_knobs_from_0_to_1()
    {
        Assert.Equal(64, new KnobPath(new Knobs[64]).Points.Count);
        Assert.Throws<ArgumentException>(() => new KnobPath(new Knobs[65]));
        Assert.Throws<ArgumentException>(() => new KnobPath(new Knobs[1]));
        Assert.Throws<ArgumentException>(() => new KnobPath([default, new Knobs(0, 1.01f, 0, 0)]));
        Assert.Throws<ArgumentException>(() => new KnobPath([new Knobs(0, 0, float.NaN, 0), default]));
    }
}
