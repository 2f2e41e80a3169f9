using DrumSpace.Host.Live;

namespace DrumSpace.Cli.Commands.Hosting;

/// <summary>What `drumspace host` keeps of a session: the plugins with their states, and the song time. No devices: those are a machine's.</summary>
internal sealed record Session
{
    /// <summary>The plugins, from first to last.</summary>
    public IReadOnlyList<SessionPlugin> Plugins { get; init; } = [];

    /// <summary>Quarters per minute.</summary>
    public double Tempo { get; init; } = 120;

    /// <summary>The meter.</summary>
    public (int Numerator, int Denominator) Meter { get; init; } = (4, 4);

    /// <summary>The loop in quarters; null for none.</summary>
    public (double Start, double End)? Loop { get; init; }

    /// <summary>A session as it is played now.</summary>
    /// <param name="chain">The plugins; the main thread's.</param>
    /// <param name="status">The song time.</param>
    public static Session Of(LiveChain chain, LiveStatus status) => new()
    {
        Plugins = [.. chain.Plugins.Select(SessionPlugin.Of)],
        Tempo = status.Tempo,
        Meter = status.Meter,
        Loop = status.HasLoop ? (status.LoopStart, status.LoopEnd) : null,
    };
}
