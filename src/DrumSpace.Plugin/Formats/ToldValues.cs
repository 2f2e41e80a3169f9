using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats;

/// <summary>
/// What the host believes the parameters to be, so that it is told of those that moved without it: by MIDI, or a command that went back by
/// itself. Looked through only after something moved.
/// </summary>
/// <remarks><see cref="Next"/> on the audio thread, the others on any; no allocation, no lock, no wait.</remarks>
internal sealed class ToldValues(ParameterStore values)
{
    private readonly ParameterStore _values = values;
    private readonly float[] _told = [.. Enumerable.Range(0, ParameterTable.Count).Select(index => values[index])];
    private int _seenVersion;
    private int _lookedVersion;

    /// <summary>Notes that the host knows a parameter's value.</summary>
    /// <param name="index">Its index; one that no parameter has does nothing.</param>
    /// <param name="value">The value.</param>
    public void Told(int index, float value)
    {
        if ((uint)index < (uint)_told.Length)
        {
            Volatile.Write(ref _told[index], value);
        }
    }

    /// <summary>Notes that the host asks for all values anew, as it does after it chose a program or gave a state.</summary>
    public void ToldAll()
    {
        for (int index = 0; index < _told.Length; index++)
        {
            Told(index, _values[index]);
        }
    }

    /// <summary>Finds the next parameter that the host has to be told of. The caller goes on until there is none.</summary>
    /// <param name="index">Where to begin to look; set to the parameter.</param>
    /// <returns>False at the end, after which all is known unless <see cref="Retry"/> says otherwise.</returns>
    public bool Next(ref int index)
    {
        if (index == 0)
        {
            _lookedVersion = _values.Version;
            if (_lookedVersion == _seenVersion)
            {
                return false;
            }
        }

        for (; index < _told.Length; index++)
        {
            if (_values[index] != Volatile.Read(ref _told[index]))
            {
                return true;
            }
        }

        _seenVersion = _lookedVersion;
        return false;
    }

    /// <summary>The host did not take what it was told: it is to be told again.</summary>
    public void Retry() => _seenVersion = _lookedVersion - 1;
}
