using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>A share, 1 for 100 %; linear; its text is percent with one decimal.</summary>
/// <param name="min">The percentage at 0.</param>
/// <param name="max">The percentage at 1, at most 200.</param>
public sealed class PercentRange(double min = 0, double max = 100) : ParameterRange<double>("%", 0)
{
    private readonly double _min = min;
    private readonly double _width = max - min;

    /// <inheritdoc/>
    public override double ValueOf(float normalized) => PercentOf(normalized) / 100;

    /// <inheritdoc/>
    public override float NormalizedOf(double value) => AtPercent(100 * value);

    /// <inheritdoc/>
    public override string Format(float normalized) => PercentOf(normalized).ToString("F1", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        bool isNumber = TryParseNumber(text, out double percent);
        normalized = isNumber ? AtPercent(percent) : 0;
        return isNumber;
    }

    private double PercentOf(float normalized) => _min + (normalized * _width);

    private float AtPercent(double percent) => (float)Math.Clamp((percent - _min) / _width, 0, 1);
}
