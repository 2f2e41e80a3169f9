using System.Globalization;

namespace DrumSpace.Music.Songs;

public sealed partial record SongForm
{
    private const char LengthMark = ':';
    private static readonly char[] Separators = [' ', ',', '-', '\t'];

    // In the order of SectionKind.
    private static readonly (char Letter, string Name)[] Kinds =
    [
        ('I', "Intro"), ('V', "Verse"), ('P', "Pre-chorus"), ('C', "Chorus"), ('B', "Bridge"), ('K', "Break"), ('S', "Solo"), ('O', "Outro"),
    ];

    /// <summary>The letters of the sections, for people: "I intro, V verse ...".</summary>
    public static string Letters { get; } = string.Join(", ", Kinds.Select(kind => $"{kind.Letter} {kind.Name.ToLowerInvariant()}"));

    /// <summary>The name of a kind of section.</summary>
    public static string NameOf(SectionKind kind) => Kinds[(int)kind].Name;

    /// <summary>
    /// Reads a form: the name of one that has a name, or sections, each a letter and, if it says so, its bars: "I4 V V C16 O". Sections may
    /// be parted by blanks, commas or hyphens. Intros, pre-choruses, breaks and outros that say nothing have half the bars of others.
    /// </summary>
    /// <param name="text">The form.</param>
    /// <param name="bars">Bars of a section that does not say how long it is: even, 2 to 64.</param>
    /// <param name="form">The form, when it can be read.</param>
    /// <param name="error">What is wrong and where, when it cannot.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bars are out of their range.</exception>
    public static bool TryParse(string text, int bars, out SongForm form, out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsLength(bars))
        {
            throw new ArgumentOutOfRangeException(nameof(bars), bars, LengthRule);
        }

        form = new SongForm([]);
        string letters = Named.FirstOrDefault(named => named.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Letters ?? text;
        string[] words = letters.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        List<Section> sections = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (!TryParseSection(words[i], bars, out Section section, out string? fault))
            {
                error = $"form \"{text}\": section {i + 1}, \"{words[i]}\": {fault}";
                return false;
            }

            sections.Add(section);
        }

        form = new SongForm(sections);
        error = sections.Count == 0
            ? $"form \"{text}\": it has no section"
            : form.Bars > MaxBars ? $"form \"{text}\": {form.Bars} bars, and a song has at most {MaxBars}" : null;
        return error == null;
    }

    private static string LengthRule =>
        $"a section has {Section.MinBars} to {Section.MaxBars} bars, an even number, because a beat has two";

    private static bool IsLength(int bars) => bars is >= Section.MinBars and <= Section.MaxBars && bars % 2 == 0;

    private static bool TryParseSection(string word, int bars, out Section section, out string? fault)
    {
        section = default;
        int kind = Array.FindIndex(Kinds, one => one.Letter == char.ToUpperInvariant(word[0]));
        string length = word[1..].TrimStart(LengthMark);
        if (kind < 0 || (length.Length > 0 && !char.IsAsciiDigit(length[0])))
        {
            fault = $"no such section or form; sections are {Letters}, forms are {string.Join(", ", Named.Select(named => named.Name))}";
            return false;
        }

        int own = IsShort((SectionKind)kind) ? Math.Max(Section.MinBars, bars / 4 * 2) : bars;
        if (length.Length > 0 && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out own) || !IsLength(own)))
        {
            fault = LengthRule;
            return false;
        }

        section = new Section((SectionKind)kind, own);
        fault = null;
        return true;
    }

    private static bool IsShort(SectionKind kind) => kind is SectionKind.Intro or SectionKind.PreChorus or SectionKind.Break or SectionKind.Outro;
}
