namespace DrumSpace.Plugin.Parameters;

/// <summary>
/// Normalized values of parameters, 0 to 1, each at its default at first. Any thread may read and write: each value is atomic.
/// </summary>
public class ParameterValues
{
    private static readonly float[] Defaults = [.. ParameterTable.All.Select(parameter => parameter.Default)];
    private readonly float[] _values = [.. Defaults];

    /// <summary>
    /// Values by id of parameters that this version does not know, because a newer one saved them: they are saved again as they came. Not
    /// the audio thread.
    /// </summary>
    public IReadOnlyList<(string Id, float Value)> Unknown { get; internal set; } = [];

    /// <summary>The normalized value of a parameter.</summary>
    /// <param name="index">An index of <see cref="ParameterTable.All"/>.</param>
    public float this[int index]
    {
        get => Volatile.Read(ref _values[index]);
        set => Volatile.Write(ref _values[index], value);
    }

    /// <summary>The normalized value of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public float this[Parameter parameter]
    {
        get => this[parameter.Index];
        set => this[parameter.Index] = value;
    }

    /// <summary>Takes over all values of another set.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(ParameterValues other)
    {
        for (int index = 0; index < _values.Length; index++)
        {
            this[index] = other[index];
        }

        Unknown = other.Unknown;
    }
}
