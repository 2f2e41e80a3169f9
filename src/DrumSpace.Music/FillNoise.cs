namespace DrumSpace.Music;

/// <summary>
/// The noise by which a seed chooses a fill: independent numbers of the logistic distribution. Added to the logit of a probability, such a
/// number is above 0 exactly as often as the probability says (Maddison et al. 2017).
/// </summary>
public static class FillNoise
{
    // Tells this stream of noise from others of the same seed.
    private const int Stream = 0x46696C6C;

    /// <summary>Writes the noise of a seed. Any thread; no allocation.</summary>
    /// <param name="seed">An equal seed gives equal noise.</param>
    /// <param name="noise">224 numbers, a cell of the fill each; written over.</param>
    public static void Write(int seed, Span<float> noise)
    {
        for (int cell = 0; cell < noise.Length; cell++)
        {
            double uniform = HashNoise.Of(seed ^ Stream, cell / Pattern.VoiceCount, cell % Pattern.VoiceCount) + HashNoise.Middle;
            noise[cell] = (float)Math.Log(uniform / (1 - uniform));
        }
    }
}
