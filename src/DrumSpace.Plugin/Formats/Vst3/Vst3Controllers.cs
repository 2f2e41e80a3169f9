using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;
using DrumSpace.Plugin.Input;

namespace DrumSpace.Plugin.Formats.Vst3;

/// <summary>
/// The controllers of MIDI. VST 3 gives a plugin none, but moves the parameters that it names for them: there is a hidden one for every
/// controller of every channel, the pressure of a channel and the pitch wheel included, which becomes the message that it was. So learnt
/// controllers, NRPN, channel mode and MIDI thru are what they are in the other formats.
/// </summary>
/// <remarks>Any thread. Does not allocate, lock or wait.</remarks>
internal sealed class Vst3Controllers
{
    /// <summary>How many parameters there are.</summary>
    public const int Count = Channels * Vst3Controller.Count;

    private const int Channels = 16;
    private const int MaxWheel = 0x3FFF;

    // Far from the ids of the parameters, which count from 0. The channel is in the bits from 8 up, the controller in those below.
    private const uint FirstId = 0x4D430000;

    private readonly float[] _values = new float[Count];

    /// <summary>The value that a host gave last, 0 to 1; 0 for an id of something else.</summary>
    /// <param name="id">The id of a parameter.</param>
    public float this[uint id]
    {
        get => TryFind(id, out int index) ? Volatile.Read(ref _values[index]) : 0;
        set
        {
            if (TryFind(id, out int index))
            {
                Volatile.Write(ref _values[index], value);
            }
        }
    }

    /// <summary>The id of the parameter of a controller.</summary>
    /// <param name="channel">0 to 15.</param>
    /// <param name="controller">0 to <see cref="Vst3Controller.Count"/> - 1.</param>
    /// <returns>Null where there is no such controller.</returns>
    public static uint? IdOf(int channel, int controller) =>
        channel is >= 0 and < Channels && controller is >= 0 and < Vst3Controller.Count
            ? FirstId | ((uint)channel << 8) | (uint)controller
            : null;

    /// <summary>The id of a parameter by its number.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public static uint IdAt(int index) => IdOf(index / Vst3Controller.Count, index % Vst3Controller.Count)!.Value;

    /// <summary>Whether an id is that of a controller's parameter.</summary>
    public static bool Is(uint id) => TryFind(id, out _);

    // Ardour leaves parameters of such a name out of its lists.
    /// <summary>The name of a parameter.</summary>
    public static string NameOf(uint id) => $"MIDI CC {ControllerOf(id)} (channel {ChannelOf(id) + 1})";

    /// <summary>The text of a value.</summary>
    public static string Format(uint id, double value) => ControllerOf(id) == Vst3Controller.PitchBend
        ? $"{WheelOf(value) - (MaxWheel / 2) - 1}"
        : $"{DataOf(value)}";

    /// <summary>The message that a value is.</summary>
    /// <param name="id">The id of a controller's parameter.</param>
    /// <param name="value">0 to 1.</param>
    public static MidiEvent ToMidi(uint id, double value)
    {
        int controller = ControllerOf(id);
        int wheel = WheelOf(value);
        return controller switch
        {
            Vst3Controller.PitchBend =>
                new MidiEvent(0, Status(MidiStatus.PitchBend, id), (byte)(wheel & 0x7F), (byte)(wheel >> 7)),
            Vst3Controller.AfterTouch => new MidiEvent(0, Status(MidiStatus.ChannelPressure, id), DataOf(value), 0),
            _ => new MidiEvent(0, Status(MidiStatus.Controller, id), (byte)controller, DataOf(value)),
        };
    }

    private static int ChannelOf(uint id) => (int)(id >> 8) & 0xFF;

    private static int ControllerOf(uint id) => (int)id & 0xFF;

    private static byte Status(int status, uint id) => (byte)(status | ChannelOf(id));

    private static byte DataOf(double value) => (byte)Math.Round(value * 127);

    private static int WheelOf(double value) => (int)Math.Round(value * MaxWheel);

    private static bool TryFind(uint id, out int index)
    {
        index = (ChannelOf(id) * Vst3Controller.Count) + ControllerOf(id);
        return (id & 0xFFFF0000) == FirstId && ChannelOf(id) < Channels && ControllerOf(id) < Vst3Controller.Count;
    }
}
