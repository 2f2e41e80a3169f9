namespace DrumSpace.Music;

/// <summary>
/// How far a beat strays from what its model says of a point alone, and which way. A model that has learnt how beats vary is given
/// coordinates of its own for it, and says a whole other beat; of any other model's beat each cell's logit is moved by a lot of its own from
/// the logistic distribution, so that cells near their threshold change first and those that the model is sure of last. The plugin plays by
/// this rule, and models are measured by it.
/// </summary>
/// <param name="Amount">
/// 0 to 1; at 0 the beat is the model's own. It multiplies the coordinates, which at 1 are standard normal, and the lots, by which at 1 and
/// a threshold of a half a cell is a hit exactly as often as its probability says.
/// </param>
/// <param name="Seed">Another seed, another beat. A beat repeats itself: lots depend on seed, step and voice alone.</param>
/// <remarks>Any thread, the audio thread included: does not allocate, block or throw.</remarks>
public readonly record struct PatternVariation(double Amount, int Seed)
{
    // Set these lots apart from others of the same seed.
    private const int HitStream = 0x56617279;
    private const int CoordinateStream = 0x436F6F72;

    // Half of the distance between two lots: in their middle no lot is 0, whose logit and logarithm are none.
    private const double Middle = 1.0 / (1 << 25);

    /// <summary>Writes the coordinates of a model that has learnt to vary: independent normal numbers of the deviation <see cref="Amount"/>
    /// (Box and Muller 1958).</summary>
    /// <param name="coordinates">As many as the model has; written over.</param>
    public void WriteCoordinates(Span<float> coordinates)
    {
        if (!(Amount > 0))
        {
            coordinates.Clear();
            return;
        }

        for (int i = 0; i < coordinates.Length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(HashNoise.Of(Seed ^ CoordinateStream, i, 0) + Middle));
            double angle = 2 * Math.PI * HashNoise.Of(Seed ^ CoordinateStream, i, 1);
            coordinates[i] = (float)(Amount * radius * Math.Cos(angle));
        }
    }

    /// <summary>A cell's probability, moved by its lot.</summary>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="voice">The voice, 0 to 13.</param>
    /// <param name="probability">0 to 1; what is no number stays none.</param>
    /// <returns>0 to 1; 0 and 1 stay what they are.</returns>
    public float Vary(int step, int voice, float probability)
    {
        if (!(Amount > 0))
        {
            return probability;
        }

        // The logit of a uniform lot has the logistic distribution; a logit that grows by a number multiplies the odds by its exponential.
        double lot = HashNoise.Of(Seed ^ HitStream, step, voice) + Middle;
        double hit = probability * Math.Pow(lot / (1 - lot), Amount);
        return (float)(hit / (hit + 1 - probability));
    }

    /// <summary>Varies the cells of a step.</summary>
    /// <param name="step">The step of the pattern, 0 to 31.</param>
    /// <param name="cells">The step's 14 probabilities, 0 to 1; moved in place.</param>
    /// <param name="thresholds">The voices' 14 thresholds.</param>
    /// <returns>The voices that are hit: bit v set for voice v.</returns>
    public int Vary(int step, Span<float> cells, ReadOnlySpan<float> thresholds)
    {
        int hits = 0;
        for (int voice = 0; voice < cells.Length; voice++)
        {
            cells[voice] = Vary(step, voice, cells[voice]);
            hits |= (cells[voice] >= thresholds[voice] ? 1 : 0) << voice;
        }

        return hits;
    }

    /// <summary>What is left to be done to a decoded beat: nothing where its model has varied it already.</summary>
    public PatternVariation LeftFor(DecodedPattern beat) => beat.IsVaried ? default : this;

    /// <summary>The hits of a decoded beat, varied if its model has not done it, at the model's own thresholds.</summary>
    public Pattern Of(DecodedPattern beat)
    {
        PatternVariation left = LeftFor(beat);
        if (!(left.Amount > 0))
        {
            return beat.Pattern;
        }

        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        Span<float> cells = stackalloc float[Pattern.VoiceCount];
        for (int step = 0; step < masks.Length; step++)
        {
            beat.Probabilities.AsSpan(step * Pattern.VoiceCount, Pattern.VoiceCount).CopyTo(cells);
            masks[step] = (ushort)left.Vary(step, cells, beat.Thresholds);
        }

        return new Pattern(masks);
    }
}
