using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>0 to 100 percent, linear, one decimal.</summary>
public sealed class PercentScale : ParameterScale
{
    /// <inheritdoc/>
    public override string Unit => "%";

    /// <inheritdoc/>
    public override string Format(float normalized) => (normalized * 100.0).ToString("F1", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        bool read = TryParseNumber(text, out double percent);
        normalized = read ? (float)Math.Clamp(percent / 100, 0, 1) : 0;
        return read;
    }
}
