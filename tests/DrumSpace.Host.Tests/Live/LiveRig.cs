using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

/// <summary>An engine with test plugins on a stand-in device.</summary>
internal sealed class LiveRig : IDisposable
{
    private readonly HostedPlugin[] _plugins;

    public LiveRig(string[] plugins, LiveOptions? options = null, StandInDevice? device = null)
    {
        _plugins = [.. plugins.Select(name => HostedPlugin.Load(NativePlugins.Path(name)))];
        Device = device ?? new StandInDevice();
        Engine = new LiveEngine(new LiveChain(_plugins), options);
        Engine.Start(Device);
    }

    public LiveRig(LiveOptions? options = null, StandInDevice? device = null)
        : this(["live_steps"], options, device)
    {
    }

    public StandInDevice Device { get; private set; }

    public LiveEngine Engine { get; }

    public LiveStatus Status
    {
        get
        {
            LiveStatus status = new();
            Engine.ReadStatus(status);
            return status;
        }
    }

    /// <summary>Stops the engine, whose last blocks another thread plays.</summary>
    public void Stop() => WhilePlaying(Engine.Stop);

    /// <summary>Does what waits for blocks.</summary>
    public void WhilePlaying(Action action) => Device.PlayWhile(Engine, action);

    public void Restart(StandInDevice device)
    {
        Device = device;
        Engine.Start(device);
    }

    public void Dispose()
    {
        if (Engine.IsStarted)
        {
            Device.Lose("The test is over.");
        }

        Engine.Dispose();
        foreach (HostedPlugin plugin in _plugins)
        {
            plugin.Dispose();
        }
    }
}
