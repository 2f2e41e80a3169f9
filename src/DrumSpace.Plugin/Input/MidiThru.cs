using DrumSpace.Engine;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// Passes channel messages that the plugin does not act on to the output, at their frames, bypassed or not. Passed notes end: when their
/// sender ends them, and else when thru is switched off, the transport stops, the host suspends, or messages were lost.
/// </summary>
/// <remarks>Audio thread. Does not allocate, lock, wait or throw.</remarks>
internal sealed class MidiThru(ParameterStore parameters)
{
    private readonly ThruNotes _notes = new();
    private bool _mustRelease;
    private bool _wasPlaying;

    /// <summary>Whether messages pass.</summary>
    public bool IsOn => parameters.Get(ParameterTable.Thru);

    /// <summary>Whether a message matters here.</summary>
    public bool IsRelevant(in MidiEvent midi) => IsOn || _notes.IsRelease(midi);

    /// <summary>
    /// Passes a message. What ends all notes or resets all controllers of its channel goes after the single releases, for receivers that
    /// ignore it.
    /// </summary>
    public void Pass(in MidiEvent midi, MidiSink output)
    {
        int channel = midi.Status & 0x0F;
        bool isController = MidiStatus.Of(midi.Status) == MidiStatus.Controller;
        if (midi.Data1 == ThruNotes.AllKeys || (isController && ChannelMode.EndsNotes(midi.Data1)))
        {
            _notes.ReleaseKeys(channel, midi.Frame, output);
        }
        else if (isController && midi.Data1 == ChannelMode.ResetControllers)
        {
            _notes.ReleasePedal(channel, midi.Frame, output);
        }

        if (midi.Data1 != ThruNotes.AllKeys && IsRelevant(midi) && _notes.Track(midi))
        {
            output.Add(midi);
        }
    }

    /// <summary>Has passed notes end with the next <see cref="Follow"/>.</summary>
    public void ReleaseLater() => _mustRelease = true;

    /// <summary>Ends passed notes where they must.</summary>
    public void Follow(int frame, bool isPlaying, MidiSink output)
    {
        if (_notes.Any && (_mustRelease || !IsOn || (_wasPlaying && !isPlaying)))
        {
            _notes.ReleaseAll(frame, output);
        }

        _mustRelease = false;
        _wasPlaying = isPlaying;
    }
}
