using DrumSpace.Engine.Transport;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>Makes clips of the capture timeline. Any thread but the audio thread.</summary>
internal static class CaptureExtractor
{
    /// <summary>The last whole bars; where there are too few, also the bar that runs, filled up with silence.</summary>
    /// <param name="events">The timeline, in order.</param>
    /// <param name="now">The tick that it has reached.</param>
    /// <param name="bars">At most how many bars, at least 1.</param>
    /// <returns>Null when no bar was captured.</returns>
    public static CaptureClip? LastBars(ReadOnlySpan<CaptureEvent> events, long now, int bars)
    {
        List<(CaptureEvent Line, long End)> found = BarsOf(events);
        if (found.Count > bars && now < found[^1].End)
        {
            found.RemoveAt(found.Count - 1);
        }

        found.RemoveRange(0, Math.Max(0, found.Count - bars));
        if (found.Count == 0)
        {
            return null;
        }

        long start = found[0].Line.Ticks;
        long end = found[^1].End;
        return new CaptureClip(
            found.Count, end - start, CaptureNotes.Of(events, start, end), TemposOf(events, start, end), SignaturesOf(found));
    }

    private static List<(CaptureEvent Line, long End)> BarsOf(ReadOnlySpan<CaptureEvent> events)
    {
        List<(CaptureEvent Line, long End)> bars = [];
        foreach (CaptureEvent line in events)
        {
            if (line.Kind != CaptureEventKind.Bar)
            {
                continue;
            }

            // A bar ends where the next one begins; one that is replaced at its own first tick never was.
            if (bars.Count > 0 && bars[^1].Line.Ticks == line.Ticks)
            {
                bars.RemoveAt(bars.Count - 1);
            }
            else if (bars.Count > 0)
            {
                bars[^1] = (bars[^1].Line, line.Ticks);
            }

            bars.Add((line, line.Ticks + new Meter(line.Numerator, line.Denominator, 0).BarTicks));
        }

        return bars;
    }

    private static List<CaptureTempo> TemposOf(ReadOnlySpan<CaptureEvent> events, long start, long end)
    {
        List<CaptureTempo> tempos = [];
        foreach (CaptureEvent change in events)
        {
            if (change.Kind != CaptureEventKind.Tempo || change.Ticks >= end)
            {
                continue;
            }

            // The last tempo before the clip is the one it starts with.
            long ticks = tempos.Count == 0 ? 0 : Math.Max(change.Ticks - start, 0);
            if (tempos.Count > 0 && tempos[^1].Ticks == ticks)
            {
                tempos.RemoveAt(tempos.Count - 1);
            }

            if (tempos.Count == 0 || tempos[^1].QuartersPerMinute != change.Tempo)
            {
                tempos.Add(new CaptureTempo(ticks, change.Tempo));
            }
        }

        return tempos;
    }

    private static List<CaptureSignature> SignaturesOf(List<(CaptureEvent Line, long End)> bars)
    {
        List<CaptureSignature> signatures = [];
        foreach ((CaptureEvent line, _) in bars)
        {
            if (signatures.Count == 0 || (signatures[^1].Numerator, signatures[^1].Denominator) != (line.Numerator, line.Denominator))
            {
                signatures.Add(new CaptureSignature(line.Ticks - bars[0].Line.Ticks, line.Numerator, line.Denominator));
            }
        }

        return signatures;
    }
}
