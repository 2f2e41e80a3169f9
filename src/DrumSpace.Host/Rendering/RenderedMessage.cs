namespace DrumSpace.Host;

/// <summary>A MIDI message that a plugin output, with its position.</summary>
/// <param name="Frame">Frames since the rendering began; the index into its audio.</param>
/// <param name="Ppq">The exact position in the song, in quarters; repeats after a loop or jump.</param>
/// <param name="Quarters">Quarters since the song's start, loops unrolled; never decreases from block to block.</param>
/// <param name="IsPlaying">Whether the transport was rolling.</param>
/// <param name="Message">The message, its frame within its block.</param>
public readonly record struct RenderedMessage(long Frame, double Ppq, double Quarters, bool IsPlaying, ShortMessage Message)
{
    /// <summary>The distance from the nearest line of a grid in the song.</summary>
    /// <param name="grid">The grid's spacing in quarters, for example 0.25 for 16ths.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <returns>Frames; above 0 is late.</returns>
    public double FramesFromGrid(double grid, TempoCurve tempo, double sampleRate) =>
        (tempo.SecondsAt(Ppq) - tempo.SecondsAt(Math.Round(Ppq / grid) * grid)) * sampleRate;
}
