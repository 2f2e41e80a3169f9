using System.Diagnostics;
using DrumSpace.RealTime;

namespace DrumSpace.Host.Live;

/// <summary>
/// Plays a <see cref="LiveChain"/> on a <see cref="LiveDevice"/>: one song time for all plugins, led by the own transport, the device's or
/// MIDI clock; MIDI clock and the chain's MIDI out; levels, captures.
/// </summary>
/// <remarks>
/// The main thread starts, stops, captures and disposes. Any thread uses <see cref="Transport"/>, <see cref="ReadStatus"/> and
/// <see cref="Played"/>. The device's thread plays: it neither allocates, locks, waits, logs nor throws.
/// </remarks>
public sealed class LiveEngine : LiveProcessor, IDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    private readonly SeqLock<LiveStatus> _status = new(new LiveStatus(), LiveStatus.Copy);
    private readonly LiveOptions _options;
    private LiveDevice? _device;
    private LivePlayer? _player;

    /// <summary>Makes an engine that does not play yet.</summary>
    /// <param name="chain">The plugins; stay the caller's.</param>
    /// <param name="options">Its settings; null for the defaults.</param>
    public LiveEngine(LiveChain chain, LiveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Chain = chain;
        _options = options ?? new LiveOptions();
    }

    /// <summary>The plugins.</summary>
    public LiveChain Chain { get; }

    /// <summary>The song time's controls.</summary>
    public LiveTransport Transport { get; } = new();

    /// <summary>The chain's last MIDI messages, for views; complete up to the time it gives, in frames since the start.</summary>
    public HistoryRing<PlayedMessage> Played { get; } = new(4096);

    /// <summary>Whether it has been started and not stopped.</summary>
    public bool IsStarted => _device != null;

    /// <summary>Whether a capture is under way.</summary>
    public bool IsCapturing => _player?.Capture != null;

    /// <summary>Copies what the engine does as of the last block.</summary>
    /// <param name="into">Written over.</param>
    public void ReadStatus(LiveStatus into) => _status.Read(into);

    /// <summary>
    /// Readies the plugins for a device and begins to play on it. The song time goes on where another device ended; a song that played
    /// then is stopped.
    /// </summary>
    /// <param name="device">Open, not started; stays the caller's.</param>
    /// <exception cref="InvalidOperationException">The engine is started, or a plugin refuses the sample rate or the block size.</exception>
    /// <exception cref="LiveDeviceException">The device refuses.</exception>
    public void Start(LiveDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (_device != null)
        {
            throw new InvalidOperationException("Stop the engine before starting it on another device.");
        }

        try
        {
            LivePlayer player = new(Chain, Transport, _options, device, _status, Played, _player);
            player.WarmUp();
            _player = player;
            device.Start(this);
            _device = device;
        }
        catch
        {
            // The device may play already, and some of the plugins are on.
            device.Stop();
            Chain.Suspend();
            throw;
        }
    }

    /// <summary>Ends the song, every note and the capture, and lets the device go. Without effect if it is not started.</summary>
    /// <exception cref="IOException">The capture could not be written.</exception>
    public void Stop()
    {
        if (_device is not { } device)
        {
            return;
        }

        _player!.End();
        long start = Stopwatch.GetTimestamp();
        while (!_player.HasEnded && device.Failure == null && Stopwatch.GetElapsedTime(start) < EndLimit)
        {
            Thread.Sleep(1);
        }

        _device = null;
        device.Stop();
        Chain.Suspend();
        StopCapture();
    }

    /// <summary>Begins to capture what the chain outputs; a capture under way ends first.</summary>
    /// <param name="midiPath">The MIDI file, written when the capture ends; null for none.</param>
    /// <param name="wavPath">The WAV file, written as the song plays; null for none.</param>
    /// <exception cref="InvalidOperationException">The engine is not started.</exception>
    /// <exception cref="IOException">A file cannot be made.</exception>
    public void StartCapture(string? midiPath, string? wavPath)
    {
        if (_player is not { } player || _device == null)
        {
            throw new InvalidOperationException("Start the engine before capturing.");
        }

        StopCapture();
        player.Capture = new LiveCapture(midiPath, wavPath, player.SampleRate);
    }

    /// <summary>Ends the capture and completes its files. Without effect if there is none.</summary>
    /// <returns>The number of messages and frames that were lost for want of room.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public long StopCapture()
    {
        if (_player?.Capture is not { } capture)
        {
            return 0;
        }

        _player.Capture = null;
        if (_device != null)
        {
            // The block that may still use the capture.
            _player.WaitForBlock(EndLimit);
        }

        LiveStatus status = new();
        ReadStatus(status);
        capture.Finish(status.Meter, Chain.Plugins[0].Name);
        return capture.Lost;
    }

    /// <inheritdoc/>
    public override void Process(LiveBlock block) => _player!.Process(block);

    /// <inheritdoc/>
    public override SongPosition PositionOf(long frame) => _player!.PositionOf(frame);

    /// <inheritdoc cref="Stop"/>
    public void Dispose() => Stop();
}
