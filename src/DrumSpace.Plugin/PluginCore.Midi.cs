using DrumSpace.Engine;
using DrumSpace.Engine.Memory;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// What comes in as MIDI, on any channel, each message at its own frame: a program change selects a program; controllers move parameters;
/// and the octave of the parameter Slot Keys chooses slots: its first eight keys, black ones included, the slots 1 to 8, and the ninth the
/// knobs. What the plugin acts on is not passed on to the output.
/// </summary>
public sealed partial class PluginCore
{
    private readonly MidiInput _midiInput = new();

    /// <summary>
    /// Takes a message of the coming block. Audio thread, before <see cref="Process"/>: no allocation, no lock, no wait. System messages
    /// are passed over.
    /// </summary>
    /// <param name="midi">The message; a frame outside of the block counts as its first or last.</param>
    public void QueueMidi(in MidiEvent midi)
    {
        if (midi.Status is >= MidiStatus.NoteOff and < MidiStatus.System)
        {
            _midiInput.Add(midi with { Data1 = (byte)(midi.Data1 & 0x7F), Data2 = (byte)(midi.Data2 & 0x7F) });
        }
    }

    /// <summary>Queues the end of passed notes at the coming block's first frame. Audio thread; no allocation, no lock, no wait.</summary>
    /// <param name="channel">0 to 15; -1 for all.</param>
    /// <param name="key">0 to 127; -1 for all.</param>
    /// <param name="velocity">0 to 127; of a single key.</param>
    public void QueueNoteOff(int channel, int key, byte velocity)
    {
        for (int each = Math.Max(channel, 0); each <= (channel < 0 ? 15 : channel); each++)
        {
            _midiInput.Add(new MidiEvent(0, (byte)(MidiStatus.NoteOff | each), key < 0 ? ThruNotes.AllKeys : (byte)key, velocity));
        }
    }

    /// <summary>Whether the block has to be cut at a message: whether anything is different after it.</summary>
    private bool IsRelevant(in MidiEvent midi) =>
        IsPassing || MidiStatus.Of(midi.Status) is MidiStatus.Controller or MidiStatus.Program or MidiStatus.NoteOn || _thruNotes.IsRelease(midi);

    /// <summary>Acts on a message.</summary>
    /// <param name="midi">The message, its frame counted from the start of the host's block.</param>
    /// <param name="output">Where it is passed on to.</param>
    private void Handle(in MidiEvent midi, MidiSink output)
    {
        bool isHandled = false;
        switch (MidiStatus.Of(midi.Status))
        {
            case MidiStatus.Program:
                Programs.Select(midi.Data1);
                isHandled = true;
                break;
            case MidiStatus.Controller:
                isHandled = HandleController(midi);
                break;
            case MidiStatus.NoteOn when midi.Data2 > 0:
                isHandled = !Hear(midi.Data1, midi.Data2) && HandleSlotKey(midi.Data1);
                break;
        }

        if (!isHandled)
        {
            Pass(midi, output);
        }
    }

    private bool HandleSlotKey(int note)
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
