using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst3;

/// <summary>ProcessContext::StatesAndFlags: the transport's state, and which fields count.</summary>
[Flags]
public enum Vst3ContextFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The song plays.</summary>
    Playing = 1 << 1,

    /// <summary>The loop is on.</summary>
    CycleActive = 1 << 2,

    /// <summary>The host records.</summary>
    Recording = 1 << 3,

    /// <summary><see cref="Vst3ProcessContext.SystemTime"/>.</summary>
    SystemTimeValid = 1 << 8,

    /// <summary><see cref="Vst3ProcessContext.ProjectTimeMusic"/>.</summary>
    ProjectTimeMusicValid = 1 << 9,

    /// <summary><see cref="Vst3ProcessContext.Tempo"/>.</summary>
    TempoValid = 1 << 10,

    /// <summary><see cref="Vst3ProcessContext.BarPositionMusic"/>.</summary>
    BarPositionValid = 1 << 11,

    /// <summary><see cref="Vst3ProcessContext.CycleStartMusic"/> and <see cref="Vst3ProcessContext.CycleEndMusic"/>.</summary>
    CycleValid = 1 << 12,

    /// <summary><see cref="Vst3ProcessContext.TimeSigNumerator"/> and <see cref="Vst3ProcessContext.TimeSigDenominator"/>.</summary>
    TimeSigValid = 1 << 13,

    /// <summary><see cref="Vst3ProcessContext.SmpteOffsetSubframes"/> and <see cref="Vst3ProcessContext.FrameRate"/>.</summary>
    SmpteValid = 1 << 14,

    /// <summary><see cref="Vst3ProcessContext.SamplesToNextClock"/>.</summary>
    ClockValid = 1 << 15,

    /// <summary><see cref="Vst3ProcessContext.ContinuousTimeSamples"/>.</summary>
    ContTimeValid = 1 << 17,

    /// <summary><see cref="Vst3ProcessContext.Chord"/>.</summary>
    ChordValid = 1 << 18,
}

/// <summary>FrameRate: the frames of film.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3FrameRate
{
    /// <summary>Frames a second.</summary>
    public uint FramesPerSecond;

    /// <summary>Pull-down (1), drop frames (2).</summary>
    public uint Flags;
}

/// <summary>Chord.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3Chord
{
    /// <summary>The lowest note.</summary>
    public byte KeyNote;

    /// <summary>The root.</summary>
    public byte RootNote;

    /// <summary>A bit a note of the octave above the root.</summary>
    public short ChordMask;
}

/// <summary>ProcessContext: the song time at a block's first frame.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Vst3ProcessContext
{
    /// <summary>The transport's state, and which fields count.</summary>
    public Vst3ContextFlags State;

    /// <summary>Frames a second.</summary>
    public double SampleRate;

    /// <summary>The position in frames.</summary>
    public long ProjectTimeSamples;

    /// <summary>The system's time in nanoseconds.</summary>
    public long SystemTime;

    /// <summary>A time in frames that runs on while the song loops.</summary>
    public long ContinuousTimeSamples;

    /// <summary>The position in quarters.</summary>
    public double ProjectTimeMusic;

    /// <summary>The last bar's start in quarters.</summary>
    public double BarPositionMusic;

    /// <summary>The loop's start in quarters.</summary>
    public double CycleStartMusic;

    /// <summary>The loop's end in quarters.</summary>
    public double CycleEndMusic;

    /// <summary>Quarter notes a minute.</summary>
    public double Tempo;

    /// <summary>The meter's numerator.</summary>
    public int TimeSigNumerator;

    /// <summary>The meter's denominator.</summary>
    public int TimeSigDenominator;

    /// <summary>The chord.</summary>
    public Vst3Chord Chord;

    /// <summary>The offset of film in 80ths of its frames.</summary>
    public int SmpteOffsetSubframes;

    /// <summary>The frames of film.</summary>
    public Vst3FrameRate FrameRate;

    /// <summary>The frames to the nearest MIDI clock of 24 a quarter; may be negative.</summary>
    public int SamplesToNextClock;
}
