using DrumSpace.Engine;
using DrumSpace.Plugin.Incoming;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// MIDI thru: channel messages that the plugin does not act on go to the output at their frames, among its own notes, bypassed or not. What
/// was passed ends: when its sender ends it, and else when thru is switched off, the transport stops, the host suspends, or messages were
/// lost. Audio thread.
/// </summary>
public sealed partial class PluginCore
{
    private readonly PassedNotes _passed = new();
    private bool _mustEndPassed;
    private bool _wasPlaying;

    /// <summary>Whether messages pass; a format may pass on at their frames what is no short message.</summary>
    public bool IsPassing => Parameters.Get(ParameterTable.Thru);

    private void Pass(in MidiEvent midi, MidiSink output)
    {
        if ((IsPassing || _passed.Ends(midi)) && _passed.Follow(midi))
        {
            output.Add(midi);
        }
    }

    private void EndPassed(int frame, bool isPlaying, MidiSink output)
    {
        if (_passed.Any && (_mustEndPassed || !IsPassing || (_wasPlaying && !isPlaying)))
        {
            _passed.End(frame, output);
        }

        _mustEndPassed = false;
        _wasPlaying = isPlaying;
    }
}
