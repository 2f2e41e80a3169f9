using DrumSpace.Music.Songs;

namespace DrumSpace.Music.Tests.Songs;

public class SongFormTests
{
    [Fact]
    public void Letters_give_sections_and_short_kinds_have_half_the_bars()
    {
        SongForm form = Parse("I V P C B K S O");
        Assert.Equal(
            [(SectionKind.Intro, 4), (SectionKind.Verse, 8), (SectionKind.PreChorus, 4), (SectionKind.Chorus, 8), (SectionKind.Bridge, 8),
             (SectionKind.Break, 4), (SectionKind.Solo, 8), (SectionKind.Outro, 4)],
            form.Sections.Select(section => (section.Kind, section.Bars)));
        Assert.Equal(48, form.Bars);
    }

    [Theory]
    [InlineData("i4, v-c:16  O2")]
    [InlineData("I4 V C16 O2")]
    public void Separators_case_and_lengths_are_optional(string text) =>
        Assert.Equal(
            [(SectionKind.Intro, 4), (SectionKind.Verse, 6), (SectionKind.Chorus, 16), (SectionKind.Outro, 2)],
            Parse(text, bars: 6).Sections.Select(section => (section.Kind, section.Bars)));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(12, 6)]
    [InlineData(64, 32)]
    public void An_intro_has_half_of_the_bars_made_even(int bars, int expected) => Assert.Equal(expected, Parse("I", bars).Sections[0].Bars);

    [Fact]
    public void Every_named_form_equals_its_letters()
    {
        foreach ((string name, string letters) in SongForm.Named)
        {
            Assert.Equal(Parse(letters).Sections, Parse(name.ToUpperInvariant()).Sections);
        }
    }

    [Fact]
    public void Sections_that_come_back_are_numbered() =>
        Assert.Equal(
            ["Intro", "Verse 1", "Chorus 1", "Verse 2", "Pre-chorus", "Chorus 2", "Break"], Parse("I V C V P C K").SectionNames);

    [Theory]
    [InlineData("", "form \"\": it has no section")]
    [InlineData("I V Q", "form \"I V Q\": section 3, \"Q\": no such section or form")]
    [InlineData("punk", "form \"punk\": section 1, \"punk\": no such section or form")]
    [InlineData("I V3", "form \"I V3\": section 2, \"V3\": a section has 2 to 64 bars, an even number")]
    [InlineData("V66", "form \"V66\": section 1, \"V66\": a section has 2 to 64 bars")]
    [InlineData("V0", "form \"V0\": section 1, \"V0\": a section has")]
    [InlineData("V99999999999", "form \"V99999999999\": section 1, \"V99999999999\": a section has")]
    [InlineData("V8x", "form \"V8x\": section 1, \"V8x\": a section has")]
    public void A_wrong_form_gets_one_error_with_its_place(string text, string start)
    {
        Assert.False(SongFormParser.TryParse(text, 8, out _, out string? error));
        Assert.StartsWith(start, error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_has_at_most_1024_bars()
    {
        Assert.Equal(1024, Parse(string.Join(' ', Enumerable.Repeat("V64", 16))).Bars);
        Assert.False(SongFormParser.TryParse(string.Join(' ', Enumerable.Repeat("V64", 17)), 8, out _, out string? error));
        Assert.Contains("1088 bars", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(66)]
    public void Default_bars_out_of_range_throw(int bars) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SongFormParser.TryParse("V", bars, out _, out _));

    private static SongForm Parse(string text, int bars = 8)
    {
        Assert.True(SongFormParser.TryParse(text, bars, out SongForm form, out string? error), error);
        return form;
    }
}
