using DrumSpace.Engine;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin;

/// <summary>
/// Controllers, on any channel: by <see cref="MidiMappings"/>, and as NRPN, whose number is the parameter's index. The command "learn" maps
/// the next controller to the parameter touched last, and "forget" drops that parameter's mappings.
/// </summary>
/// <remarks>
/// Hosts do not tell a hand from automation. So a parameter counts as touched when it begins to move: when it is set to another value by
/// the host after a while in which it was not set at all. A curve that goes on and on touches its parameter once, at its beginning, and a
/// knob turned afterwards stays the one touched last. While the host does not process, every change is a touch. States, programs and
/// controllers touch nothing.
/// </remarks>
public sealed partial class PluginCore
{
    // Seconds without being set, after which a parameter stands still.
    private const double StandStill = 0.5;

    private readonly MidiMappings _mappings = new();
    private readonly NrpnDecoder _nrpn = new();
    private readonly long[] _lastSets = [.. Enumerable.Repeat(long.MinValue / 2, ParameterTable.Count)];
    private long _playedFrames;
    private int _touched = -1;
    private bool _isResumed;

    /// <summary>The index of the parameter touched last; -1 before any was. Any thread.</summary>
    public int Touched => Volatile.Read(ref _touched);

    /// <summary>Sets a parameter because the host says so, by hand or by automation. Any thread; no allocation, no lock, no wait.</summary>
    /// <param name="index">Its index; one that no parameter has changes nothing.</param>
    /// <param name="normalized">0 to 1.</param>
    public void SetByHost(int index, float normalized)
    {
        if ((uint)index >= (uint)_lastSets.Length)
        {
            return;
        }

        float before = Parameters[index];
        Parameters[index] = normalized;
        long now = Volatile.Read(ref _playedFrames);
        long last = Interlocked.Exchange(ref _lastSets[index], now);
        bool stoodStill = !Volatile.Read(ref _isResumed) || now - last > StandStill * _sampleRate;
        if (stoodStill && Parameters[index] != before && index != ParameterTable.Learn.Index)
        {
            Volatile.Write(ref _touched, index);
        }
    }

    /// <summary>Sets a parameter to what a person typed. Main thread.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="normalized">0 to 1.</param>
    public void SetByHand(int index, float normalized)
    {
        Parameters[index] = normalized;
        if (index != ParameterTable.Learn.Index)
        {
            Volatile.Write(ref _touched, index);
        }
    }

    /// <summary>Acts on a controller. Audio thread.</summary>
    /// <returns>Whether it is the plugin's.</returns>
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

        Learn(midi);
        int parameter = _mappings[midi.Data1];
        if (parameter < 0)
        {
            return false;
        }

        Move(parameter, midi.Data2 / 127f);
        return true;
    }

    private void Learn(in MidiEvent midi)
    {
        int touched = Touched;
        bool isLearning = Parameters.Get(ParameterTable.Learn) == LearnCommand.Learn;
        if (isLearning && touched >= 0 && MidiMappings.CanLearn(midi.Data1, midi.Data2))
        {
            _mappings.Map(midi.Data1, touched);
            Parameters[ParameterTable.Learn] = 0;
        }
    }

    // With the parameters, once a change.
    private void ApplyForgetting()
    {
        if (Parameters.Get(ParameterTable.Learn) == LearnCommand.Forget)
        {
            _mappings.Unmap(Touched);
            Parameters[ParameterTable.Learn] = 0;
        }
    }

    // What steps goes to the nearest of its steps: a switch is on from 64 up.
    private void Move(int parameter, float value)
    {
        if (parameter < ParameterTable.Count)
        {
            Parameters[parameter] = ParameterTable.All[parameter].Range.Nearest(value);
        }
    }
}
