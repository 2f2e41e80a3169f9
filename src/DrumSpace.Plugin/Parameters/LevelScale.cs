using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>A fader: its gain is the square of its travel, so that 0 is off, a half is -12 dB and 1 is 0 dB.</summary>
public sealed class LevelScale : ParameterScale
{
    private const string Off = "off";

    /// <inheritdoc/>
    public override string Unit => "dB";

    /// <summary>The linear gain of a fader position.</summary>
    /// <param name="normalized">0 to 1.</param>
    public static float Gain(float normalized) => normalized * normalized;

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

        bool read = TryParseNumber(text, out double decibels);
        normalized = read ? (float)Math.Pow(10, Math.Min(decibels, 0) / 40) : 0;
        return read;
    }
}
