using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// The plain values of parameters in formats that have them: normalized, 0 to 1, but of stepped parameters the number of the step, from 0.
/// </summary>
/// <remarks>Any thread. Does not allocate, lock or wait.</remarks>
internal static class PlainValue
{
    /// <summary>The plain value of a normalized one.</summary>
    public static double Of(int index, float normalized) =>
        ParameterTable.All[index].Range is { IsStepped: true } range ? range.StepOf(normalized) : normalized;

    /// <summary>The normalized value of a plain one, which is limited to its range.</summary>
    public static float ToNormalized(int index, double plain) => ParameterTable.All[index].Range is { IsStepped: true } range
        ? range.AtStep((int)Math.Round(Math.Clamp(plain, 0, range.StepCount - 1)))
        : (float)Math.Clamp(plain, 0, 1);
}
