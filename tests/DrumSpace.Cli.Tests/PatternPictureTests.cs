using DrumSpace.Cli.Commands.Demo;
using DrumSpace.Host;
using DrumSpace.Music;

namespace DrumSpace.Cli.Tests;

public sealed class PatternPictureTests
{
    [Fact]
    public void Notes_stand_at_their_step_in_the_row_of_their_drum()
    {
        PatternPicture picture = new();
        picture.Advance(7.75);
        picture.Add(Note(0, 36, 100));
        picture.Add(Note(4.25, 38, 40));
        string[] rows = [.. picture.Rows().Select(row => $"{row.Name}: {row.Cells}")];
        Assert.Equal("Bass Drum 1: █··· ···· ···· ···· | ···· ···· ···· ····", rows[^1]);
        Assert.Equal("Acoustic Snare: ···· ···· ···· ···· | ·▒·· ···· ···· ····", rows[^2]);
        Assert.Equal(14, rows.Length);
    }

    [Fact]
    public void A_column_is_replaced_when_its_step_is_played_again()
    {
        PatternPicture picture = new();
        picture.Advance(0);
        picture.Add(Note(0, 36, 100));
        Assert.True(picture.Advance(7.99));
        Assert.True(picture.Pattern.Has(Voice.BassDrum, 0));
        Assert.True(picture.Advance(8));
        Assert.Equal(0, picture.Pattern.HitCount);
        Assert.False(picture.Advance(8.1));
    }

    [Fact]
    public void Other_channels_and_note_offs_are_no_drums()
    {
        Assert.True(PatternPicture.TryDrum(new ShortMessage(0, 0x99, 35, 1), out Voice voice));
        Assert.Equal(Voice.BassDrum, voice);
        Assert.False(PatternPicture.TryDrum(new ShortMessage(0, 0x90, 36, 100), out _));
        Assert.False(PatternPicture.TryDrum(new ShortMessage(0, 0x99, 36, 0), out _));
        Assert.False(PatternPicture.TryDrum(new ShortMessage(0, 0x89, 36, 64), out _));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7.9999, 0)]
    [InlineData(7.75, 31)]
    [InlineData(16.26, 1)]
    [InlineData(-0.25, 31)]
    public void Steps_are_the_nearest_16ths_of_two_bars(double ppq, int step) => Assert.Equal(step, PatternPicture.StepOf(ppq));

    private static RenderedMessage Note(double ppq, byte note, byte velocity) =>
        new(0, ppq, ppq, true, new ShortMessage(0, 0x99, note, velocity));
}
