using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>
/// Cuts a file's drums into patterns with velocity and timing: the windows of <see cref="PatternExtractor"/> with a hop of one bar. Of
/// several strokes of a drum on one step the loudest counts, the first of equals.
/// </summary>
public static class PlayedPatternExtractor
{
    private const int CellsPerBar = Pattern.StepsPerBar * Pattern.VoiceCount;
    private const float MaxVelocity = 127;

    /// <summary>Cuts a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <returns>Its windows in order of time, duplicates included.</returns>
    public static IReadOnlyList<PlayedPattern> Extract(MidiFile file, Kit kit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(kit);
        double tempo = TempoOf(file);
        return [.. FourFourPart.Of(file).SelectMany(part => Cut(Collect(file, kit, part))).Select(window => window with { Tempo = tempo })];
    }

    // The first of the file, which is the performance's: the Groove MIDI Dataset has no other.
    private static double TempoOf(MidiFile file)
    {
        const double microsecondsPerMinute = 60e6;
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                if (midiEvent.Is(MetaType.Tempo) && track.PayloadOf(midiEvent) is [var high, var middle, var low]
                    && (high << 16 | middle << 8 | low) is > 0 and var microseconds)
                {
                    return microsecondsPerMinute / microseconds;
                }
            }
        }

        return GrooveTempo.Default;
    }

    // By cell from the part's start; a hit has its cell in the bar.
    private static SortedDictionary<long, PlayedHit> Collect(MidiFile file, Kit kit, FourFourPart part)
    {
        SortedDictionary<long, PlayedHit> hits = [];
        foreach ((long step, Voice voice, TrackEvent stroke) in part.DrumHits(file, kit))
        {
            long cell = step * Pattern.VoiceCount + (int)voice;
            float velocity = stroke.Data2 / MaxVelocity;
            if (!hits.TryGetValue(cell, out PlayedHit known) || known.Velocity < velocity)
            {
                hits[cell] = new PlayedHit((int)(cell % CellsPerBar), velocity, part.OffsetOf(stroke.Ticks));
            }
        }

        return hits;
    }

    private static IEnumerable<PlayedPattern> Cut(SortedDictionary<long, PlayedHit> hits)
    {
        // By bar, so that memory does not grow with silence.
        ILookup<long, PlayedHit> bars = hits.ToLookup(hit => hit.Key / CellsPerBar, hit => hit.Value);
        foreach (IGrouping<long, PlayedHit> bar in bars.OrderBy(bar => bar.Key))
        {
            if (bar.Key > 0 && !bars.Contains(bar.Key - 1))
            {
                yield return Join([], bar);
            }

            yield return Join(bar, bars[bar.Key + 1]);
        }
    }

    private static PlayedPattern Join(IEnumerable<PlayedHit> first, IEnumerable<PlayedHit> second)
    {
        PlayedHit[] hits = [.. first, .. second.Select(hit => hit with { Cell = hit.Cell + CellsPerBar })];
        var masks = new ushort[Pattern.StepCount];
        foreach (PlayedHit hit in hits)
        {
            masks[hit.Cell / Pattern.VoiceCount] |= (ushort)(1 << (hit.Cell % Pattern.VoiceCount));
        }

        return new PlayedPattern(new Pattern(masks), hits);
    }
}
