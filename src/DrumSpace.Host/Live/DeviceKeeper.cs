namespace DrumSpace.Host.Live;

/// <summary>Keeps an engine on a device: notices a lost one, tells, and finds it again, where a song that played plays on.</summary>
/// <remarks>Main thread.</remarks>
public sealed class DeviceKeeper : IDisposable
{
    private const int CallsBetweenAttempts = 30;

    private readonly LiveEngine _engine;
    private readonly Func<LiveDevice> _open;
    private readonly Action<string> _tell;
    private readonly LiveStatus _status = new();
    private string? _refusal;
    private bool _wasPlaying;
    private long _lostXruns;
    private int _calls;

    /// <summary>Opens the device and starts the engine on it.</summary>
    /// <param name="engine">Not started; stays the caller's.</param>
    /// <param name="open">Opens the device, again and again while it is gone.</param>
    /// <param name="tell">Takes a sentence for the user: that the device is lost, and found again.</param>
    /// <exception cref="LiveDeviceException">The device cannot be opened or started.</exception>
    /// <exception cref="InvalidOperationException">A plugin refuses the sample rate or the block size.</exception>
    public DeviceKeeper(LiveEngine engine, Func<LiveDevice> open, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(tell);
        (_engine, _open, _tell) = (engine, open, tell);
        Start();
    }

    /// <summary>The device; null while it is lost.</summary>
    public LiveDevice? Device { get; private set; }

    /// <summary>The dropouts on all devices so far.</summary>
    public long Xruns => _lostXruns + (Device?.Xruns ?? 0);

    /// <summary>Looks after the device. Call it about 30 times a second; while the device is lost, every 30th call looks for it.</summary>
    public void Tend()
    {
        if (Device is { Failure: { } failure })
        {
            StopEngine();
            Lose(failure);
        }
        else if (Device == null && ++_calls % CallsBetweenAttempts == 0)
        {
            Find();
        }
    }

    /// <summary>Switches the plugins off and on, as some ask for after a change of their latency. A song that played plays on.</summary>
    /// <remarks>A capture ends here. A device that does not start again is lost, and looked for.</remarks>
    public void Restart()
    {
        if (Device is not { } device)
        {
            return;
        }

        StopEngine();
        try
        {
            _engine.Start(device);
            GoOn();
        }
        catch (Exception error) when (error is LiveDeviceException or InvalidOperationException)
        {
            Lose(error.Message);
        }
    }

    /// <summary>Stops the engine and closes the device.</summary>
    /// <exception cref="IOException">A capture could not be written.</exception>
    public void Dispose()
    {
        try
        {
            _engine.Stop();
        }
        finally
        {
            Close();
        }
    }

    private void Start()
    {
        LiveDevice device = _open();
        try
        {
            _engine.Start(device);
        }
        catch
        {
            device.Dispose();
            throw;
        }

        Device = device;
    }

    private void StopEngine()
    {
        _engine.ReadStatus(_status);
        _wasPlaying = _status.IsPlaying;
        try
        {
            _engine.Stop();
        }
        catch (IOException error)
        {
            _tell(error.Message);
        }
    }

    private void Lose(string failure)
    {
        _tell($"{failure} Waiting for it to come back.");
        Close();
        (_calls, _refusal) = (0, null);
    }

    private void Find()
    {
        try
        {
            Start();
        }
        catch (LiveDeviceException)
        {
            // Not there yet; the user has been told.
            return;
        }
        catch (InvalidOperationException error)
        {
            // It came back with a rate or a block that a plugin refuses: told once, and tried again.
            if (error.Message != _refusal)
            {
                _refusal = error.Message;
                _tell(error.Message);
            }

            return;
        }

        _tell($"Playing on {Device!.Name} again.");
        GoOn();
    }

    private void GoOn()
    {
        if (_wasPlaying)
        {
            _engine.Transport.Play();
        }
    }

    private void Close()
    {
        _lostXruns = Xruns;
        LiveDevice? device = Device;
        Device = null;
        device?.Dispose();
    }
}
