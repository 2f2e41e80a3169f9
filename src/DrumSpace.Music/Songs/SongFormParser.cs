using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DrumSpace.Music.Songs;

/// <summary>
/// Reads forms: the name of one of <see cref="SongForm.Named"/>, or sections separated by blanks, commas or hyphens. A section is a letter
/// of <see cref="SectionName"/>, and its bars where they differ from the default: "I4 V V C16 O". The default of intros, pre-choruses,
/// breaks and outros is half of the others'.
/// </summary>
public static class SongFormParser
{
    private const char LengthMark = ':';
    private static readonly char[] Separators = [' ', ',', '-', '\t'];

    private static string LengthRule =>
        $"a section has {Section.MinBars} to {Section.MaxBars} bars, an even number, because a pattern has two";

    /// <summary>Reads a form.</summary>
    /// <param name="text">The form.</param>
    /// <param name="bars">Bars of a section without a number: even, 2 to 64.</param>
    /// <param name="form">The form; without sections when there is an error.</param>
    /// <param name="error">What is wrong and where; null when the form can be read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bars are out of their range.</exception>
    public static bool TryParse(string text, int bars, out SongForm form, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsLength(bars))
        {
            throw new ArgumentOutOfRangeException(nameof(bars), bars, LengthRule);
        }

        form = new SongForm([]);
        string name = text.Trim();
        string? letters = SongForm.Named.FirstOrDefault(named => named.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Letters;
        string[] words = (letters ?? text).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var sections = new Section[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!TryParseSection(words[i], bars, out sections[i], out error))
            {
                error = $"form \"{text}\": section {i + 1}, \"{words[i]}\": {error}";
                return false;
            }
        }

        form = new SongForm(sections);
        error = sections.Length == 0 ? $"form \"{text}\": it has no section"
            : form.Bars > SongForm.MaxBars ? $"form \"{text}\": {form.Bars} bars, and a song has at most {SongForm.MaxBars}"
            : null;
        return error == null;
    }

    private static bool TryParseSection(string word, int bars, out Section section, [NotNullWhen(false)] out string? error)
    {
        section = default;
        string length = word[1..].TrimStart(LengthMark);
        if (!SectionName.TryParse(word[0], out SectionKind kind) || (length.Length > 0 && !char.IsAsciiDigit(length[0])))
        {
            string forms = string.Join(", ", SongForm.Named.Select(named => named.Name));
            error = $"no such section or form; sections are {SectionName.Letters}, forms are {forms}";
            return false;
        }

        int own = IsShort(kind) ? Math.Max(Section.MinBars, bars / 4 * 2) : bars;
        if (length.Length > 0 && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out own) || !IsLength(own)))
        {
            error = LengthRule;
            return false;
        }

        section = new Section(kind, own);
        error = null;
        return true;
    }

    private static bool IsLength(int bars) => bars is >= Section.MinBars and <= Section.MaxBars && bars % 2 == 0;

    private static bool IsShort(SectionKind kind) =>
        kind is SectionKind.Intro or SectionKind.PreChorus or SectionKind.Break or SectionKind.Outro;
}
