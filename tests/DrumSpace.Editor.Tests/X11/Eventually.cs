using System.Diagnostics;

namespace DrumSpace.Editor.Tests.X11;

/// <summary>Waits for what other threads and processes do.</summary>
internal static class Eventually
{
    // Far beyond what a busy machine needs: only a failure takes so long.
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(15);

    public static void IsTrue(Func<bool> condition, Func<string> what)
    {
        Stopwatch time = Stopwatch.StartNew();
        while (!condition())
        {
            if (time.Elapsed > TimeOut)
            {
                Assert.Fail($"Waited in vain for {what()}");
            }

            Thread.Sleep(2);
        }
    }

    public static void IsTrue(Func<bool> condition, string what) => IsTrue(condition, () => what);
}
