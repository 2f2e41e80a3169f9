namespace DrumSpace.Midi.Corpus;

/// <summary>The start of a note of a file's drums. Ordered by time.</summary>
/// <param name="Ticks">Its time.</param>
/// <param name="Note">Its note, 0 to 127.</param>
internal readonly record struct DrumOnset(long Ticks, byte Note) : IComparable<DrumOnset>
{
    /// <inheritdoc/>
    public int CompareTo(DrumOnset other) => Ticks.CompareTo(other.Ticks);
}
