namespace DrumSpace.Abi.Vst2;

/// <summary>The bits of <see cref="VstTimeInfo.Flags"/>; as a mask, what a plugin asks for.</summary>
[Flags]
public enum TimeInfoFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Play, cycle or record state changed; several hosts set it in every block, so it signals nothing.</summary>
    TransportChanged = 1,

    /// <summary>The transport rolls.</summary>
    TransportPlaying = 1 << 1,

    /// <summary>The transport loops.</summary>
    TransportCycleActive = 1 << 2,

    /// <summary>The transport records.</summary>
    TransportRecording = 1 << 3,

    /// <summary>Automation is written.</summary>
    AutomationWriting = 1 << 6,

    /// <summary>Automation is read.</summary>
    AutomationReading = 1 << 7,

    /// <summary><see cref="VstTimeInfo.NanoSeconds"/> is valid.</summary>
    NanosValid = 1 << 8,

    /// <summary><see cref="VstTimeInfo.PpqPos"/> is valid.</summary>
    PpqPosValid = 1 << 9,

    /// <summary><see cref="VstTimeInfo.Tempo"/> is valid.</summary>
    TempoValid = 1 << 10,

    /// <summary><see cref="VstTimeInfo.BarStartPos"/> is valid.</summary>
    BarsValid = 1 << 11,

    /// <summary>The cycle's start and end are valid.</summary>
    CyclePosValid = 1 << 12,

    /// <summary>The time signature is valid.</summary>
    TimeSigValid = 1 << 13,

    /// <summary>The SMPTE fields are valid.</summary>
    SmpteValid = 1 << 14,

    /// <summary><see cref="VstTimeInfo.SamplesToNextClock"/> is valid.</summary>
    ClockValid = 1 << 15,
}
