using DrumSpace.Engine;
using DrumSpace.Engine.Slots;
using DrumSpace.Plugin.Commands;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Input;

/// <summary>
/// Acts on incoming MIDI, on any channel: a program change selects a program; controllers move parameters, by <see cref="MidiMappings"/>
/// and as NRPN, whose number is the parameter's index. Notes count on the channel of the parameter Keys Channel: while the command Find
/// listens, they are recorded; the key of the parameter Fill Key plays a fill; the octave of the parameter Slot Keys, if it is switched on,
/// chooses slots: its first eight keys the slots 1 to 8, and the ninth the knobs.
/// <para>
/// Of the channel mode messages, all sound off (120) silences the plugin on whatever channel it comes, since it is meant for panic. All
/// notes off (123 to 127) ends notes that were played from outside, not the plugin's own: keyboards send it whenever the last key goes up.
/// Reset all controllers (121) lifts what is held, and moves no parameter that a song keeps: hosts send it at every stop.
/// </para>
/// </summary>
/// <remarks>Audio thread. Does not allocate, lock, wait or throw.</remarks>
internal sealed class MidiHandler(
    ParameterStore parameters, PlaybackEngine engine, ProgramBank programs, MidiMappings mappings, LearnControllerCommand learn,
    FindPatternCommand find, KitSection kits)
{
    private readonly NrpnDecoder _nrpn = new();
    private readonly FillKey _fillKey = new(parameters);

    /// <summary>Whether a message releases a key that the plugin acts on.</summary>
    public bool IsRelease(in MidiEvent midi) => _fillKey.IsRelease(midi);

    /// <summary>Releases what is held by keys and controllers: their releases may not come any more.</summary>
    public void Release()
    {
        _fillKey.Release();
        LiftControllers();
    }

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
                return HearsKeysOf(midi.Status & 0x0F) && !find.Record(kits.Map, midi.Data1, midi.Data2)
                    && (_fillKey.Press(midi) || HandleSlotKey(midi.Data1));
            case MidiStatus.NoteOn or MidiStatus.NoteOff when _fillKey.IsRelease(midi):
                _fillKey.Release();

                // All keys are others' too.
                return midi.Data1 != ThruNotes.AllKeys;
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

        if (ChannelMode.Is(midi.Data1))
        {
            HandleMode(midi.Data1, midi.Status & 0x0F);
            return false;
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

    private void HandleMode(int mode, int channel)
    {
        if (mode == ChannelMode.AllSoundOff)
        {
            engine.Silence();
        }

        if (ChannelMode.EndsNotes(mode))
        {
            _fillKey.ReleaseOn(channel);
        }
        else if (mode == ChannelMode.ResetControllers)
        {
            LiftControllers();
        }
    }

    private void LiftControllers()
    {
        if (mappings.Has(ParameterTable.FillNow.Index) && parameters.Get(ParameterTable.FillNow))
        {
            parameters.Set(ParameterTable.FillNow, false);
        }
    }

    private bool HearsKeysOf(int channel) => parameters.Get(ParameterTable.KeysChannel) is int only && (only == 0 || only == channel + 1);

    private bool HandleSlotKey(int note)
    {
        int lowest = parameters.Get(ParameterTable.SlotKeys);
        int key = note - lowest;
        if (!parameters.Get(ParameterTable.SlotKeysOn) || lowest < 0 || key is < 0 or > PatternSlots.Count)
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
