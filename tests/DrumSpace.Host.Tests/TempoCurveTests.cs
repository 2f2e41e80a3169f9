namespace DrumSpace.Host.Tests;

/// <summary>Expected values come from the closed form of the tempo's integral, evaluated by hand.</summary>
public sealed class TempoCurveTests
{
    [Theory]
    [InlineData(120, 1, 0.5)]
    [InlineData(140, 7, 3)]
    [InlineData(60, -2, -2)]
    public void A_constant_tempo_is_linear(double bpm, double ppq, double seconds)
    {
        TempoCurve curve = TempoCurve.Constant(bpm);
        Assert.Equal(seconds, curve.SecondsAt(ppq), 12);
        Assert.Equal(ppq, curve.PpqAt(seconds), 12);
    }

    [Fact]
    public void A_ramp_takes_the_integral_of_its_tempo()
    {
        // 60 to 120 over 8 quarters: k = 7.5 a quarter, so t(8) = 60/7.5 ln 2 and t(4) = 8 ln 1.5; then 120 is constant.
        TempoCurve curve = TempoCurve.Ramp(60, 120, 8);
        Assert.Equal(8 * Math.Log(2), curve.SecondsAt(8), 12);
        Assert.Equal(8 * Math.Log(1.5), curve.SecondsAt(4), 12);
        Assert.Equal(8 * Math.Log(2) + 1, curve.SecondsAt(10), 12);
        Assert.Equal(90, curve.TempoAt(4), 12);
        Assert.Equal(120, curve.TempoAt(9), 12);
        Assert.Equal(-3, curve.SecondsAt(-3), 12);
    }

    [Fact]
    public void So_does_a_falling_ramp()
    {
        // 180 to 90 over 4: k = -22.5, t(4) = 60/-22.5 ln 0.5.
        Assert.Equal(60 / 22.5 * Math.Log(2), TempoCurve.Ramp(180, 90, 4).SecondsAt(4), 12);
    }

    [Fact]
    public void A_tempo_applies_until_the_next_point()
    {
        // 4 quarters at 120 are 2 s, 4 at 60 are 4 s.
        TempoCurve curve = new(new TempoPoint(0, 120), new TempoPoint(4, 60), new TempoPoint(8, 240));
        Assert.Equal(2, curve.SecondsAt(4), 12);
        Assert.Equal(6, curve.SecondsAt(8), 12);
        Assert.Equal(6.25, curve.SecondsAt(9), 12);
        Assert.Equal(120, curve.TempoAt(3.999));
        Assert.Equal(60, curve.TempoAt(4));
    }

    [Fact]
    public void Positions_survive_the_conversion_to_seconds_and_back()
    {
        TempoCurve curve = new(new(0, 100), new(3, 70, RampsToNext: true), new(9.5, 190), new(12, 30));
        for (double ppq = -2; ppq < 20; ppq += 0.0625)
        {
            Assert.Equal(ppq, curve.PpqAt(curve.SecondsAt(ppq)), 10);
        }
    }

    [Fact]
    public void Points_that_do_not_ascend_from_0_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TempoCurve());
        Assert.Throws<ArgumentException>(() => new TempoCurve(new TempoPoint(1, 120)));
        Assert.Throws<ArgumentException>(() => new TempoCurve(new TempoPoint(0, 0)));
        Assert.Throws<ArgumentException>(() => new TempoCurve(new TempoPoint(0, double.NaN)));
        Assert.Throws<ArgumentException>(() => new TempoCurve(new TempoPoint(0, 120), new TempoPoint(0, 90)));
    }
}
