namespace DrumSpace.Host.Tests;

public sealed class AutomationCurveTests
{
    [Theory]
    [InlineData("z1=0..1", 0, 0)]
    [InlineData("z1=0..1", 8, 0.25)]
    [InlineData("z1=0..1", 32, 1)]
    [InlineData("z1=1..0.5", 16, 0.75)]
    [InlineData("z1=0:0,4:1", 8, 0.5)]
    [InlineData("z1=0:0,4:1", 16, 1)]
    [InlineData("z1=0:0,4:1", 30, 1)]
    [InlineData("z1=2:0.5,4:1", 1, 0.5)]
    [InlineData("z1=0.3", 12, 0.3)]
    public void Lines_and_points_are_parsed_over_8_bars_of_4_quarters(string text, double quarters, float value)
    {
        AutomationCurve curve = AutomationCurve.Parse(text, 32, 4);
        Assert.Equal("z1", curve.Parameter);
        Assert.Equal(value, curve.ValueAt(quarters), 6);
    }

    [Theory]
    [InlineData("z1")]
    [InlineData("=0..1")]
    [InlineData("z1=")]
    [InlineData("z1=a..b")]
    [InlineData("z1=0..1..2")]
    [InlineData("z1=0:1:2")]
    [InlineData("z1=0..2")]
    [InlineData("z1=4:0,0:1")]
    [InlineData("z1=NaN")]
    public void An_error_shows_the_text_that_cannot_be_parsed(string text)
    {
        FormatException e = Assert.Throws<FormatException>(() => AutomationCurve.Parse(text, 32, 4));
        Assert.StartsWith("--automate " + text + ": ", e.Message, StringComparison.Ordinal);
    }
}
