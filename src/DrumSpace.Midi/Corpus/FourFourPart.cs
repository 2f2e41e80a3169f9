using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// A part of a file in 4/4 and its 16th grid: the parts that <see cref="PatternExtractor"/> finds in a file's bytes, here of a file read
/// into events. Time signatures divide a file into parts; before the first it is in 4/4.
/// </summary>
internal readonly record struct FourFourPart
{
    private readonly StepGrid _grid;
    private readonly StepGrid? _next;

    private FourFourPart(StepGrid grid, StepGrid? next) => (_grid, _next) = (grid, next);

    /// <summary>
    /// The parts of a file, in order; none for SMPTE time, which has no bars, and format 2, whose tracks have bars of their own.
    /// </summary>
    public static IReadOnlyList<FourFourPart> Of(MidiFile file)
    {
        if (file.Division.IsSmpte || file.Format == MidiFileFormat.MultiSequence)
        {
            return [];
        }

        // The last signature at a tick counts.
        SortedDictionary<long, bool> signatures = new() { [0] = true };
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                if (midiEvent.Is(MetaType.TimeSignature) && track.PayloadOf(midiEvent) is [var numerator, var denominator, ..])
                {
                    signatures[midiEvent.Ticks] = numerator == 4 && denominator == 2;
                }
            }
        }

        (StepGrid Grid, bool IsFourFour)[] all =
            [.. signatures.Select(signature => (new StepGrid(signature.Key, file.Division.TicksPerQuarter), signature.Value))];
        return
        [
            .. all.Select((part, i) => (part.IsFourFour, Part: new FourFourPart(part.Grid, i + 1 < all.Length ? all[i + 1].Grid : null)))
                .Where(part => part.IsFourFour)
                .Select(part => part.Part),
        ];
    }

    /// <summary>Finds the step of a note-on.</summary>
    /// <param name="ticks">Its time in the file.</param>
    /// <param name="step">16ths from the part's start.</param>
    /// <returns>False for a note of another part; a note rounded to the start of the next part belongs to that.</returns>
    public bool TryGetStep(long ticks, out long step)
    {
        step = StepOf(ticks);
        return !_grid.IsBefore(ticks) && _next?.IsBefore(ticks) != false;
    }

    /// <summary>The step of any time after the part's start, even after its end: where a note that began in the part ends.</summary>
    public long StepOf(long ticks) => _grid.StepOf(ticks);

    /// <summary>The distance of a note-on from its step, in steps: from -0.5 (early) to below 0.5 (late).</summary>
    public float OffsetOf(long ticks) => _grid.OffsetOf(ticks);

    /// <summary>The drum hits of the part, track by track.</summary>
    /// <param name="file">The part's file.</param>
    /// <param name="kit">How its notes are read.</param>
    public IEnumerable<(long Step, Voice Voice, TrackEvent Event)> DrumHits(MidiFile file, Kit kit)
    {
        DrumPart drums = DrumPart.Of(file, kit);
        foreach (TrackChunk track in file.Tracks)
        {
            for (int i = 0; i < track.Events.Length; i++)
            {
                TrackEvent midiEvent = track.Events[i];
                if (midiEvent.IsNoteOn && midiEvent.Channel == drums.Channel && drums.Kit.TryFold(midiEvent.Data1, out Voice voice)
                    && TryGetStep(midiEvent.Ticks, out long step))
                {
                    yield return (step, voice, midiEvent);
                }
            }
        }
    }
}
