using System.Globalization;

namespace DrumSpace.Plugin.Parameters;

/// <summary>Whole numbers from one to another.</summary>
/// <param name="lowest">The value at 0.</param>
/// <param name="highest">The value at 1, above the lowest; at most 7 characters long.</param>
/// <param name="unit">What stands behind the number; none unless given.</param>
public sealed class CountScale(int lowest, int highest, string unit = "") : SteppedScale
{
    private readonly int _lowest = lowest;

    /// <inheritdoc/>
    public override string Unit { get; } = unit;

    /// <inheritdoc/>
    public override int Count { get; } = highest - lowest + 1;

    /// <summary>The number that a normalized value reads as.</summary>
    /// <param name="normalized">0 to 1.</param>
    public int NumberOf(float normalized) => _lowest + StepOf(normalized);

    /// <summary>The normalized value of a number.</summary>
    /// <param name="number">Within the scale.</param>
    public float Of(int number) => At(number - _lowest);

    /// <inheritdoc/>
    public override string Format(float normalized) => NumberOf(normalized).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        bool read = TryParseNumber(text, out double number);
        normalized = read ? At((int)Math.Round(Math.Clamp(number - _lowest, 0, Count - 1))) : 0;
        return read;
    }
}
