using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// How a parameter's normalized value (0 to 1, as hosts store it) reads to a musician, both ways. Parsing a formatted text gives the
/// value back to within half of the text's last digit.
/// </summary>
public abstract class ParameterScale
{
    /// <summary>The unit that stands behind the text: "%", "dB"; at most 7 ASCII characters.</summary>
    public abstract string Unit { get; }

    /// <summary>The text of a value, without the unit; at most 7 ASCII characters, which the oldest hosts' buffers hold.</summary>
    /// <param name="normalized">0 to 1.</param>
    public abstract string Format(float normalized);

    /// <summary>Reads a text that a musician typed, with or without the unit, with point or comma.</summary>
    /// <param name="text">The text.</param>
    /// <param name="normalized">0 to 1; values beyond the range are limited to it.</param>
    /// <returns>False when the text is no value; <paramref name="normalized"/> is then 0.</returns>
    public abstract bool TryParse(string text, out float normalized);

    /// <summary>Reads a number and an optional unit behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The finite number.</param>
    /// <returns>False when there is anything else in the text.</returns>
    protected bool TryParseNumber(string text, out double number)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(WithoutUnit(text).Replace(',', '.'), styles, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>A text without the unit behind it and the blanks around it.</summary>
    /// <param name="text">The text.</param>
    protected string WithoutUnit(string text)
    {
        string trimmed = text.Trim();
        return trimmed.EndsWith(Unit, StringComparison.OrdinalIgnoreCase) ? trimmed[..^Unit.Length].TrimEnd() : trimmed;
    }
}
