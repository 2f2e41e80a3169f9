namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// The normalized values of all parameters. Any thread may read and write: hosts set parameters from the audio thread and from others,
/// at the same time. Each value is atomic; nothing locks, waits or allocates.
/// </summary>
public sealed class ParameterValues
{
    private readonly float[] _values = new float[ParameterTable.Count];
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
}
