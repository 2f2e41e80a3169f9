namespace DrumSpace.Music.Capture;

/// <summary>
/// Bars as they were heard, one after another: every note at its time in the song, swing and groove included. It begins and ends at bar
/// lines; a note that sounds on at the end is cut there, and one that began before the start is not in it. Immutable; any thread.
/// </summary>
/// <param name="Bars">How many bars, at least 1.</param>
/// <param name="Ticks">How long it is, in ticks.</param>
/// <param name="Notes">The notes in the order of their beginnings.</param>
/// <param name="Tempos">The tempos in order, the first at tick 0.</param>
/// <param name="Signatures">The time signatures in order, the first at tick 0.</param>
public sealed record CaptureClip(
    int Bars,
    long Ticks,
    IReadOnlyList<CaptureNote> Notes,
    IReadOnlyList<CaptureTempo> Tempos,
    IReadOnlyList<CaptureSignature> Signatures)
{
    /// <summary>Ticks of a quarter note.</summary>
    public const int TicksPerQuarter = 960;

    /// <summary>The part of the melody: the one after the voices of the kit.</summary>
    public const int MelodyPart = Pattern.VoiceCount;
}
