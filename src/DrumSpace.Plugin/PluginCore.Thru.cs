using DrumSpace.Engine;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// MIDI thru: channel messages that the plugin does not act on go to the output at their frames, among its own notes, bypassed or not. What
/// was passed ends: when its sender ends it, and else when thru is switched off, the transport stops, the host suspends, or messages were
/// lost. Audio thread.
/// </summary>
public sealed partial class PluginCore
{
    private readonly ThruNotes _thruNotes = new();
    private bool _mustReleaseThru;
    private bool _wasPlaying;

    /// <summary>Whether messages pass; a format may pass on at their frames what is no short message.</summary>
    public bool IsPassing => Parameters.Get(ParameterTable.Thru);

    private void Pass(in MidiEvent midi, MidiSink output)
    {
        if (midi.Data1 == ThruNotes.AllKeys)
        {
            _thruNotes.ReleaseKeys(midi.Status & 0x0F, midi.Frame, output);
        }
        else if ((IsPassing || _thruNotes.IsRelease(midi)) && _thruNotes.Track(midi))
        {
            output.Add(midi);
        }
    }

    private void ReleaseThru(int frame, bool isPlaying, MidiSink output)
    {
        if (_thruNotes.Any && (_mustReleaseThru || !IsPassing || (_wasPlaying && !isPlaying)))
        {
            _thruNotes.ReleaseAll(frame, output);
        }

        _mustReleaseThru = false;
        _wasPlaying = isPlaying;
    }
}
