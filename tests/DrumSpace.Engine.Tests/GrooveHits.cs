namespace DrumSpace.Engine.Tests;

/// <summary>What was heard of a groove, and what should have been.</summary>
internal static class GrooveHits
{
    /// <summary>Every note that began: frame, note, velocity; sorted.</summary>
    public static List<(long Frame, int Note, int Velocity)> Played(SimulatedHost host) => Sorted(host.Events
        .Where(e => (e.Event.Status & 0xF0) == 0x90)
        .Select(e => (e.Frame, (int)e.Event.Data1, (int)e.Event.Data2)));

    public static List<(long Frame, int Note, int Velocity)> Sorted(IEnumerable<(long Frame, int Note, int Velocity)> hits) => [.. hits.Order()];

    /// <summary>
    /// The hits of a stretch that begins with a jump: of steps from there on, early ones not before its start; of the steps before, those
    /// that are late enough; and none beyond its end.
    /// </summary>
    public static IEnumerable<(long Frame, int Note, int Velocity)> OfStretch(
        GroovedPattern pattern, SimulatedHost host, double ppq, double tempo, long frames, double timing, double swing = 0.5)
    {
        double perFrame = tempo / 60 / host.SampleRate;
        foreach ((double stepPpq, double hitPpq, int note, int velocity) in pattern.Between(ppq - 1, ppq + frames * perFrame + 1, timing, swing))
        {
            long frame = AfterJump((hitPpq - ppq) / perFrame);
            frame = AfterJump((stepPpq - ppq) / perFrame) >= 0 ? Math.Max(frame, 0) : frame;
            if (frame >= 0 && frame < frames)
            {
                yield return (host.Now + frame, note, velocity);
            }
        }
    }

    /// <summary>The hits of a loop that is entered by a jump: each pass holds the steps that lie in it, and its hits run on in time.</summary>
    public static IEnumerable<(long Frame, int Note, int Velocity)> OfLoop(
        GroovedPattern pattern, SimulatedHost host, double ppq, double tempo, long frames, Loop loop, double timing, double swing = 0.5)
    {
        double perFrame = tempo / 60 / host.SampleRate;
        double start = 0, from = ppq;
        for (bool isFirst = true; start < frames + 1 / perFrame; isFirst = false)
        {
            foreach ((double stepPpq, double hitPpq, int note, int velocity) in pattern.Between(isFirst ? from - 1 : from - 1e-9, loop.End - 1e-9, timing, swing))
            {
                double exact = start + (hitPpq - from) / perFrame;
                long frame = isFirst ? AfterJump(exact) : Nearest(exact);
                frame = !isFirst || AfterJump((stepPpq - from) / perFrame) >= 0 ? Math.Max(frame, 0) : frame;
                if (frame >= 0 && frame < frames)
                {
                    yield return (host.Now + frame, note, velocity);
                }
            }

            start += (loop.End - from) / perFrame;
            from = loop.Start;
        }
    }

    /// <summary>Compares, and says the first difference.</summary>
    public static void AssertSame(IEnumerable<(long Frame, int Note, int Velocity)> expected, SimulatedHost host, string because)
    {
        List<(long, int, int)> wanted = Sorted(expected), heard = Played(host);
        int at = wanted.Zip(heard).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            at == wanted.Count && at == heard.Count,
            $"{because}: hit {at} of {wanted.Count} is {(at < heard.Count ? heard[at] : "none")}, not {(at < wanted.Count ? wanted[at] : "none")}; {heard.Count} were heard.");
        Assert.Equal(0, host.Engine.DroppedNotes);
    }

    /// <summary>The nearest frame, halves up.</summary>
    public static long Nearest(double frame) => (long)Math.Floor(frame + 0.5 + 1e-4);

    /// <summary>The nearest frame; of what lies up to a frame before a jump's target, its first.</summary>
    public static long AfterJump(double frame) => frame >= -1 - 1e-4 ? Math.Max(Nearest(frame), 0) : Nearest(frame);
}
