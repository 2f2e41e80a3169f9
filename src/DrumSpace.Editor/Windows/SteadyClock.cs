using System.Diagnostics;

namespace DrumSpace.Editor.Windows;

/// <summary>The clock of a window's thread. Environment.TickCount64 would do but for its steps of 4 ms on Linux.</summary>
internal static class SteadyClock
{
    /// <summary>Milliseconds since some time in the past.</summary>
    public static long Milliseconds => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1000);
}
