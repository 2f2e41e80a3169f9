namespace DrumSpace.Engine.Steps;

/// <summary>A step of the song that is to be decided.</summary>
/// <remarks>A value of the audio thread.</remarks>
/// <param name="Step">The step, counted from the song's start.</param>
/// <param name="Ppq">Where it lies on the grid, swing included, in quarters of the time of the segment in which it is decided.</param>
/// <param name="Frame">The frame of the block at which it is decided: before its place by as much as its earliest hit could be.</param>
/// <param name="IsPast">Whether it lies before the place to which the song jumped: only its late hits are still to come.</param>
/// <param name="IsAgain">Whether it was decided before, in another meter: its early hits may have sounded.</param>
internal readonly record struct DueStep(long Step, double Ppq, int Frame, bool IsPast, bool IsAgain);
