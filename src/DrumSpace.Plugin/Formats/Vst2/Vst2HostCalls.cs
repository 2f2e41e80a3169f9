using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The calls from the plugin to its host. Each takes as long as the host takes.</summary>
internal readonly unsafe struct Vst2HostCalls(
    AEffect* effect, delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host)
{
    // Ardour fills only the fields that are asked for.
    private const TimeInfoFlags AllFields = TimeInfoFlags.TransportPlaying | TimeInfoFlags.NanosValid | TimeInfoFlags.PpqPosValid
        | TimeInfoFlags.TempoValid | TimeInfoFlags.BarsValid | TimeInfoFlags.CyclePosValid | TimeInfoFlags.TimeSigValid
        | TimeInfoFlags.SmpteValid | TimeInfoFlags.ClockValid;

    private readonly AEffect* _effect = effect;
    private readonly delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> _host = host;

    /// <summary>How fast the host says that it processes; null if it does not. Audio thread.</summary>
    public RenderSpeed? AnnouncedSpeed => (int)_host(_effect, HostOpcode.GetCurrentProcessLevel, 0, 0, null, 0) switch
    {
        ProcessLevel.Unknown => null,
        ProcessLevel.Offline => RenderSpeed.Offline,
        _ => RenderSpeed.RealTime,
    };

    /// <summary>Asks for MIDI, as plugins did before VST 2.4; some newer hosts still wait for it. Main thread.</summary>
    public void WantMidi() => _host(_effect, HostOpcode.WantMidi, 0, 1, null, 0);

    /// <summary>Asks the host to read the texts of programs and parameters again. Main thread.</summary>
    public void UpdateDisplay() => _host(_effect, HostOpcode.UpdateDisplay, 0, 0, null, 0);

    /// <summary>Sends events of the block, within process. Ignores the answer: Ardour and JUCE return 0 when they accept them.</summary>
    public void SendEvents(VstEvents* events) => _host(_effect, HostOpcode.ProcessEvents, 0, 0, events, 0);

    /// <summary>Notifies the host of a parameter that moved without it. Audio thread or main thread. True: hosts cannot refuse.</summary>
    public bool Automate(int index, float value)
    {
        _host(_effect, HostOpcode.Automate, index, 0, null, value);
        return true;
    }

    /// <summary>Tells the host that a hand takes a parameter. Main thread.</summary>
    public void BeginEdit(int index) => _host(_effect, HostOpcode.BeginEdit, index, 0, null, 0);

    /// <summary>Tells the host that the hand lets a parameter go. Main thread.</summary>
    public void EndEdit(int index) => _host(_effect, HostOpcode.EndEdit, index, 0, null, 0);

    /// <summary>Asks the host to give the window's parent another size, in pixels. Main thread.</summary>
    public void SizeWindow(int width, int height) => _host(_effect, HostOpcode.SizeWindow, width, height, null, 0);

    /// <summary>Reads the time at the block's first frame, within process. No field is known if the host has no time.</summary>
    public HostTime GetTime()
    {
        VstTimeInfo* info = (VstTimeInfo*)_host(_effect, HostOpcode.GetTime, 0, (nint)AllFields, null, 0);
        return info == null ? default : Convert(*info);
    }

    /// <summary>Reads a host's time and ignores what is impossible.</summary>
    internal static HostTime Convert(in VstTimeInfo info)
    {
        TimeInfoFlags flags = info.Flags;
        const TimeInfoFlags cycle = TimeInfoFlags.TransportCycleActive | TimeInfoFlags.CyclePosValid;
        return new HostTime
        {
            IsPlaying = (flags & TimeInfoFlags.TransportPlaying) != 0,
            HasPpq = (flags & TimeInfoFlags.PpqPosValid) != 0 && double.IsFinite(info.PpqPos),
            Ppq = info.PpqPos,
            HasTempo = (flags & TimeInfoFlags.TempoValid) != 0 && double.IsFinite(info.Tempo) && info.Tempo > 0,
            Tempo = info.Tempo,
            HasTimeSignature = (flags & TimeInfoFlags.TimeSigValid) != 0 && info.TimeSigNumerator > 0 && info.TimeSigDenominator > 0,
            Numerator = info.TimeSigNumerator,
            Denominator = info.TimeSigDenominator,
            HasBarStart = (flags & TimeInfoFlags.BarsValid) != 0 && double.IsFinite(info.BarStartPos),
            BarStart = info.BarStartPos,
            IsLooping = (flags & cycle) == cycle && double.IsFinite(info.CycleStartPos) && double.IsFinite(info.CycleEndPos)
                && info.CycleEndPos > info.CycleStartPos,
            LoopStart = info.CycleStartPos,
            LoopEnd = info.CycleEndPos,
        };
    }
}
