using System.Globalization;
using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Plugin.Clips;

/// <summary>The names of clip files: "DrumSpace 2026-11-22 13.18.29 43-51-81-33 beat.mid", and " (2)" where that is taken.</summary>
internal static class ClipName
{
    private const string Prefix = "DrumSpace ";
    private const string Extension = ".mid";
    private const string TimeFormat = "yyyy-MM-dd HH.mm.ss";
    private static readonly string[] Kinds = [.. Enum.GetNames<ClipKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>The title of a clip: its coordinates in percent, and its kind. Ardour counts up a number at the end of a name.</summary>
    public static string TitleOf(ClipKind kind, Knobs knobs) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Percent(knobs[0])}-{Percent(knobs[1])}-{Percent(knobs[2])}-{Percent(knobs[3])} {Kinds[(int)kind]}");

    /// <summary>The name of its file without the extension.</summary>
    public static string Of(DateTimeOffset time, string title) =>
        $"{Prefix}{time.ToString(TimeFormat, CultureInfo.InvariantCulture)} {title}";

    /// <summary>Whether a file's name is one of these.</summary>
    /// <param name="file">The name, without its folder.</param>
    public static bool IsOurs(string file)
    {
        int titleAt = Prefix.Length + TimeFormat.Length + 1;
        if (file.Length <= titleAt || !file.StartsWith(Prefix, StringComparison.Ordinal)
            || !file.EndsWith(Extension, StringComparison.Ordinal))
        {
            return false;
        }

        string[] rest = file[titleAt..^Extension.Length].Split(' ');
        return file[titleAt - 1] == ' '
            && DateTime.TryParseExact(
                file.AsSpan(Prefix.Length, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && rest.Length is 2 or 3 && ArePercents(rest[0].Split('-')) && Kinds.Contains(rest[1])
            && (rest.Length == 2 || IsNumber(rest[2]));
    }

    private static int Percent(float knob) => (int)Math.Round(100 * knob);

    private static bool ArePercents(string[] parts) =>
        parts.Length == Latent.Dimensions && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit));

    private static bool IsNumber(string text) =>
        text.Length > 2 && text[0] == '(' && text[^1] == ')' && text[1..^1].All(char.IsAsciiDigit);
}
