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
        result = default;
        line = line.Trim();
        int tab = line.IndexOf('\t');
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        if (!TryParseMasks(tab < 0 ? line : line[..tab], masks, out error))
        {
            return false;
        }

        Latent? latent = null;
        if (tab >= 0)
        {
            if (!TryParseLatent(line[(tab + 1)..], out Latent point, out error))
            {
                return false;
            }

            latent = point;
        }

        result = new PatternLine(new Pattern(masks), latent);
        return true;
    }

    /// <summary>Formats the line, without a line break.</summary>
    /// <param name="destination"><see cref="MaxLength"/> characters are enough for any line.</param>
    /// <param name="written">The number of characters written.</param>
    /// <returns>False when the destination is too short.</returns>
    public bool TryFormat(Span<char> destination, out int written)
    {
        written = 0;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            if ((step > 0 && !Append(destination, ref written, ',')) ||
                !Pattern[step].TryFormat(destination[written..], out int digits, default, CultureInfo.InvariantCulture))
            {
                return false;
            }

            written += digits;
        }

        if (Latent is not { } latent)
        {
            return true;
        }

        for (int axis = 0; axis < Music.Latent.Dimensions; axis++)
        {
            // As doubles and with a lower-case e, like Python, which wrote the authors' files: those are reproduced byte for byte.
            double value = latent[axis];
            if (!Append(destination, ref written, axis == 0 ? '\t' : ',') ||
                !value.TryFormat(destination[written..], out int digits, default, CultureInfo.InvariantCulture))
            {
                return false;
            }

            destination.Slice(written, digits).Replace('E', 'e');
            written += digits;
        }

        return true;
    }

    /// <summary>The line, without a line break.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        bool fits = TryFormat(text, out int written);
        return fits ? text[..written].ToString() : throw new InvalidOperationException("The line is longer than MaxLength.");
    }

    private static bool Append(Span<char> destination, ref int written, char separator)
    {
        if (written >= destination.Length)
        {
            return false;
        }

        destination[written++] = separator;
        return true;
    }

    private static bool TryParseMasks(ReadOnlySpan<char> text, Span<ushort> masks, [NotNullWhen(false)] out string? error)
    {
        int count = text.Count(',') + 1;
        if (count != masks.Length)
        {
            error = $"a pattern has {masks.Length} comma-separated steps, not {count}";
            return false;
        }

        int step = 0;
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> digits = text[range].Trim();
            if (!ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort mask) || mask > Pattern.AllVoices)
            {
                error = $"step {step + 1}: '{Excerpt(text[range])}' is not a mask of {Pattern.VoiceCount} bits (0 to {Pattern.AllVoices})";
                return false;
            }

            masks[step++] = mask;
        }

        error = null;
        return true;
    }

    private static bool TryParseLatent(ReadOnlySpan<char> text, out Latent latent, [NotNullWhen(false)] out string? error)
    {
        latent = default;
        int count = text.Count(',') + 1;
        if (count != Music.Latent.Dimensions)
        {
            error = $"a latent has {Music.Latent.Dimensions} comma-separated coordinates, not {count}";
            return false;
        }

        int axis = 0;
        foreach (Range range in text.Split(','))
        {
            if (!float.TryParse(text[range], NumberStyles.Float, CultureInfo.InvariantCulture, out float value) || !float.IsFinite(value))
            {
                error = $"latent coordinate {axis + 1}: '{Excerpt(text[range])}' is not a finite number";
                return false;
            }

            latent[axis++] = value;
        }

        error = null;
        return true;
    }

    private static string Excerpt(ReadOnlySpan<char> text) => text.Length <= 24 ? text.ToString() : $"{text[..24]}...";
}
