using System.Runtime.InteropServices;

namespace DrumSpace.Abi.Clap;

/// <summary>A host's musical time. Beats are quarter notes; positions are fixed-point numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ClapEventTransport
{
    /// <summary>The fixed-point numbers' unit: one beat or one second.</summary>
    public const double Unit = 1L << 31;

    /// <summary>A header of type <see cref="ClapEventType.Transport"/>.</summary>
    public ClapEventHeader Header;

    /// <summary>What is valid, and the transport's state.</summary>
    public ClapTransportFlags Flags;

    /// <summary>The position in beats, times <see cref="Unit"/>.</summary>
    public long SongPositionBeats;

    /// <summary>The position in seconds, times <see cref="Unit"/>.</summary>
    public long SongPositionSeconds;

    /// <summary>Beats a minute.</summary>
    public double Tempo;

    /// <summary>What the tempo grows by with each frame, until the next transport event.</summary>
    public double TempoIncrement;

    /// <summary>The loop's start in beats, times <see cref="Unit"/>.</summary>
    public long LoopStartBeats;

    /// <summary>The loop's end in beats, times <see cref="Unit"/>.</summary>
    public long LoopEndBeats;

    /// <summary>The loop's start in seconds, times <see cref="Unit"/>.</summary>
    public long LoopStartSeconds;

    /// <summary>The loop's end in seconds, times <see cref="Unit"/>.</summary>
    public long LoopEndSeconds;

    /// <summary>The current bar's start in beats, times <see cref="Unit"/>.</summary>
    public long BarStart;

    /// <summary>The bar's number; the one at position 0 has number 0.</summary>
    public int BarNumber;

    /// <summary>Beats in a bar.</summary>
    public ushort TimeSignatureNumerator;

    /// <summary>The note value of a beat.</summary>
    public ushort TimeSignatureDenominator;
}
