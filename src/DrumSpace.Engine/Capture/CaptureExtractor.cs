using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>Makes clips of the line of what was heard. Any thread but the audio thread.</summary>
internal static class CaptureExtractor
{
    /// <summary>The last bars: whole ones, and where there are too few of them, the one that is begun besides, filled up by silence.</summary>
    /// <param name="records">The line, in order.</param>
    /// <param name="now">Up to which tick it goes.</param>
    /// <param name="bars">How many bars at most, at least 1.</param>
    /// <returns>Null when no bar was heard.</returns>
    public static CaptureClip? Last(ReadOnlySpan<CaptureEvent> records, long now, int bars)
    {
        List<(CaptureEvent Bar, long End)> heard = BarsOf(records);
        bool isBegun = heard.Count > 0 && now < heard[^1].End;
        if (isBegun && heard.Count > bars)
        {
            heard.RemoveAt(heard.Count - 1);
        }

        heard.RemoveRange(0, Math.Max(0, heard.Count - bars));
        if (heard.Count == 0)
        {
            return null;
        }

        long start = heard[0].Bar.Ticks;
        long end = heard[^1].End;
        return new CaptureClip(heard.Count, end - start, NotesOf(records, start, end), TemposOf(records, start, end), SignaturesOf(heard, start));
    }

    private static List<(CaptureEvent Bar, long End)> BarsOf(ReadOnlySpan<CaptureEvent> records)
    {
        List<(CaptureEvent Bar, long End)> heard = [];
        foreach (CaptureEvent record in records)
        {
            if (record.Kind != CaptureEventKind.Bar)
            {
                continue;
            }

            if (heard.Count > 0)
            {
                heard[^1] = heard[^1] with { End = record.Ticks };
            }

            // A bar that was given up in the moment it began.
            if (heard.Count > 0 && heard[^1].Bar.Ticks == record.Ticks)
            {
                heard.RemoveAt(heard.Count - 1);
            }

            heard.Add((record, record.Ticks + new BarShape(record.Numerator, record.Denominator, 0).Ticks));
        }

        return heard;
    }

    private static List<CaptureNote> NotesOf(ReadOnlySpan<CaptureEvent> records, long start, long end)
    {
        List<CaptureNote> notes = [];
        Dictionary<(int Channel, int Number), int> sounding = [];
        foreach (CaptureEvent record in records)
        {
            (int, int) key = (record.Channel, record.Number);
            if (record.Kind == CaptureEventKind.NoteOff && sounding.Remove(key, out int open))
            {
                long length = Math.Min(record.Ticks, end) - start - notes[open].Ticks;
                notes[open] = notes[open] with { Length = Math.Max(length, 1) };
            }
            else if (record.Kind == CaptureEventKind.NoteOn && record.Ticks >= start && record.Ticks < end)
            {
                long ticks = record.Ticks - start;
                sounding[key] = notes.Count;
                notes.Add(new CaptureNote(ticks, end - record.Ticks, record.Channel, record.Number, record.Velocity, record.Part));
            }
        }

        notes.Sort((one, other) => (one.Ticks, one.Part, one.Number).CompareTo((other.Ticks, other.Part, other.Number)));
        return notes;
    }

    private static List<CaptureTempo> TemposOf(ReadOnlySpan<CaptureEvent> records, long start, long end)
    {
        List<CaptureTempo> tempos = [];
        foreach (CaptureEvent record in records)
        {
            if (record.Kind != CaptureEventKind.Tempo || record.Ticks >= end)
            {
                continue;
            }

            // What came before the start is what the clip begins with.
            long ticks = tempos.Count == 0 ? 0 : Math.Max(record.Ticks - start, 0);
            if (tempos.Count > 0 && tempos[^1].Ticks == ticks)
            {
                tempos.RemoveAt(tempos.Count - 1);
            }

            if (tempos.Count == 0 || tempos[^1].QuartersPerMinute != record.Tempo)
            {
                tempos.Add(new CaptureTempo(ticks, record.Tempo));
            }
        }

        return tempos;
    }

    private static List<CaptureSignature> SignaturesOf(List<(CaptureEvent Bar, long End)> bars, long start)
    {
        List<CaptureSignature> signatures = [];
        foreach ((CaptureEvent bar, _) in bars)
        {
            if (signatures.Count == 0 || signatures[^1].Numerator != bar.Numerator || signatures[^1].Denominator != bar.Denominator)
            {
                signatures.Add(new CaptureSignature(bar.Ticks - start, bar.Numerator, bar.Denominator));
            }
        }

        return signatures;
    }
}
