namespace DrumSpace.Plugin.Diagnostics;

/// <summary>Carries errors from the audio thread to the log: a count and the first exception of each kind.</summary>
/// <remarks><see cref="Count"/>: any thread; no allocation, lock or wait. <see cref="WriteOut"/>: any but the audio thread.</remarks>
public sealed class ErrorCounters
{
    private static readonly int Kinds = Enum.GetValues<Error>().Length;
    private readonly int[] _counts = new int[Kinds];
    private readonly Exception?[] _firsts = new Exception?[Kinds];

    /// <summary>Counts an error.</summary>
    /// <param name="error">Its kind.</param>
    /// <param name="exception">Its cause; the first since the last <see cref="WriteOut"/> is kept.</param>
    /// <param name="times">How often it happened, at least 1.</param>
    public void Count(Error error, Exception? exception = null, int times = 1)
    {
        Interlocked.CompareExchange(ref _firsts[(int)error], exception, null);
        Interlocked.Add(ref _counts[(int)error], times);
    }

    /// <summary>Writes one line for each kind that occurred, and resets the counts.</summary>
    /// <param name="write">Receives a line, for example <see cref="PluginLog.Write"/>.</param>
    public void WriteOut(Action<string> write)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            if (Volatile.Read(ref _counts[kind]) > 0)
            {
                Exception? first = Interlocked.Exchange(ref _firsts[kind], null);
                write($"{(Error)kind}: {Interlocked.Exchange(ref _counts[kind], 0)} times; {first?.ToString() ?? "no exception"}");
            }
        }
    }
}
