using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Vst2;

/// <summary>The host's musical time at the first frame of the block.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VstTimeInfo
{
    /// <summary>Position in frames; always valid.</summary>
    public double SamplePos;

    /// <summary>Frames a second; always valid.</summary>
    public double SampleRate;

    /// <summary>System time in nanoseconds.</summary>
    public double NanoSeconds;

    /// <summary>Position in quarter notes.</summary>
    public double PpqPos;

    /// <summary>Quarter notes a minute.</summary>
    public double Tempo;

    /// <summary>The last bar's start in quarter notes.</summary>
    public double BarStartPos;

    /// <summary>The loop's start in quarter notes.</summary>
    public double CycleStartPos;

    /// <summary>The loop's end in quarter notes.</summary>
    public double CycleEndPos;

    /// <summary>Beats in a bar.</summary>
    public int TimeSigNumerator;

    /// <summary>The note value of a beat.</summary>
    public int TimeSigDenominator;

    /// <summary>SMPTE offset in subframes.</summary>
    public int SmpteOffset;

    /// <summary>SMPTE frame rate.</summary>
    public int SmpteFrameRate;

    /// <summary>Frames to the next MIDI clock (24 a quarter).</summary>
    public int SamplesToNextClock;

    /// <summary>What is valid, and the transport's state.</summary>
    public TimeInfoFlags Flags;
}
