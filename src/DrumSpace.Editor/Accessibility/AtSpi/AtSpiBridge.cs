using DrumSpace.Editor.Windows;
using Tmds.DBus.Protocol;

namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>
/// Shows a window to screen readers while the session wants that. Connects in the background: the window does not wait for it.
/// </summary>
/// <remarks>
/// Start and disposal are the host's thread's. Without a session bus there is neither a thread nor a connection; while accessibility is
/// off, one connection rests, to hear when it is switched on.
/// </remarks>
internal sealed class AtSpiBridge : IDisposable
{
    private readonly AccessibilityExchange _exchange;
    private readonly FailureLog _failures;
    private readonly CancellationTokenSource _stop = new();

    private AtSpiBridge(AccessibilityExchange exchange, FailureLog failures) => (_exchange, _failures) = (exchange, failures);

    /// <summary>Starts.</summary>
    /// <param name="session">The address of the session's bus; null where there is none.</param>
    /// <param name="exchange">The window.</param>
    /// <param name="failures">Takes what fails while somebody listens.</param>
    /// <returns>The bridge; null where there is no session bus.</returns>
    public static AtSpiBridge? Start(string? session, AccessibilityExchange exchange, FailureLog failures)
    {
        if (session == null)
        {
            return null;
        }

        AtSpiBridge bridge = new(exchange, failures);
        CancellationToken stop = bridge._stop.Token;
        _ = Task.Run(() => bridge.RunAsync(session, stop), CancellationToken.None);
        return bridge;
    }

    /// <summary>Leaves the bus, soon: the host does not wait for it.</summary>
    public void Dispose()
    {
        _exchange.Close();
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(string address, CancellationToken stop)
    {
        try
        {
            using AccessibilityStatus status = await AccessibilityStatus.OpenAsync(address, stop).ConfigureAwait(false);
            await FollowAsync(status, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is DBusExceptionBase or OperationCanceledException or ObjectDisposedException)
        {
            // No bus, or the window closed. A window without screen readers is no failure.
        }
        catch (Exception e)
        {
            _failures.Report("The editor lost the accessibility bus", e);
        }
    }

    private async Task FollowAsync(AccessibilityStatus status, CancellationToken stop)
    {
        AtSpiApplication? application = null;
        try
        {
            while (true)
            {
                bool isWanted = await status.IsWantedAsync().WaitAsync(stop).ConfigureAwait(false);
                if (application != null && (!isWanted || application.Disconnected.IsCompleted))
                {
                    await application.DisposeAsync().ConfigureAwait(false);
                    application = null;
                }

                if (isWanted && application == null)
                {
                    application = await OpenApplicationAsync(status, stop).ConfigureAwait(false);
                }

                await status.WaitForChangeAsync(stop).ConfigureAwait(false);
            }
        }
        finally
        {
            if (application != null)
            {
                await application.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<AtSpiApplication?> OpenApplicationAsync(AccessibilityStatus status, CancellationToken stop)
    {
        try
        {
            string address = await status.FindAddressAsync().WaitAsync(stop).ConfigureAwait(false);
            AtSpiApplication application = await AtSpiApplication.OpenAsync(address, _exchange, _failures, stop).ConfigureAwait(false);
            _ = application.Disconnected.ContinueWith(
                static (_, state) => ((AccessibilityStatus)state!).Hurry(), status, CancellationToken.None, TaskContinuationOptions.None,
                TaskScheduler.Default);
            return application;
        }
        catch (DBusExceptionBase e)
        {
            // Tried again at the next change of the status.
            _failures.Report($"The editor cannot reach the accessibility bus: {e.Message}");
            return null;
        }
    }
}
