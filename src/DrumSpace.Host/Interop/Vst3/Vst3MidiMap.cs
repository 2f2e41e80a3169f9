using DrumSpace.Abi.Vst3;

namespace DrumSpace.Host.Interop.Vst3;

/// <summary>Which parameters MIDI controllers move: VST 3 has no other way for them into a plugin.</summary>
/// <remarks>A look-up neither locks nor allocates, and may come while the main thread reads the assignments.</remarks>
internal sealed unsafe class Vst3MidiMap(Vst3Handle plugin, IReadOnlyList<Vst3Parameter> parameters, Vst3Programs programs)
{
    private const int ChannelCount = 16;
    private const double MaxData = 127;
    private const double MaxPitchBend = 16383;

    private readonly Vst3Parameter?[] _assigned = new Vst3Parameter?[ChannelCount * Vst3Controller.Count];

    /// <summary>Asks the plugin for its assignments again. Main thread.</summary>
    public void Read()
    {
        Dictionary<uint, Vst3Parameter> byId = [];
        foreach (Vst3Parameter parameter in parameters)
        {
            byId.TryAdd(parameter.Id, parameter);
        }

        bool isMapped = plugin.MidiMapping != null && plugin.BusCount(Vst3MediaType.Event, Vst3BusDirection.Input) > 0;
        for (int index = 0; isMapped && index < _assigned.Length; index++)
        {
            (int channel, int controller) = Math.DivRem(index, Vst3Controller.Count);
            uint id = 0;
            int result = plugin.MidiMapping->Vtbl->GetMidiControllerAssignment(
                plugin.MidiMapping, 0, (short)channel, (short)controller, &id);
            _assigned[index] = result == Vst3Result.Ok ? byId.GetValueOrDefault(id) : null;
        }
    }

    /// <summary>Finds the parameter that a message moves.</summary>
    /// <param name="message">Any channel message that is no note.</param>
    /// <param name="value">The parameter's value, 0 to 1.</param>
    /// <returns>Null if there is none.</returns>
    public Vst3Parameter? Find(in ShortMessage message, out double value)
    {
        (int controller, value) = (message.Status & 0xF0) switch
        {
            0xB0 => ((int)message.Data1, message.Data2 / MaxData),
            0xD0 => (Vst3Controller.AfterTouch, message.Data1 / MaxData),
            0xE0 => (Vst3Controller.PitchBend, (message.Data1 | (message.Data2 << 7)) / MaxPitchBend),
            _ => (-1, 0),
        };
        if ((message.Status & 0xF0) == 0xC0 && message.Data1 < programs.Count)
        {
            value = programs.ValueOf(message.Data1);
            return programs.Parameter;
        }

        return controller < 0 ? null : _assigned[(message.Channel * Vst3Controller.Count) + (controller & 0xFF)];
    }
}
