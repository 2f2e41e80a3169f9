using System.Buffers;
using System.Globalization;

namespace DrumSpace.Plugin.Models;

/// <summary>How a model's name is told where 7 characters have to do.</summary>
internal static class ModelText
{
    /// <summary>The longest text.</summary>
    public const int MaxLength = 7;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>
    /// Shortens a name: only its ASCII letters and digits; while those are too many, the last small vowel goes, and at last the end. A
    /// text that is taken already ends in its index's number.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="index">The model's index in the list, from 0.</param>
    /// <param name="taken">The texts before it.</param>
    public static string Shorten(string name, int index, IEnumerable<string> taken)
    {
        string text = string.Concat(name.Where(char.IsAsciiLetterOrDigit));
        while (text.Length > MaxLength && text.AsSpan(1).LastIndexOfAny(Vowels) is >= 0 and int vowel)
        {
            text = text.Remove(vowel + 1, 1);
        }

        // A number alone means an index.
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        if (text.All(char.IsAsciiDigit) || taken.Contains(Cut(text, ""), StringComparer.OrdinalIgnoreCase))
        {
            text = Cut(text, "." + number);
        }

        return Cut(text, "");
    }

    private static string Cut(string text, string end) => text[..Math.Min(text.Length, MaxLength - end.Length)] + end;
}
