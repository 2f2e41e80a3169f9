namespace DrumSpace.Music.Capture;

/// <summary>
/// Consecutive bars as they were played, swing and groove included. It begins and ends at bar lines: a note that sounds past the end is cut
/// there, and one that began before the start is left out. A hit belongs to the bar of its step: an early hit of the first bar begins at
/// the clip's first tick, and one of the bar after the clip is not in it. Immutable; any thread.
/// </summary>
/// <param name="Bars">The number of bars, at least 1.</param>
/// <param name="Ticks">The length in ticks.</param>
/// <param name="Notes">The notes in order of their starts.</param>
/// <param name="Tempos">The tempos in order, the first at tick 0.</param>
/// <param name="Signatures">The time signatures in order, the first at tick 0.</param>
public sealed record CaptureClip(
    int Bars,
    long Ticks,
    IReadOnlyList<CaptureNote> Notes,
    IReadOnlyList<CaptureTempo> Tempos,
    IReadOnlyList<CaptureSignature> Signatures)
{
    /// <summary>Ticks per quarter note.</summary>
    public const int TicksPerQuarter = 960;

    /// <summary>The melody's <see cref="CaptureNote.Part"/>: the one after the voices of the kit.</summary>
    public const int MelodyPart = Pattern.VoiceCount;
}
