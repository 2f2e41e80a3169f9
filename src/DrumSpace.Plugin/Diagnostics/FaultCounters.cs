namespace DrumSpace.Plugin.Diagnostics;

/// <summary>
/// Carries faults from the audio thread to the log: one counter and the first exception a kind, so it is bounded whatever happens.
/// </summary>
/// <remarks><see cref="Count"/> runs on any thread, the audio thread included: no lock, no wait, no allocation.
/// <see cref="WriteOut"/> runs on any other thread.</remarks>
public sealed class FaultCounters
{
    private static readonly int Kinds = Enum.GetValues<Fault>().Length;
    private readonly int[] _counts = new int[Kinds];
    private readonly Exception?[] _firsts = new Exception?[Kinds];
    private int _any;

    /// <summary>Counts a fault.</summary>
    /// <param name="fault">Its kind.</param>
    /// <param name="exception">What was thrown; the first since the last <see cref="WriteOut"/> is kept.</param>
    public void Count(Fault fault, Exception? exception = null)
    {
        if (exception != null)
        {
            Interlocked.CompareExchange(ref _firsts[(int)fault], exception, null);
        }

        Interlocked.Increment(ref _counts[(int)fault]);
        Volatile.Write(ref _any, 1);
    }

    /// <summary>Writes what was counted, a line a kind, and begins anew.</summary>
    /// <param name="write">Takes a line, for example <see cref="PluginLog.Write"/>.</param>
    public void WriteOut(Action<string> write)
    {
        if (Interlocked.Exchange(ref _any, 0) == 0)
        {
            return;
        }

        for (int kind = 0; kind < Kinds; kind++)
        {
            int count = Interlocked.Exchange(ref _counts[kind], 0);
            Exception? first = Interlocked.Exchange(ref _firsts[kind], null);
            if (count > 0)
            {
                write($"{(Fault)kind}: {count} times; {first?.ToString() ?? "no exception"}");
            }
        }
    }
}
