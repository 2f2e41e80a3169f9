using System.Text;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>A line of text as AT-SPI counts it: by characters of Unicode, not by UTF-16 units.</summary>
internal sealed class AtSpiText
{
    private const uint Character = 0;
    private const uint Word = 1;

    private readonly Rune[] _runes;

    /// <summary>Takes the text of an element: what is typed into it, else what it shows.</summary>
    public AtSpiText(AccessibleElement element)
    {
        string text = element.Typed?.Text ?? element.Value;
        _runes = [.. text.EnumerateRunes()];
        Caret = element.Typed is { } typed ? text[..Math.Min(typed.Caret, text.Length)].EnumerateRunes().Count() : 0;
    }

    /// <summary>How many characters it has.</summary>
    public int Length => _runes.Length;

    /// <summary>How many characters are before the caret.</summary>
    public int Caret { get; }

    /// <summary>Whether an element shows a text that is read by characters and words.</summary>
    public static bool IsIn(AccessibleElement element) =>
        element.Typed != null || (element.Value.Length > 0 && element.Role is "choice" or "list" or "status" or "slot" or "piano roll");

    /// <summary>A part.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The one after its last; below 0 for the end.</param>
    public string Part(int start, int end)
    {
        end = end < 0 ? Length : Math.Min(end, Length);
        start = Math.Clamp(start, 0, end);
        return string.Concat(_runes[start..end].Select(rune => rune.ToString()));
    }

    /// <summary>The character at a place; 0 beside the text.</summary>
    public int At(int offset) => offset >= 0 && offset < Length ? _runes[offset].Value : 0;

    /// <summary>The character, the word or the whole line at a place.</summary>
    /// <param name="offset">The place.</param>
    /// <param name="unit">0 for a character, 1 for a word, others for the line.</param>
    /// <returns>Its first character, and the one after its last.</returns>
    public (int Start, int End) RangeAt(int offset, uint unit)
    {
        offset = Math.Clamp(offset, 0, Length);
        if (unit == Character)
        {
            return (offset, Math.Min(offset + 1, Length));
        }

        (int start, int end) = unit == Word ? (offset, offset) : (0, Length);
        while (unit == Word && start > 0 && !Rune.IsWhiteSpace(_runes[start - 1]))
        {
            start--;
        }

        while (unit == Word && end < Length && !Rune.IsWhiteSpace(_runes[end]))
        {
            end++;
        }

        return (start, end);
    }
}
