using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>snd_seq_real_time_t: a queue's time since it was started.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SequencerTime
{
    private const double NanosPerSecond = 1e9;

    public uint Whole;
    public uint Nanos;

    /// <summary>In seconds.</summary>
    public readonly double Seconds => Whole + Nanos / NanosPerSecond;

    /// <summary>A time of seconds from 0, to the nanosecond.</summary>
    public static SequencerTime Of(double seconds)
    {
        long nanos = (long)Math.Round(Math.Max(seconds, 0) * NanosPerSecond);
        return new SequencerTime { Whole = (uint)(nanos / (long)NanosPerSecond), Nanos = (uint)(nanos % (long)NanosPerSecond) };
    }
}
