using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Jack;

/// <summary>A position of JACK's transport, as its clients and the server exchange it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal unsafe struct JackPosition
{
    public ulong Unique1;
    public ulong Microseconds;
    public uint FrameRate;
    public uint Frame;
    public JackPositionFields Valid;
    public int Bar;
    public int Beat;
    public int Tick;
    public double BarStartTick;
    public float BeatsPerBar;
    public float BeatType;
    public double TicksPerBeat;
    public double BeatsPerMinute;
    public double FrameTime;
    public double NextTime;
    public uint BbtOffset;
    public float AudioFramesPerVideoFrame;
    public uint VideoOffset;
    public double TickDouble;
    public fixed int Padding[5];
    public ulong Unique2;
}
