using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DrumSpace.Music;

/// <summary>
/// A line of the paper's tsv files: 32 comma-separated step masks and, in files of samples, a TAB and the four comma-separated
/// coordinates that the pattern was decoded from.
/// </summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Latent">The point it was decoded from, or null in a data set of patterns.</param>
public readonly record struct PatternLine(Pattern Pattern, Latent? Latent = null)
{
    /// <summary>The maximum length of a line, in characters.</summary>
    public const int MaxLength = 320;

    /// <summary>Parses a line; blanks at either end are ignored.</summary>
    /// <exception cref="FormatException">The line is invalid; the message says what is wrong, and where.</exception>
    public static PatternLine Parse(ReadOnlySpan<char> line) =>
        TryParse(line, out PatternLine result, out string? error) ? result : throw new FormatException(error);

    /// <summary>Parses a line; blanks at either end are ignored.</summary>
    /// <param name="line">The line, without its line break.</param>
    /// <param name="result">The pattern and its latent.</param>
    /// <param name="error">What is wrong, and at which value, when this returns false.</param>
    public static bool TryParse(ReadOnlySpan<char> line, out PatternLine result, [NotNullWhen(false)] out string? error)
    {
        line = line.Trim();
        int tab = line.IndexOf('\t');
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        Latent latent = default;
        error = ParseMasks(tab < 0 ? line : line[..tab], masks) ?? (tab < 0 ? null : ParseLatent(line[(tab + 1)..], latent));
        result = error == null ? new PatternLine(new Pattern(masks), tab < 0 ? null : latent) : default;
        return error == null;
    }

    /// <summary>Formats the line, without a line break.</summary>
    /// <param name="destination"><see cref="MaxLength"/> characters are enough for any line.</param>
    /// <param name="written">The number of characters written.</param>
    /// <returns>False when the destination is too short.</returns>
    public bool TryFormat(Span<char> destination, out int written)
    {
        Span<char> text = stackalloc char[MaxLength];
        text = text[..Format(text)];
        written = text.TryCopyTo(destination) ? text.Length : 0;
        return written > 0;
    }

    /// <summary>The line, without a line break.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        return text[..Format(text)].ToString();
    }

    private int Format(Span<char> text)
    {
        int length = 0;
        foreach (ushort mask in Pattern.Masks)
        {
            mask.TryFormat(text[length..], out int digits, default, CultureInfo.InvariantCulture);
            length += digits;
            text[length++] = ',';
        }

        if (Latent is { } latent)
        {
            text[length - 1] = '\t';

            // As doubles and with a lower-case e, like Python, which wrote the authors' files: those are reproduced byte for byte.
            foreach (double coordinate in (ReadOnlySpan<float>)latent)
            {
                coordinate.TryFormat(text[length..], out int digits, default, CultureInfo.InvariantCulture);
                text.Slice(length, digits).Replace('E', 'e');
                length += digits;
                text[length++] = ',';
            }
        }

        return length - 1;
    }

    private static string? ParseMasks(ReadOnlySpan<char> text, Span<ushort> masks)
    {
        int count = text.Count(',') + 1;
        if (count != masks.Length)
        {
            return $"a pattern has {masks.Length} comma-separated steps, not {count}";
        }

        int step = 0;
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> digits = text[range].Trim();
            if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out masks[step++])
                || masks[step - 1] > Pattern.AllVoices)
            {
                return $"step {step}: '{Excerpt(digits)}' is not a mask of {Pattern.VoiceCount} bits (0 to {Pattern.AllVoices})";
            }
        }

        return null;
    }

    private static string? ParseLatent(ReadOnlySpan<char> text, Span<float> latent)
    {
        int count = text.Count(',') + 1;
        if (count != latent.Length)
        {
            return $"a latent has {latent.Length} comma-separated coordinates, not {count}";
        }

        int axis = 0;
        foreach (Range range in text.Split(','))
        {
            if (!float.TryParse(text[range], CultureInfo.InvariantCulture, out latent[axis++]) || !float.IsFinite(latent[axis - 1]))
            {
                return $"latent coordinate {axis}: '{Excerpt(text[range])}' is not a finite number";
            }
        }

        return null;
    }

    private static string Excerpt(ReadOnlySpan<char> text) => text.Length <= 24 ? text.ToString() : $"{text[..24]}...";
}
