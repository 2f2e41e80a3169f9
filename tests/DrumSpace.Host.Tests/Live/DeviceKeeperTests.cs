using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

public sealed class DeviceKeeperTests : IDisposable
{
    private const int CallsBetweenAttempts = 30;

    private readonly HostedPlugin _plugin = HostedPlugin.Load(NativePlugins.Path("live_steps"));
    private readonly LiveEngine _engine;
    private readonly List<string> _told = [];
    private readonly Queue<StandInDevice?> _devices = new();

    public DeviceKeeperTests()
    {
        _engine = new LiveEngine(new LiveChain(_plugin));
    }

    public void Dispose()
    {
        _engine.Dispose();
        _plugin.Dispose();
    }

    [Fact]
    public void A_lost_device_is_told_of_and_found_again_where_the_song_plays_on()
    {
        StandInDevice first = new();
        StandInDevice second = new();
        using DeviceKeeper keeper = Keep(first, null, second);
        _engine.Transport.Play();
        first.Play(24000);
        first.Lose("It was unplugged.");
        keeper.Tend();
        Assert.Null(keeper.Device);
        Assert.True(first.IsDisposed);
        Tend(keeper, CallsBetweenAttempts);
        Assert.Null(keeper.Device);
        Tend(keeper, CallsBetweenAttempts - 1);
        Assert.Single(_devices);
        Tend(keeper, 1);
        Assert.Same(second, keeper.Device);
        Assert.Equal(["It was unplugged. Waiting for it to come back.", "Playing on stand-in again."], _told);
        second.Play(256);
        Assert.True(Status.IsPlaying);
        Assert.Equal(1 + (256 / 24000.0), Status.Ppq, 9);
        second.Lose("The test is over.");
    }

    [Fact]
    public void A_song_that_was_stopped_stays_so()
    {
        StandInDevice second = new();
        using DeviceKeeper keeper = Keep(new StandInDevice(), second);
        ((StandInDevice)keeper.Device!).Lose("Gone.");
        Tend(keeper, 1 + CallsBetweenAttempts);
        second.Play(256);
        Assert.False(Status.IsPlaying);
        second.Lose("The test is over.");
    }

    [Fact]
    public void A_device_that_does_not_start_again_is_lost_and_looked_for()
    {
        StandInDevice first = new();
        StandInDevice second = new();
        using DeviceKeeper keeper = Keep(first, second);
        _engine.Transport.Play();
        first.Play(256);
        first.Refusal = "It is busy.";
        first.PlayWhile(_engine, keeper.Restart);
        Assert.Equal(["It is busy. Waiting for it to come back."], _told);
        Assert.False(_plugin.IsResumed);
        Tend(keeper, CallsBetweenAttempts);
        second.Play(256);
        Assert.True(Status.IsPlaying);
        second.Lose("The test is over.");
    }

    [Fact]
    public void A_plugin_that_refuses_the_device_found_is_told_of_once()
    {
        using ClapPlugin plugin = ClapPlugin.Load(NativePlugins.Path("clap_refuses_rate"));
        using LiveEngine engine = new(new LiveChain(_plugin, plugin));
        Queue<StandInDevice> devices = new([new StandInDevice(), new StandInDevice(96000), new StandInDevice(96000), new StandInDevice()]);
        using DeviceKeeper keeper = new(engine, devices.Dequeue, _told.Add);
        ((StandInDevice)keeper.Device!).Lose("Gone.");
        Tend(keeper, 1 + (2 * CallsBetweenAttempts));
        Assert.Equal(2, _told.Count);
        Assert.Contains("96000", _told[1], StringComparison.Ordinal);
        Assert.False(_plugin.IsResumed);
        Tend(keeper, CallsBetweenAttempts);
        Assert.Equal("Playing on stand-in again.", _told[^1]);
        ((StandInDevice)keeper.Device).Lose("The test is over.");
    }

    private LiveStatus Status
    {
        get
        {
            LiveStatus status = new();
            _engine.ReadStatus(status);
            return status;
        }
    }

    // A null stands for an attempt that finds none.
    private DeviceKeeper Keep(params StandInDevice?[] devices)
    {
        foreach (StandInDevice? device in devices)
        {
            _devices.Enqueue(device);
        }

        return new DeviceKeeper(_engine, () => _devices.Dequeue() ?? throw new LiveDeviceException("There is none."), _told.Add);
    }

    private static void Tend(DeviceKeeper keeper, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            keeper.Tend();
        }
    }
}
