using DrumSpace.Music;
using DrumSpace.Training.Programs;

namespace DrumSpace.Training.Tests.Programs;

public class PatternWordTests
{
    private const int Kick = 0, Snare = 1, ClosedHat = 2, LowTom = 4, OpenHat = 5, Ride = 8, Conga = 12;

    [Theory]
    [InlineData("Four Beat", Kick, 0, 4)]
    [InlineData("Backbeat", Snare, 4, 8)]
    [InlineData("Half Time", Snare, 8, 16)]
    [InlineData("Open Hat", OpenHat, 2, 4)]
    [InlineData("Ride", Ride, 0, 2)]
    [InlineData("Sixteenth", ClosedHat, 0, 1)]
    [InlineData("Eighth", ClosedHat, 0, 2)]
    [InlineData("Chatter", Snare, 1, 4)]
    [InlineData("Toms", LowTom, 0, 4)]
    [InlineData("Hands", Conga, 0, 4)]
    public void A_word_names_its_pattern_but_not_half_of_it(string word, int voice, int first, int every)
    {
        ushort[] masks = new ushort[Pattern.StepCount];
        for (int step = first; step < masks.Length; step += every)
        {
            masks[step] = (ushort)(1 << voice);
        }

        Assert.Equal(word, PatternWord.Of(new Pattern(masks)).First().Text);
        Assert.DoesNotContain(word, PatternWord.Of(new Pattern([.. new ushort[28], .. masks[28..]])).Select(other => other.Text));
    }

    [Fact]
    public void A_samba_has_a_bass_drum_on_the_beat_and_the_sixteenth_before()
    {
        ushort[] masks = [.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(step % 4 is 0 or 3 ? 1 : 0))];
        Assert.Equal("Samba", PatternWord.Of(new Pattern(masks)).First().Text);
    }

    [Fact]
    public void Names_fit_a_program_whatever_the_genre()
    {
        int longest = GenreCharacter.All.Max(genre => genre.Title.Length) + " 9 ".Length + PatternWord.All.Max(word => word.Text.Length);
        Assert.True(longest <= 23, $"A name of {longest} characters.");
        Assert.Equal("Groove", PatternWord.Of(new Pattern([.. Enumerable.Repeat((ushort)0b111, 11), .. new ushort[21]])).Last().Text);
        Assert.True(GenreCharacter.All.Sum(genre => genre.Count) is >= 40 and <= 100);
    }
}
