namespace DrumSpace.Engine.Sound;

/// <summary>White noise that is the same in every run: Marsaglia's 32-bit xorshift (Journal of Statistical Software 8, 14, 2003).</summary>
/// <remarks>Used while tables are made, never on the audio thread.</remarks>
internal struct Noise(uint seed)
{
    private uint _state = seed;

    /// <summary>The next value, -1 to 1.</summary>
    public float Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)_state * (1f / int.MaxValue);
    }
}
