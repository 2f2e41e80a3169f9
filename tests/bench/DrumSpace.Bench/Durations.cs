using System.Diagnostics;

namespace DrumSpace.Bench;

/// <summary>
/// Durations of many runs of one thing, and their percentiles. Room is made in advance, so that recording allocates nothing.
/// </summary>
internal sealed class Durations(int capacity)
{
    private readonly long[] _ticks = new long[capacity];
    private int _count;

    /// <summary>Records the time since a timestamp of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public void AddSince(long start) => _ticks[_count++] = Stopwatch.GetTimestamp() - start;

    /// <summary>Prints the percentiles in microseconds, one line.</summary>
    public void Print(string what)
    {
        long[] sorted = _ticks[.._count];
        Array.Sort(sorted);
        string At(double part) => $"{sorted[(int)((sorted.Length - 1) * part)] * 1e6 / Stopwatch.Frequency,9:F2}";
        Console.WriteLine($"{what,-44} p50 {At(0.5)}  p99 {At(0.99)}  p99.9 {At(0.999)}  max {At(1)} µs  ({_count} runs)");
    }
}
