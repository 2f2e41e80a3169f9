namespace DrumSpace.Plugin.Parameters;

/// <summary>One of some named values.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="names">Their texts in order, each at most 7 ASCII characters.</param>
/// <param name="values">As many values in the same order, no two alike.</param>
/// <param name="unit">The unit behind the text; none unless given.</param>
public class ChoiceRange<T>(IReadOnlyList<string> names, IReadOnlyList<T> values, string unit = "") : ParameterRange<T>(unit, names.Count)
{
    private readonly string[] _names = [.. names];
    private readonly T[] _values = values.Count == names.Count
        ? [.. values]
        : throw new ArgumentException($"{names.Count} names for {values.Count} values.", nameof(values));

    /// <inheritdoc/>
    public override bool IsChoice => true;

    /// <inheritdoc/>
    public override T ValueOf(float normalized) => _values[StepOf(normalized)];

    /// <inheritdoc/>
    public override float NormalizedOf(T value) => AtStep(Math.Max(0, Array.IndexOf(_values, value)));

    /// <inheritdoc/>
    public override string Format(float normalized) => _names[StepOf(normalized)];

    /// <inheritdoc/>
    public override bool TryParse(string text, out float normalized)
    {
        string name = WithoutUnit(text);
        int step = Array.FindIndex(_names, other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        normalized = step < 0 ? 0 : AtStep(step);
        return step >= 0;
    }
}
