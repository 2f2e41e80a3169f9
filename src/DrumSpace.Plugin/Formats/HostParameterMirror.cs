using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats;

/// <summary>The parameter values that the host knows, to notify it of those that moved without it.</summary>
/// <remarks>Any thread, several at once: one of them notifies of a value. Does not allocate, lock or wait, unless the host does.</remarks>
internal sealed class HostParameterMirror
{
    // No value of a parameter: the host did not accept the last one.
    private const float Unknown = float.NaN;

    private readonly ParameterStore _values;
    private readonly Func<int, float, bool> _notify;
    private readonly float[] _known = new float[ParameterTable.Count];
    private readonly int[] _holds = new int[ParameterTable.Count];
    private int _version;

    /// <summary>Creates a mirror of the current values, which hosts read when they load a plugin.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="notify">Notifies the host of a parameter's index and value; false if the host did not accept it.</param>
    public HostParameterMirror(ParameterStore values, Func<int, float, bool> notify)
    {
        _values = values;
        _notify = notify;
        ConfirmAll();
    }

    /// <summary>Notes that the host knows a parameter's value, because it set it. An index that no parameter has does nothing.</summary>
    public void Confirm(int index)
    {
        if ((uint)index < (uint)_known.Length)
        {
            Volatile.Write(ref _known[index], _values[index]);
        }
    }

    /// <summary>Notes that the host is told a value of a held parameter.</summary>
    public void Confirm(int index, float value) => Volatile.Write(ref _known[index], value);

    /// <summary>
    /// A hand in the window takes a parameter: the host learns its values from the gesture, and from here only what it does not know when
    /// the gesture is over.
    /// </summary>
    public void Hold(int index) => Interlocked.Increment(ref _holds[index]);

    /// <summary>Whether a hand holds a parameter, or the host has not got the end of its gesture.</summary>
    public bool IsHeld(int index) => Volatile.Read(ref _holds[index]) > 0;

    /// <summary>The host has got a gesture. The next may have begun.</summary>
    public void Release(int index) => Interlocked.Decrement(ref _holds[index]);

    /// <summary>Notes that the host reads all values anew, as it does after it selected a program or loaded a state.</summary>
    public void ConfirmAll()
    {
        for (int index = 0; index < _known.Length; index++)
        {
            Confirm(index);
        }
    }

    /// <summary>Notes that the host reads all values anew, if there is one that it does not know.</summary>
    /// <returns>Whether there is one; costs one comparison if nothing was set since.</returns>
    public bool ConfirmNews()
    {
        int version = _values.Version;
        if (version == Volatile.Read(ref _version))
        {
            return false;
        }

        bool hasNews = false;
        bool hasHeld = false;
        for (int index = 0; index < _known.Length; index++)
        {
            bool isNews = _values[index] != Volatile.Read(ref _known[index]);
            hasHeld |= isNews && IsHeld(index);
            hasNews |= isNews && !IsHeld(index);
        }

        if (hasNews)
        {
            ConfirmAll();
        }

        if (!hasHeld)
        {
            Volatile.Write(ref _version, version);
        }

        return hasNews;
    }

    /// <summary>Notifies the host of the values that it does not know. Costs one comparison if nothing was set since.</summary>
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

            if (value != known && IsHeld(index))
            {
                isAccepted = false;
                continue;
            }

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
