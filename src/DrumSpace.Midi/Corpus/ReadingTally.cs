using System.Globalization;

namespace DrumSpace.Midi.Corpus;

/// <summary>What became of the drum notes of one or more files.</summary>
/// <param name="Hits">Drum notes that are in patterns, however many fell on one step.</param>
/// <param name="WithoutDrum">Drum notes that mean none of the fourteen drums, and so are left out.</param>
/// <param name="OffGrid">Those of <paramref name="Hits"/> more than a quarter of a 16th off the grid: triplets, swung notes.</param>
/// <param name="OtherMeter">Drum notes in other meters than 4/4 or in SMPTE time, which are left out.</param>
/// <param name="FilesOnOtherChannel">Files without notes on channel 10 whose only other channel was read as drums.</param>
/// <param name="FilesWithoutDrums">Files without drums.</param>
public readonly record struct ReadingTally(
    long Hits, long WithoutDrum, long OffGrid, long OtherMeter, int FilesOnOtherChannel, int FilesWithoutDrums)
{
    /// <summary>Adds the tallies of other files.</summary>
    public static ReadingTally operator +(ReadingTally left, ReadingTally right) => new(
        left.Hits + right.Hits,
        left.WithoutDrum + right.WithoutDrum,
        left.OffGrid + right.OffGrid,
        left.OtherMeter + right.OtherMeter,
        left.FilesOnOtherChannel + right.FilesOnOtherChannel,
        left.FilesWithoutDrums + right.FilesWithoutDrums);

    /// <summary>What was lost or guessed, in one line; null when nothing was.</summary>
    public string? ToLine()
    {
        (string What, long Count)[] facts =
        [
            ("drum notes that mean none of the fourteen drums", WithoutDrum),
            ("drum notes in other meters than 4/4 or in SMPTE time", OtherMeter),
            ("hits more than a quarter of a 16th off the grid, rounded", OffGrid),
            ("files without channel 10, read as drums on the channel that they have", FilesOnOtherChannel),
            ("files without drums", FilesWithoutDrums),
        ];
        IEnumerable<string> lost = facts.Where(fact => fact.Count > 0)
            .Select(fact => string.Create(CultureInfo.InvariantCulture, $"{fact.What}: {fact.Count}"));
        string line = string.Join("; ", lost);
        return line.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{line}; hits read: {Hits}.");
    }
}
