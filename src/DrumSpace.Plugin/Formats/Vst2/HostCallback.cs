using DrumSpace.Abi.Vst2;
using DrumSpace.Engine;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>What the plugin asks its host. Each call runs on the thread that asks and takes as long as the host takes.</summary>
internal readonly unsafe struct HostCallback(AEffect* effect, delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> host)
{
    // Hosts fill only what is asked for (Ardour).
    private const TimeInfoFlags EverythingOfTime = TimeInfoFlags.TransportPlaying | TimeInfoFlags.NanosValid | TimeInfoFlags.PpqPosValid
        | TimeInfoFlags.TempoValid | TimeInfoFlags.BarsValid | TimeInfoFlags.CyclePosValid | TimeInfoFlags.TimeSigValid
        | TimeInfoFlags.SmpteValid | TimeInfoFlags.ClockValid;

    private readonly AEffect* _effect = effect;
    private readonly delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> _host = host;

    /// <summary>A <see cref="Abi.Vst2.ProcessLevel"/>: whether the host renders offline, at another pace than time's.</summary>
    public int Level => (int)_host(_effect, HostOpcode.GetCurrentProcessLevel, 0, 0, null, 0);

    /// <summary>Tells hosts older than VST 2.4 that this plugin takes MIDI; some newer ones still wait for it.</summary>
    public void WantMidi() => _host(_effect, HostOpcode.WantMidi, 0, 1, null, 0);

    /// <summary>Gives the host events of the block. Its answer says nothing: Ardour and JUCE return 0 when they took them.</summary>
    public void SendEvents(VstEvents* events) => _host(_effect, HostOpcode.ProcessEvents, 0, 0, events, 0);

    /// <summary>Tells that a parameter moved.</summary>
    public void Automate(int index, float value) => _host(_effect, HostOpcode.Automate, index, 0, null, value);

    /// <summary>The time at the block's first frame; nothing is known of it where the host gives none.</summary>
    public HostTime GetTime()
    {
        VstTimeInfo* info = (VstTimeInfo*)_host(_effect, HostOpcode.GetTime, 0, (nint)EverythingOfTime, null, 0);
        return info == null ? default : Convert(*info);
    }

    /// <summary>Takes what a host says of time, leaving out what cannot be.</summary>
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
