namespace DrumSpace.Host;

/// <summary>How a WAV file holds a sample.</summary>
public enum WavEncoding
{
    /// <summary>16-bit integers.</summary>
    Pcm16,

    /// <summary>24-bit integers.</summary>
    Pcm24,

    /// <summary>32-bit IEEE floats, which keep what lies above full scale.</summary>
    Float32,
}
