namespace DrumSpace.Plugin.Parameters;

/// <summary>One of some named choices.</summary>
/// <param name="names">Their texts in order, each at most 7 ASCII characters.</param>
/// <param name="unit">What stands behind them; none unless given.</param>
public class ChoiceScale(IReadOnlyList<string> names, string unit = "") : SteppedScale
{
    private readonly string[] _names = [.. names];

    /// <inheritdoc/>
    public override string Unit { get; } = unit;

    /// <inheritdoc/>
    public override int Count { get; } = names.Count;

    /// <inheritdoc/>
    public override string Format(float normalized) => _names[StepOf(normalized)];

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        string name = WithoutUnit(text);
        for (int step = 0; step < _names.Length; step++)
        {
            if (name.Equals(_names[step], StringComparison.OrdinalIgnoreCase))
            {
                normalized = At(step);
                return true;
            }
        }

        normalized = 0;
        return false;
    }
}
