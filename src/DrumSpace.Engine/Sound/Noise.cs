namespace DrumSpace.Engine.Sound;

/// <summary>White noise, the same in every run: Marsaglia's 32-bit xorshift (Journal of Statistical Software 8, 14, 2003).</summary>
/// <remarks>Used while samples are made, not on the audio thread.</remarks>
/// <param name="seed">Not 0, from which xorshift never leaves.</param>
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
