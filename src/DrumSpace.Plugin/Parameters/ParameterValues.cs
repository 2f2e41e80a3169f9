namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The normalized values of all parameters. Any thread may read and write: hosts set parameters from the audio thread and from others,
/// at the same time. Each value is atomic; nothing locks, waits or allocates. A modulation lies over a value without changing it: it is
/// heard, and neither saved nor shown.
/// </summary>
public sealed class ParameterValues
{
    private readonly float[] _values = new float[ParameterTable.Count];
    private readonly float[] _offsets = new float[ParameterTable.Count];
    private int _version;

    /// <summary>Makes the values with their defaults.</summary>
    public ParameterValues()
    {
        for (int index = 0; index < _values.Length; index++)
        {
            _values[index] = ParameterTable.All[index].Default;
        }
    }

    /// <summary>Changes whenever a value is set, after it is: who reads this first and the values then misses none.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>A value.</summary>
    /// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
    /// <returns>0 to 1; 0 for an index that no parameter has.</returns>
    public float this[int index] => (uint)index < (uint)_values.Length ? Volatile.Read(ref _values[index]) : 0;

    /// <summary>Sets a value, limited to 0 to 1. An index that no parameter has and a value that is no number change nothing.</summary>
    /// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
    /// <param name="normalized">The value.</param>
    public void Set(int index, float normalized)
    {
        if ((uint)index < (uint)_values.Length && !float.IsNaN(normalized))
        {
            Volatile.Write(ref _values[index], Math.Clamp(normalized, 0, 1));
            Interlocked.Increment(ref _version);
        }
    }

    /// <summary>A value with its modulation.</summary>
    /// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
    /// <returns>0 to 1; 0 for an index that no parameter has.</returns>
    public float Heard(int index) =>
        (uint)index < (uint)_values.Length ? Math.Clamp(this[index] + Volatile.Read(ref _offsets[index]), 0, 1) : 0;

    /// <summary>Lays a modulation over a value, instead of the one that lay there.</summary>
    /// <param name="index">Its index in <see cref="ParameterTable.All"/>.</param>
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
