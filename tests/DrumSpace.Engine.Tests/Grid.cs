namespace DrumSpace.Engine.Tests;

/// <summary>Compares what was heard with the ideal grid.</summary>
internal static class Grid
{
    /// <summary>The largest distance in frames between a step and its ideal place, when the same steps were heard in the same order.</summary>
    /// <param name="host">The host that played.</param>
    /// <param name="from">The absolute frame from which distances count.</param>
    /// <param name="because">What repeats the run when it fails.</param>
    public static long LargestError(SimulatedHost host, long from = 0, string because = "")
    {
        List<(long Frame, int Step)> heard = host.Heard;
        int count = Math.Min(heard.Count, host.Ideal.Count);
        long largest = 0;
        for (int i = 0; i < count; i++)
        {
            Assert.True(
                heard[i].Step == host.Ideal[i].Step,
                $"{because}: note {i} plays step {heard[i].Step} at {heard[i].Frame}, not step {host.Ideal[i].Step} at {host.Ideal[i].Frame}.");
            if (host.Ideal[i].Frame >= from)
            {
                largest = Math.Max(largest, Math.Abs(heard[i].Frame - host.Ideal[i].Frame));
            }
        }

        Assert.True(heard.Count == host.Ideal.Count, $"{because}: {heard.Count} steps were heard, not {host.Ideal.Count}.");
        return largest;
    }
}
