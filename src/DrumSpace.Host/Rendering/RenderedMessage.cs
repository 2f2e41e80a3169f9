namespace DrumSpace.Host;

/// <summary>A MIDI message that a plugin emitted, with where it fell.</summary>
/// <param name="Frame">Frames since the rendering began; the index into its audio.</param>
/// <param name="Ppq">The exact position in the song, in quarters; the same again after a loop or jump.</param>
/// <param name="Quarters">Quarters gone by since the song's start as the tempo ran; only rises.</param>
/// <param name="IsPlaying">Whether the transport rolled.</param>
/// <param name="Message">The message, its frame within its block.</param>
public readonly record struct RenderedMessage(long Frame, double Ppq, double Quarters, bool IsPlaying, ShortMessage Message)
{
    /// <summary>How far this lies from the nearest line of a grid in the song.</summary>
    /// <param name="grid">The grid's spacing in quarters, for example 0.25 for 16ths.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <returns>Frames; above 0 is late.</returns>
    public double FramesFromGrid(double grid, TempoCurve tempo, double sampleRate)
    {
        ArgumentNullException.ThrowIfNull(tempo);
        double line = Math.Round(Ppq / grid) * grid;
        return (tempo.SecondsAt(Ppq) - tempo.SecondsAt(line)) * sampleRate;
    }
}
