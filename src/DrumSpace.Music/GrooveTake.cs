namespace DrumSpace.Music;

/// <summary>
/// How loosely a groove is played, and in which take: a groove network with a "take" input plays another performance for each take, and the
/// median one for none.
/// </summary>
/// <param name="Amount">0 to 1; at 0 the groove is the median performance, at 1 takes differ as much as drummers' do.</param>
/// <param name="Seed">Another seed gives another take, an equal seed the same.</param>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public readonly record struct GrooveTake(double Amount, int Seed)
{
    // Tells this stream of noise from others of the same seed.
    private const int Stream = 0x54616B65;

    /// <summary>Writes the network's input: independent normal numbers of deviation <see cref="Amount"/>.</summary>
    /// <param name="take">As many numbers as the network takes; written over.</param>
    public void Write(Span<float> take)
    {
        if (!(Amount > 0))
        {
            take.Clear();
            return;
        }

        for (int i = 0; i < take.Length; i++)
        {
            take[i] = (float)(Amount * HashNoise.NormalOf(Seed ^ Stream, i));
        }
    }
}
