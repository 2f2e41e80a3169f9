using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// A fader. Its value is a linear gain, the square of the travel: 0 is off, a half is -12 dB and 1 is 0 dB. Its text is in decibels.
/// </summary>
public sealed class LevelRange() : ParameterRange<float>("dB", 0)
{
    private const string Off = "off";

    /// <inheritdoc/>
    public override float ValueOf(float normalized) => normalized * normalized;

    /// <inheritdoc/>
    public override float NormalizedOf(float value) => MathF.Sqrt(value);

    /// <inheritdoc/>
    public override string Format(float normalized)
    {
        // Adding zero makes a rounded -0 a plain 0.
        return normalized <= 0 ? Off : (Math.Round(40 * Math.Log10(normalized), 1) + 0.0).ToString("F1", CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        if (text.Trim().Equals(Off, StringComparison.OrdinalIgnoreCase)
            || text.TrimStart().StartsWith("-inf", StringComparison.OrdinalIgnoreCase))
        {
            normalized = 0;
            return true;
        }

        bool isNumber = TryParseNumber(text, out double decibels);
        normalized = isNumber ? (float)Math.Pow(10, Math.Min(decibels, 0) / 40) : 0;
        return isNumber;
    }
}
