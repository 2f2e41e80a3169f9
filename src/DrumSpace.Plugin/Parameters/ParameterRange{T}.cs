namespace DrumSpace.Plugin.Parameters;

/// <summary>A range whose values have a type of their own. Both conversions are for any thread and do not allocate.</summary>
/// <typeparam name="T">What a reader of the parameter receives.</typeparam>
/// <param name="unit">The unit behind the text; empty for none.</param>
/// <param name="stepCount">The number of values; 0 for a continuous range.</param>
public abstract class ParameterRange<T>(string unit, int stepCount) : ParameterRange(unit, stepCount)
{
    /// <summary>The value at a normalized value.</summary>
    /// <param name="normalized">0 to 1.</param>
    public abstract T ValueOf(float normalized);

    /// <summary>The normalized value of a value of the range.</summary>
    /// <param name="value">A value of the range.</param>
    public abstract float NormalizedOf(T value);
}
