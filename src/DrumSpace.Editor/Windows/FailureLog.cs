namespace DrumSpace.Editor.Windows;

/// <summary>Reports what failed on a window's thread, a limited number of times: what fails in each frame must not fill a disk.</summary>
/// <remarks>Any thread.</remarks>
internal sealed class FailureLog(Action<string> log)
{
    private const int MostReports = 20;

    private int _count;

    /// <summary>Reports an exception.</summary>
    /// <param name="what">What failed.</param>
    /// <param name="e">How.</param>
    public void Report(string what, Exception e) => Report($"{what}: {e}");

    /// <summary>Reports a line.</summary>
    public void Report(string line)
    {
        int count = Interlocked.Increment(ref _count);
        if (count > MostReports)
        {
            return;
        }

        try
        {
            log(count == MostReports ? line + " (no more is reported)" : line);
        }
        catch (Exception)
        {
            // A log that fails is nothing to end a host for, and there is nobody to tell.
        }
    }
}
