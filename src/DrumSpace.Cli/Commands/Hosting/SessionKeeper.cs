using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>Keeps a session's file: every minute, so that a crash costs no more, and at the end.</summary>
/// <remarks>The main thread.</remarks>
/// <param name="engine">What is played.</param>
/// <param name="file">The session's file; null for none.</param>
internal sealed class SessionKeeper(LiveEngine engine, SessionFile? file) : IDisposable
{
    private static readonly long Interval = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    private readonly LiveStatus _status = new();
    private long _next = Environment.TickCount64 + Interval;
    private bool _hasPlayed;

    /// <summary>Saves if it is time. Call it about 30 times a second.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="FormatException">Somebody damaged the file meanwhile.</exception>
    public void Tend()
    {
        _hasPlayed = true;
        if (Environment.TickCount64 >= _next)
        {
            _next = Environment.TickCount64 + Interval;
            Save();
        }
    }

    /// <summary>Saves for the last time; not if nothing was ever played, for want of a device.</summary>
    public void Dispose()
    {
        if (_hasPlayed)
        {
            Save();
        }
    }

    private void Save()
    {
        if (file != null)
        {
            engine.ReadStatus(_status);
            file.Save(Session.Of(engine.Chain, _status));
        }
    }
}
