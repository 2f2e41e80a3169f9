using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Input;

/// <summary>The key of the parameter Fill Key: while it is down, Fill Now is on.</summary>
/// <remarks>Audio thread. Does not allocate, lock, wait or throw.</remarks>
internal sealed class FillKey(ParameterStore parameters)
{
    private const int None = -1;

    private int _channel = None;
    private int _note;

    /// <summary>Whether a message releases the key that is down.</summary>
    public bool IsRelease(in MidiEvent midi) => (midi.Status & 0x0F) == _channel
        && (midi.Data1 == _note || midi.Data1 == ThruNotes.AllKeys)
        && (MidiStatus.Of(midi.Status) == MidiStatus.NoteOff || (MidiStatus.Of(midi.Status) == MidiStatus.NoteOn && midi.Data2 == 0));

    /// <summary>Takes a note-on.</summary>
    /// <returns>Whether it was the key.</returns>
    public bool Press(in MidiEvent midi)
    {
        if (midi.Data1 != parameters.Get(ParameterTable.FillKey))
        {
            return false;
        }

        _channel = midi.Status & 0x0F;
        _note = midi.Data1;
        parameters.Set(ParameterTable.FillNow, true);
        return true;
    }

    /// <summary>Releases the key, if it is down on a channel.</summary>
    /// <param name="channel">0 to 15.</param>
    public void ReleaseOn(int channel)
    {
        if (channel == _channel)
        {
            Release();
        }
    }

    /// <summary>Releases the key, if it is down.</summary>
    public void Release()
    {
        if (_channel != None)
        {
            _channel = None;
            parameters.Set(ParameterTable.FillNow, false);
        }
    }
}
