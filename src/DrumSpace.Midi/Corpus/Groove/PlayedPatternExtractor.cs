using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus.Groove;

/// <summary>
/// Cuts a file's drums into patterns with velocity and timing: the same windows as <see cref="PatternExtractor"/>'s with a hop of a bar. Of
/// several strokes of one drum on one step the loudest counts, the first of equals.
/// </summary>
public static class PlayedPatternExtractor
{
    private const int DrumChannel = 9;
    private const int CellsPerBar = FourFourPart.StepsPerBar * Pattern.VoiceCount;
    private const float LoudestVelocity = 127;

    /// <summary>Cuts a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <returns>Its windows in the order of time, the same pattern as often as it comes.</returns>
    public static IReadOnlyList<PlayedPattern> Extract(MidiFile file, Kit kit)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(kit);
        List<PlayedPattern> windows = [];
        foreach (FourFourPart part in FourFourPart.Of(file))
        {
            SortedDictionary<long, PlayedHit> hits = Collect(file, kit, part);
            if (hits.Count > 0)
            {
                Cut(hits, windows);
            }
        }

        return windows;
    }

    // By cell counted from the part's start; the hits have their cells in the bar.
    private static SortedDictionary<long, PlayedHit> Collect(MidiFile file, Kit kit, FourFourPart part)
    {
        SortedDictionary<long, PlayedHit> hits = [];
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent one in track.Events)
            {
                if (one.IsNoteOn && one.Channel == DrumChannel && kit.TryFold(one.Data1, out Voice voice) && part.TryGetStep(one.Ticks, out long step))
                {
                    long cell = step * Pattern.VoiceCount + (int)voice;
                    float velocity = one.Data2 / LoudestVelocity;
                    if (!hits.TryGetValue(cell, out PlayedHit known) || known.Velocity < velocity)
                    {
                        hits[cell] = new PlayedHit((int)(cell % CellsPerBar), velocity, part.OffsetOf(one.Ticks));
                    }
                }
            }
        }

        return hits;
    }

    private static void Cut(SortedDictionary<long, PlayedHit> hits, List<PlayedPattern> windows)
    {
        // By bar, so that silence takes no room, however long it is.
        SortedDictionary<long, List<PlayedHit>> bars = [];
        foreach ((long cell, PlayedHit hit) in hits)
        {
            long bar = cell / CellsPerBar;
            if (!bars.TryGetValue(bar, out List<PlayedHit>? ofBar))
            {
                bars.Add(bar, ofBar = []);
            }

            ofBar.Add(hit);
        }

        foreach (long bar in bars.Keys)
        {
            if (bar > 0 && !bars.ContainsKey(bar - 1))
            {
                windows.Add(Join([], bars[bar]));
            }

            windows.Add(Join(bars[bar], bars.GetValueOrDefault(bar + 1, [])));
        }
    }

    private static PlayedPattern Join(List<PlayedHit> first, List<PlayedHit> second)
    {
        PlayedHit[] hits = [.. first, .. second.Select(hit => hit with { Cell = hit.Cell + CellsPerBar })];
        Span<ushort> masks = stackalloc ushort[Pattern.StepCount];
        masks.Clear();
        foreach (PlayedHit hit in hits)
        {
            masks[hit.Cell / Pattern.VoiceCount] |= (ushort)(1 << (hit.Cell % Pattern.VoiceCount));
        }

        return new PlayedPattern(new Pattern(masks), hits);
    }
}
