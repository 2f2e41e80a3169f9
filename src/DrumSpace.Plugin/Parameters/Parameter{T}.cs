namespace DrumSpace.Plugin.Parameters;

/// <summary>The handle of a parameter: what <see cref="ParameterStore"/> reads and writes it by.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
/// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
/// <param name="id">Its name in files.</param>
/// <param name="name">The name that hosts show.</param>
/// <param name="range">Its values and their texts.</param>
/// <param name="value">Its default.</param>
/// <param name="role">What it is for.</param>
/// <param name="group">Where it is shown.</param>
public sealed class Parameter<T>(
    int index, string id, string name, ParameterRange<T> range, T value, ParameterRole role, ParameterGroup group)
    : Parameter(index, id, name, range, range.NormalizedOf(value), role, group)
{
    /// <summary>Its values and their texts.</summary>
    public new ParameterRange<T> Range { get; } = range;
}
