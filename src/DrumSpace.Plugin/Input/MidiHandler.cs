using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Commands;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// Acts on incoming MIDI, on any channel: a program change selects a program; controllers move parameters, by <see cref="MidiMappings"/>
/// and as NRPN, whose number is the parameter's index; the octave of the parameter Slot Keys chooses slots: its first eight keys the slots
/// 1 to 8, and the ninth the knobs; while the command Find listens, notes are recorded.
/// </summary>
/// <remarks>Audio thread. Does not allocate, lock, wait or throw.</remarks>
internal sealed class MidiHandler(
    ParameterStore parameters, ProgramBank programs, MidiMappings mappings, LearnControllerCommand learn, FindPatternCommand find,
    KitSection kits)
{
    private readonly NrpnDecoder _nrpn = new();

    /// <summary>Acts on a message.</summary>
    /// <param name="midi">The message.</param>
    /// <returns>Whether the plugin acted on it: it is not passed on then.</returns>
    public bool Handle(in MidiEvent midi)
    {
        switch (MidiStatus.Of(midi.Status))
        {
            case MidiStatus.Program:
                programs.Select(midi.Data1);
                return true;
            case MidiStatus.Controller:
                return HandleController(midi);
            case MidiStatus.NoteOn when midi.Data2 > 0:
                // A recorded note may pass on to the output.
                return !find.Record(kits.Map, midi.Data1, midi.Data2) && HandleSlotKey(midi.Data1);
            default:
                return false;
        }
    }

    private bool HandleController(in MidiEvent midi)
    {
        if (_nrpn.TryDecode(midi.Status & 0x0F, midi.Data1, midi.Data2, out int number, out float value))
        {
            Move(number, value);
        }

        if (NrpnDecoder.Uses(midi.Data1))
        {
            return true;
        }

        learn.Offer(midi);
        int parameter = mappings[midi.Data1];
        if (parameter < 0)
        {
            return false;
        }

        Move(parameter, midi.Data2 / 127f);
        return true;
    }

    private bool HandleSlotKey(int note)
    {
        int lowest = parameters.Get(ParameterTable.SlotKeys);
        int key = note - lowest;
        if (lowest < 0 || key is < 0 or > PatternSlots.Count)
        {
            return false;
        }

        parameters.Set(ParameterTable.Slot, (key + 1) % (PatternSlots.Count + 1));
        return true;
    }

    // Stepped parameters go to the nearest of their steps: a switch is on from 64 up.
    private void Move(int parameter, float value)
    {
        if (parameter < ParameterTable.Count)
        {
            parameters[parameter] = ParameterTable.All[parameter].Range.Nearest(value);
        }
    }
}
