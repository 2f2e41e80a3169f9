namespace DrumSpace.Host.Tests;

public sealed class BlockTimingsTests
{
    [Fact]
    public void Percentiles_are_at_most_a_64th_too_high()
    {
        const int Seed = 20260;
        Random random = new(Seed);
        long[] values = [.. Enumerable.Range(0, 10000).Select(_ => (long)Math.Pow(10, random.NextDouble() * 9))];
        BlockTimings timings = new();
        foreach (long value in values)
        {
            timings.Add(value);
        }

        Array.Sort(values);
        foreach (double share in (double[])[0.01, 0.5, 0.9, 0.99, 0.999])
        {
            long exact = values[(int)Math.Ceiling(share * values.Length) - 1];
            Assert.InRange(timings.Percentile(share), exact, exact + exact / 64 + 1);
        }

        Assert.Equal(values[^1], timings.Max);
        Assert.Equal(values[^1], timings.Percentile(1));
        Assert.Equal(values.Average(), timings.Mean, 3);
    }

    [Fact]
    public void The_shortest_and_longest_durations_are_counted()
    {
        BlockTimings timings = new();
        Assert.Equal(0, timings.Percentile(0.5));
        timings.Add(0);
        Assert.Equal(0, timings.Percentile(1));
        timings.Add(long.MaxValue);
        Assert.Equal(long.MaxValue, timings.Percentile(1));
        timings.Clear();
        Assert.Equal(0, timings.Count);
    }
}
