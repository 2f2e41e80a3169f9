using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The values that a parameter can have, and their texts. Hosts store values normalized, 0 to 1; parsing a formatted text gives the
/// normalized value back to within half of the text's last digit.
/// </summary>
/// <param name="unit">The unit behind the text: "%", "dB"; at most 7 ASCII characters; empty for none.</param>
/// <param name="stepCount">The number of values, at least 2, evenly spaced over 0 to 1; 0 for a continuous range.</param>
public abstract class ParameterRange(string unit, int stepCount)
{
    /// <summary>The unit behind the text: "%", "dB"; empty for none.</summary>
    public string Unit { get; } = unit;

    /// <summary>The number of values; 0 for a continuous range.</summary>
    public int StepCount { get; } = stepCount;

    /// <summary>Whether there is nothing between the values.</summary>
    public bool IsStepped => StepCount > 0;

    /// <summary>Whether the values are named choices rather than numbers.</summary>
    public virtual bool IsChoice => false;

    /// <summary>The step nearest to a normalized value of a stepped range: 0 to <see cref="StepCount"/> - 1.</summary>
    /// <param name="normalized">0 to 1.</param>
    public int StepOf(float normalized) => (int)MathF.Round(normalized * (StepCount - 1));

    /// <summary>The normalized value of a step of a stepped range.</summary>
    /// <param name="step">0 to <see cref="StepCount"/> - 1.</param>
    public float AtStep(int step) => step / (float)(StepCount - 1);

    /// <summary>The nearest normalized value that the range has.</summary>
    /// <param name="normalized">0 to 1.</param>
    public float Nearest(float normalized) => IsStepped ? AtStep(StepOf(normalized)) : normalized;

    /// <summary>The text of a value, without the unit; at most 7 ASCII characters, which the oldest hosts' buffers hold.</summary>
    /// <param name="normalized">0 to 1.</param>
    public abstract string Format(float normalized);

    /// <summary>The text of a value with the unit behind a number: "off" has none.</summary>
    /// <param name="normalized">0 to 1.</param>
    public string FormatWithUnit(float normalized)
    {
        string text = Format(normalized);
        return Unit.Length > 0 && text.Length > 0 && char.IsAsciiDigit(text[^1]) ? $"{text} {Unit}" : text;
    }

    /// <summary>The full name of a step of a stepped range; null for a step that means nothing now.</summary>
    /// <param name="step">0 to <see cref="StepCount"/> - 1.</param>
    public virtual string? NameOf(int step) => FormatWithUnit(AtStep(step));

    /// <summary>Parses a text that a musician typed, with or without the unit, with point or comma.</summary>
    /// <param name="text">The text.</param>
    /// <param name="normalized">0 to 1; values beyond the range are limited to it.</param>
    /// <returns>False when the text is no value; <paramref name="normalized"/> is then 0.</returns>
    public abstract bool TryParse(string text, out float normalized);

    /// <summary>Parses a number and an optional unit behind it.</summary>
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
