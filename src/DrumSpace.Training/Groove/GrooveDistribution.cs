namespace DrumSpace.Training.Groove;

/// <summary>How differently drummers play the cells of a pattern.</summary>
/// <param name="Velocities">448 * 7: the <see cref="GrooveQuantiles"/> of each cell's velocity, 0 to 1.</param>
/// <param name="Offsets">448 * 7: those of its offset in steps, -0.5 to 0.5.</param>
public sealed record GrooveDistribution(float[] Velocities, float[] Offsets)
{
    /// <summary>The velocity of a cell, 0 to 1.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="score">Its normal score in the take; 0 for the median.</param>
    public float VelocityOf(int cell, float score = 0) => Math.Clamp(GrooveQuantiles.At(Of(Velocities, cell), score), 0, 1);

    /// <summary>The offset of a cell in steps, -0.5 to 0.5.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="score">Its normal score in the take; 0 for the median.</param>
    public float OffsetOf(int cell, float score = 0) => Math.Clamp(GrooveQuantiles.At(Of(Offsets, cell), score), -0.5f, 0.5f);

    /// <summary>The normal score of a velocity.</summary>
    public float ScoreOfVelocity(int cell, float velocity) => GrooveQuantiles.ScoreOf(Of(Velocities, cell), velocity);

    /// <summary>The normal score of an offset.</summary>
    public float ScoreOfOffset(int cell, float offset) => GrooveQuantiles.ScoreOf(Of(Offsets, cell), offset);

    private static ReadOnlySpan<float> Of(float[] quantiles, int cell) =>
        quantiles.AsSpan(cell * GrooveQuantiles.Count, GrooveQuantiles.Count);
}
