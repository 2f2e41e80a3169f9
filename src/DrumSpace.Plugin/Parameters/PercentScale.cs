using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>Percent, linear, one decimal.</summary>
/// <param name="lowest">The percentage at 0.</param>
/// <param name="highest">The percentage at 1, at most 100.</param>
public sealed class PercentScale(double lowest = 0, double highest = 100) : ParameterScale
{
    private readonly double _lowest = lowest;
    private readonly double _range = highest - lowest;

    /// <inheritdoc/>
    public override string Unit => "%";

    /// <summary>The percentage of a normalized value.</summary>
    /// <param name="normalized">0 to 1.</param>
    public double PercentOf(float normalized) => _lowest + (normalized * _range);

    /// <inheritdoc/>
    public override string Format(float normalized) => PercentOf(normalized).ToString("F1", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        bool read = TryParseNumber(text, out double percent);
        normalized = read ? (float)Math.Clamp((percent - _lowest) / _range, 0, 1) : 0;
        return read;
    }
}
