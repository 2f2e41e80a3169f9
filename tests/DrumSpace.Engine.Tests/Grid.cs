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
        List<(long Frame, int Step)> heard = host.Played;

        // At the end of a loop two steps can share a frame; what is heard is then the sum of both.
        List<(long Frame, int Step)> ideal =
            [.. host.Ideal.GroupBy(hit => hit.Frame, (frame, hits) => (frame, hits.Sum(hit => hit.Step + 1) - 1))];
        int count = Math.Min(heard.Count, ideal.Count);
        long largest = 0;
        for (int i = 0; i < count; i++)
        {
            Assert.True(
                heard[i].Step == ideal[i].Step,
                $"{because}: note {i} plays step {heard[i].Step} at {heard[i].Frame}, not step {ideal[i].Step} at {ideal[i].Frame}.");
            if (ideal[i].Frame >= from)
            {
                largest = Math.Max(largest, Math.Abs(heard[i].Frame - ideal[i].Frame));
            }
        }

        Assert.True(heard.Count == ideal.Count, $"{because}: {heard.Count} steps were heard, not {ideal.Count}.");
        return largest;
    }
}
