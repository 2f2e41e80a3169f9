namespace DrumSpace.Host;

/// <summary>The format of a sample in a WAV file.</summary>
public enum WavEncoding
{
    /// <summary>16-bit integers.</summary>
    Pcm16,

    /// <summary>24-bit integers.</summary>
    Pcm24,

    /// <summary>32-bit IEEE floats, which keep levels above full scale.</summary>
    Float32,
}
