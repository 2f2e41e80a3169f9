using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>snd_seq_event_t. What it carries is written and read by libasound's own coder.</summary>
[StructLayout(LayoutKind.Explicit, Size = 28)]
internal struct SequencerEvent
{
    /// <summary>SND_SEQ_EVENT_START: starts a queue.</summary>
    public const byte Start = 30;

    /// <summary>SND_SEQ_EVENT_SYSEX.</summary>
    public const byte SystemExclusive = 130;

    /// <summary>SND_SEQ_EVENT_NONE.</summary>
    public const byte None = 255;

    /// <summary>SND_SEQ_TIME_STAMP_REAL, absolute.</summary>
    public const byte RealTime = 1;

    /// <summary>SND_SEQ_ADDRESS_SUBSCRIBERS.</summary>
    public const byte Subscribers = 254;

    [FieldOffset(0)] public byte Type;
    [FieldOffset(1)] public byte Flags;
    [FieldOffset(3)] public byte Queue;
    [FieldOffset(4)] public SequencerTime Time;
    [FieldOffset(12)] public byte SourceClient;
    [FieldOffset(13)] public byte SourcePort;
    [FieldOffset(14)] public byte TargetClient;
    [FieldOffset(15)] public byte TargetPort;
}
