using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// The parameter values that the host knows, to find those that moved without it: by MIDI, by a command, in the background, or because a
/// momentary parameter returned to 0.
/// </summary>
/// <remarks>
/// Any thread, several at once: each changed value is notified by one of them. No allocation, lock or wait, unless the host's callback does.
/// </remarks>
internal sealed class HostParameterMirror
{
    // No value of a parameter: the host knows none, or did not accept the last one.
    private const float Unknown = float.NaN;

    private readonly ParameterStore _values;
    private readonly Func<int, float, bool> _notify;
    private readonly float[] _known;
    private int _version;

    /// <summary>Creates a mirror of the current values, which hosts read when they load a plugin.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="notify">Notifies the host of a parameter's index and value; false if the host did not accept it.</param>
    public HostParameterMirror(ParameterStore values, Func<int, float, bool> notify)
    {
        _values = values;
        _notify = notify;
        _known = new float[ParameterTable.Count];
        ConfirmAll();
    }

    /// <summary>Whether a parameter has a value that the host does not know.</summary>
    public bool IsBehind
    {
        get
        {
            for (int index = 0; index < _known.Length; index++)
            {
                if (_values[index] != Volatile.Read(ref _known[index]))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Notes that the host knows the value of a parameter, because the host set it.</summary>
    /// <param name="index">Its index; other numbers do nothing.</param>
    public void Confirm(int index)
    {
        if ((uint)index < (uint)_known.Length)
        {
            Volatile.Write(ref _known[index], _values[index]);
        }
    }

    /// <summary>Notes that the host reads all values anew, as it does after it selected a program or loaded a state.</summary>
    public void ConfirmAll()
    {
        for (int index = 0; index < _known.Length; index++)
        {
            Confirm(index);
        }
    }

    /// <summary>Notifies the host of each value that it does not know. Costs one comparison if nothing was set since the last call.</summary>
    public void Notify()
    {
        int version = _values.Version;
        if (version == Volatile.Read(ref _version))
        {
            return;
        }

        bool isAccepted = true;
        for (int index = 0; index < _known.Length; index++)
        {
            float value = _values[index];
            float known = Volatile.Read(ref _known[index]);

            // Marked as known first: some hosts set the parameter while they are notified.
            if (value != known && Interlocked.CompareExchange(ref _known[index], value, known).Equals(known) && !_notify(index, value))
            {
                Volatile.Write(ref _known[index], Unknown);
                isAccepted = false;
            }
        }

        if (isAccepted)
        {
            Volatile.Write(ref _version, version);
        }
    }
}
