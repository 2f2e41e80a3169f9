using DrumSpace.Music;

namespace DrumSpace.Training.Groove;

/// <summary>How differently drummers play the cells of a pattern.</summary>
/// <param name="Quantiles">
/// 32 * 28 * 7: for each step the <see cref="GrooveQuantiles"/> of the 14 voices' velocities, and then those of their offsets in steps plus
/// one half, all 0 to 1.
/// </param>
public sealed record GrooveDistribution(float[] Quantiles)
{
    /// <summary>The number of values of a step: its voices' velocities, then their offsets.</summary>
    internal const int StepWidth = 2 * Pattern.VoiceCount;

    /// <summary>What is added to an offset in steps, -0.5 to 0.5, so that it is from 0 to 1.</summary>
    internal const float OffsetShift = 0.5f;

    /// <summary>The velocity of a cell, 0 to 1.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="score">Its normal score in the take; 0 for the median.</param>
    public float VelocityOf(int cell, float score = 0) => Math.Clamp(GrooveQuantiles.At(Of(VelocityIndex(cell)), score), 0, 1);

    /// <summary>The offset of a cell in steps, -0.5 to 0.5.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="score">Its normal score in the take; 0 for the median.</param>
    public float OffsetOf(int cell, float score = 0) => Math.Clamp(GrooveQuantiles.At(Of(OffsetIndex(cell)), score), 0, 1) - OffsetShift;

    /// <summary>The normal score of a velocity.</summary>
    public float ScoreOfVelocity(int cell, float velocity) => GrooveQuantiles.ScoreOf(Of(VelocityIndex(cell)), velocity);

    /// <summary>The normal score of an offset.</summary>
    public float ScoreOfOffset(int cell, float offset) => GrooveQuantiles.ScoreOf(Of(OffsetIndex(cell)), offset + OffsetShift);

    /// <summary>The index of a cell's velocity among the values of all steps.</summary>
    internal static int VelocityIndex(int cell) => cell / Pattern.VoiceCount * StepWidth + cell % Pattern.VoiceCount;

    /// <summary>The index of a cell's offset.</summary>
    internal static int OffsetIndex(int cell) => VelocityIndex(cell) + Pattern.VoiceCount;

    private ReadOnlySpan<float> Of(int index) => Quantiles.AsSpan(index * GrooveQuantiles.Count, GrooveQuantiles.Count);
}
