using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>Whole numbers from one to another.</summary>
/// <param name="min">The value at 0.</param>
/// <param name="max">The value at 1, above the lowest; at most 7 characters long.</param>
/// <param name="unit">The unit behind the number; none unless given.</param>
public sealed class IntRange(int min, int max, string unit = "") : ParameterRange<int>(unit, max - min + 1)
{
    private readonly int _min = min;

    /// <inheritdoc/>
    public override int ValueOf(float normalized) => _min + StepOf(normalized);

    /// <inheritdoc/>
    public override float NormalizedOf(int value) => AtStep(value - _min);

    /// <inheritdoc/>
    public override string Format(float normalized) => ValueOf(normalized).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        bool isNumber = TryParseNumber(text, out double number);
        normalized = isNumber ? AtStep((int)Math.Round(Math.Clamp(number - _min, 0, StepCount - 1))) : 0;
        return isNumber;
    }
}
