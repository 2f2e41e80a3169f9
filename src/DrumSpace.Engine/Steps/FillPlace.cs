using DrumSpace.Music;

namespace DrumSpace.Engine.Steps;

/// <summary>Where a step of the song lies in a fill.</summary>
/// <param name="Rise">How far the fill has risen: evenly from above 0 to 1 at its last step; 0 outside of it.</param>
/// <param name="Left">The steps of the fill that follow, from 0.</param>
internal readonly record struct FillPlace(double Rise, int Left)
{
    /// <summary>The step of a learnt fill, to 15; below 0 where the place lies before its start.</summary>
    public int Step => PatternFill.StepCount - 1 - Left;

    /// <summary>Whether the place lies in a fill's last steps.</summary>
    public bool IsInLast(int steps) => Rise > 0 && Left < steps;
}
