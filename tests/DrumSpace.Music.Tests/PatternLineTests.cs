namespace DrumSpace.Music.Tests;

public class PatternLineTests
{
    private const string Masks = "1,0,0,0,2,1,32,0,1,0,32,1,2,0,0,0,1,0,0,1,2,0,0,0,0,0,32,0,2,0,0,16383";

    [Fact]
    public void A_line_without_a_latent_is_a_pattern()
    {
        PatternLine line = PatternLine.Parse(Masks);
        Assert.Null(line.Latent);
        Assert.True(line.Pattern.Has(Voice.BassDrum, 0));
        Assert.True(line.Pattern.Has(Voice.OpenHiHat, 6));
        Assert.True(line.Pattern.Has(Voice.LowConga, 31));
        Assert.Equal(Masks, line.ToString());
    }

    [Fact]
    public void A_line_with_a_latent_keeps_it()
    {
        PatternLine line = PatternLine.Parse(Masks + "\t4.5008087158203125,17.88306999206543,2.5955467224121094,-4.930428981781006\r");
        Assert.Equal(4.5008087f, line.Latent!.Value[0]);
        Assert.Equal(-4.930429f, line.Latent.Value[3]);
    }

    [Theory]
    [InlineData("", "32 comma-separated steps, not 1")]
    [InlineData("1,2,3", "not 3")]
    [InlineData(Masks + ",0", "not 33")]
    [InlineData("16384,0,0,0,2,1,32,0,1,0,32,1,2,0,0,0,1,0,0,1,2,0,0,0,0,0,32,0,2,0,0,0", "step 1: '16384'")]
    [InlineData("1,0,-1,0,2,1,32,0,1,0,32,1,2,0,0,0,1,0,0,1,2,0,0,0,0,0,32,0,2,0,0,0", "step 3: '-1'")]
    [InlineData("1,0,,0,2,1,32,0,1,0,32,1,2,0,0,0,1,0,0,1,2,0,0,0,0,0,32,0,2,0,0,0", "step 3: ''")]
    [InlineData(Masks + "\t1,2,3", "4 comma-separated coordinates, not 3")]
    [InlineData(Masks + "\t1,2,3,x", "coordinate 4: 'x'")]
    [InlineData(Masks + "\t1,nan,3,4", "coordinate 2: 'nan'")]
    [InlineData(Masks + "\t1,2,3,1e39", "coordinate 4: '1e39'")]
    public void An_invalid_line_is_refused_with_the_position(string text, string expected)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => PatternLine.Parse(text));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused_at_every_length()
    {
        PatternLine line = PatternLine.Parse(Masks + "\t1,-2,3.5,0.25");
        string text = line.ToString();
        var buffer = new char[text.Length];
        for (int length = 0; length < text.Length; length++)
        {
            Assert.False(line.TryFormat(buffer.AsSpan(0, length), out _));
        }

        Assert.True(line.TryFormat(buffer, out int written));
        Assert.Equal(text, new string(buffer, 0, written));
    }

    [Fact]
    public void The_longest_line_fits_MaxLength()
    {
        var masks = new ushort[32];
        Array.Fill(masks, Pattern.AllVoices);
        const float Long = -1.17549421e-38f;
        Assert.InRange(new PatternLine(new Pattern(masks), new Latent(Long, Long, Long, Long)).ToString().Length, 200, PatternLine.MaxLength);
    }

    [Theory]
    [InlineData("ae_raw")]
    [InlineData("ae_filtered")]
    [InlineData("acai_raw")]
    [InlineData("acai_filtered")]
    public void Published_samples_are_written_back_byte_for_byte(string name)
    {
        string? path = Repository.Data($"drum_space/sampled10k_{name}");
        Assert.SkipWhen(path is null, "The published samples are not beside this checkout.");
        Assert.All(File.ReadLines(path!), text => Assert.Equal(text, PatternLine.Parse(text).ToString()));
    }
}
