namespace DrumSpace.Engine;

/// <summary>
/// What a host says of musical time at the first frame of a block. Every field that a host may leave out has a flag; hosts round
/// <see cref="Ppq"/>, so it is taken as a hint, never as the sample-accurate truth.
/// </summary>
public struct HostTime
{
    /// <summary>Whether the transport rolls.</summary>
    public bool IsPlaying;

    /// <summary>Whether <see cref="Ppq"/> is known.</summary>
    public bool HasPpq;

    /// <summary>The position in quarter notes.</summary>
    public double Ppq;

    /// <summary>Whether <see cref="Tempo"/> is known.</summary>
    public bool HasTempo;

    /// <summary>The tempo in quarter notes a minute.</summary>
    public double Tempo;

    /// <summary>Whether the time signature is known.</summary>
    public bool HasTimeSignature;

    /// <summary>Beats in a bar.</summary>
    public int Numerator;

    /// <summary>The note value of a beat: 4 for quarters.</summary>
    public int Denominator;

    /// <summary>Whether <see cref="BarStart"/> is known.</summary>
    public bool HasBarStart;

    /// <summary>The position of the current bar's start in quarter notes.</summary>
    public double BarStart;

    /// <summary>Whether the host loops, and <see cref="LoopStart"/> and <see cref="LoopEnd"/> are known.</summary>
    public bool IsLooping;

    /// <summary>The loop's start in quarter notes.</summary>
    public double LoopStart;

    /// <summary>The loop's end in quarter notes.</summary>
    public double LoopEnd;

    /// <summary>
    /// Becomes what is known of the rest of a block of which a part is processed: a song that runs has moved on from the position.
    /// </summary>
    public void MoveOn() => HasPpq &= !IsPlaying;
}
