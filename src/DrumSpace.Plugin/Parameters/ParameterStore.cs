using System.Collections.Immutable;

namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The values of all parameters. A modulation lies over a value without changing it: it is played, and neither saved nor shown. So the
/// typed <see cref="Get"/> reads what is to be played, and the indexers the normalized value, 0 to 1, that hosts set and states keep.
/// </summary>
/// <remarks>
/// Any thread: hosts set parameters from the audio thread and from others, at the same time. Each value is atomic; nothing locks, waits
/// or allocates.
/// </remarks>
public sealed class ParameterStore
{
    private readonly float[] _values = [.. ParameterTable.All.Select(parameter => parameter.Default)];
    private readonly float[] _offsets = new float[ParameterTable.Count];
    private int _version;

    /// <summary>Changes whenever a value is set, after it is: who reads this first and the values then misses none.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>
    /// A normalized value, 0 for an index that no parameter has. Set, it is limited to 0 to 1; an index that no parameter has and NaN
    /// change nothing.
    /// </summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>.</param>
    public float this[int index]
    {
        get => (uint)index < (uint)_values.Length ? Volatile.Read(ref _values[index]) : 0;
        set
        {
            if ((uint)index < (uint)_values.Length && !float.IsNaN(value))
            {
                Volatile.Write(ref _values[index], Math.Clamp(value, 0, 1));
                Interlocked.Increment(ref _version);
            }
        }
    }

    /// <summary>A normalized value.</summary>
    /// <param name="parameter">Its parameter.</param>
    public float this[Parameter parameter]
    {
        get => this[parameter.Index];
        set => this[parameter.Index] = value;
    }

    /// <summary>The value to be played: with its modulation.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public T Get<T>(Parameter<T> parameter) => parameter.Range.ValueOf(ModulatedValue(parameter.Index));

    /// <summary>Sets a value.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">A value of its range.</param>
    public void Set<T>(Parameter<T> parameter, T value) => this[parameter.Index] = parameter.Range.NormalizedOf(value);

    /// <summary>The switches that are on, as bits: the first is bit 0.</summary>
    /// <param name="switches">At most 32.</param>
    public int MaskOf(ImmutableArray<Parameter<bool>> switches)
    {
        int mask = 0;
        for (int bit = 0; bit < switches.Length; bit++)
        {
            mask |= (Get(switches[bit]) ? 1 : 0) << bit;
        }

        return mask;
    }

    /// <summary>A normalized value with its modulation.</summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>.</param>
    /// <returns>0 to 1; 0 for an index that no parameter has.</returns>
    public float ModulatedValue(int index) =>
        (uint)index < (uint)_values.Length ? Math.Clamp(this[index] + Volatile.Read(ref _offsets[index]), 0, 1) : 0;

    /// <summary>Lays a modulation over a value, instead of the one that lay there.</summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>.</param>
    /// <param name="amount">What is added; finite.</param>
    public void Modulate(int index, float amount)
    {
        if ((uint)index < (uint)_offsets.Length)
        {
            Volatile.Write(ref _offsets[index], amount);
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>Takes all modulations away.</summary>
    public void EndModulation()
    {
        for (int index = 0; index < _offsets.Length; index++)
        {
            Volatile.Write(ref _offsets[index], 0);
        }

        Interlocked.Increment(ref _version);
    }
}
