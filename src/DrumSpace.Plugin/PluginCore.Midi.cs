using DrumSpace.Engine;
using DrumSpace.Engine.Memory;
using DrumSpace.Plugin.Incoming;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// What comes in as MIDI, on any channel, each message at its own frame: a program change selects a program; controllers move parameters;
/// and the octave of the parameter Slot Keys chooses slots: its first eight keys, black ones included, the slots 1 to 8, and the ninth the
/// knobs. What the plugin acts on is not passed on to the output.
/// </summary>
public sealed partial class PluginCore
{
    private readonly IncomingMidi _incoming = new();

    /// <summary>
    /// Takes a message of the coming block. Audio thread, before <see cref="Process"/>: no allocation, no lock, no wait. System messages
    /// are passed over.
    /// </summary>
    /// <param name="midi">The message; a frame outside of the block counts as its first or last.</param>
    public void QueueMidi(in MidiEvent midi)
    {
        if (midi.Status is >= MidiKind.NoteOff and < MidiKind.System)
        {
            _incoming.Add(midi with { Data1 = (byte)(midi.Data1 & 0x7F), Data2 = (byte)(midi.Data2 & 0x7F) });
        }
    }

    /// <summary>Whether the block has to be cut at a message: whether anything is different after it.</summary>
    private bool Matters(in MidiEvent midi) =>
        IsPassing || MidiKind.Of(midi.Status) is MidiKind.Controller or MidiKind.Program or MidiKind.NoteOn || _passed.Ends(midi);

    /// <summary>Acts on a message.</summary>
    /// <param name="midi">The message, its frame counted from the start of the host's block.</param>
    /// <param name="output">Where it is passed on to.</param>
    private void Take(in MidiEvent midi, MidiSink output)
    {
        bool isTaken = false;
        switch (MidiKind.Of(midi.Status))
        {
            case MidiKind.Program:
                Programs.Select(midi.Data1);
                isTaken = true;
                break;
            case MidiKind.Controller:
                isTaken = TakeController(midi);
                break;
            case MidiKind.NoteOn when midi.Data2 > 0:
                isTaken = !Hear(midi.Data1, midi.Data2) && TakeSlotKey(midi.Data1);
                break;
        }

        if (!isTaken)
        {
            Pass(midi, output);
        }
    }

    private bool TakeSlotKey(int note)
    {
        int lowest = Parameters.Get(ParameterTable.SlotKeys);
        int key = note - lowest;
        if (lowest < 0 || key is < 0 or > PatternSlots.SlotCount)
        {
            return false;
        }

        Parameters.Set(ParameterTable.Slot, (key + 1) % (PatternSlots.SlotCount + 1));
        return true;
    }
}
