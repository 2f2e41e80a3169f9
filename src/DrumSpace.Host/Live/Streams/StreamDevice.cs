namespace DrumSpace.Host.Live.Streams;

/// <summary>A device of an <see cref="AudioStream"/> and a <see cref="MidiPort"/>, which share no clock: a thread of its own plays blocks.</summary>
/// <remarks>
/// What comes in is placed in the block after the one that it came in, at its own distance from the block's start; what goes out is timed
/// to sound with its frame. So MIDI keeps its places, with a constant delay, however late the thread wakes.
/// </remarks>
internal sealed class StreamDevice : LiveDevice
{
    private readonly AudioStream _audio;
    private readonly MidiPort _midi;
    private readonly LiveBlock _block;
    private readonly FrameClock _clock;
    private readonly byte[] _message = new byte[MidiPort.MaxBytes];
    private Thread? _thread;
    private volatile bool _stops;
    private int _messageLength;
    private double _messageTime;
    private long _xruns;

    /// <summary>Makes a device that is not started.</summary>
    /// <param name="audio">Disposed with the device.</param>
    /// <param name="midi">Disposed with the device.</param>
    /// <param name="inputs">The number of audio inputs.</param>
    /// <param name="outputs">The number of audio outputs.</param>
    public StreamDevice(AudioStream audio, MidiPort midi, int inputs, int outputs)
    {
        _audio = audio;
        _midi = midi;
        _block = new LiveBlock(inputs, outputs, audio.BlockFrames);
        _clock = new FrameClock(audio.SampleRate);
    }

    /// <inheritdoc/>
    public override string Name => _audio.Name;

    /// <inheritdoc/>
    public override double SampleRate => _audio.SampleRate;

    /// <inheritdoc/>
    public override int BlockFrames => _audio.BlockFrames;

    /// <inheritdoc/>
    public override long Xruns => _audio.Xruns;

    /// <inheritdoc/>
    public override string? Failure => _audio.Failure;

    /// <inheritdoc/>
    public override string? Notice => _midi.Notice;

    /// <inheritdoc/>
    public override void Start(LiveProcessor processor)
    {
        Stop();
        _stops = false;
        _thread = new Thread(() => Play(processor)) { IsBackground = true, Name = "audio" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public override void Stop()
    {
        _stops = true;
        _thread?.Join();
        _thread = null;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Stop();
        _midi.Dispose();
        _audio.Dispose();
    }

    /// <summary>Plays a block. The audio thread.</summary>
    /// <returns>False if the device is lost.</returns>
    internal bool TryPlayBlock(LiveProcessor processor)
    {
        long xruns = _audio.Xruns;
        if (xruns != _xruns)
        {
            _xruns = xruns;
            _clock.Reset();
        }

        _block.Begin(_audio.BlockFrames, default);
        if (!_audio.TryRead(_block))
        {
            return false;
        }

        _clock.Begin(_midi.Now, _block.Frames);
        Receive();
        processor.Process(_block);
        Send();
        return _audio.TryWrite(_block);
    }

    private void Play(LiveProcessor processor)
    {
        ThreadPriorities.RaiseToRealTime();
        bool isAlive = _audio.TryStart();
        _clock.Reset();
        while (isAlive && !_stops)
        {
            isAlive = TryPlayBlock(processor);
        }
    }

    private void Receive()
    {
        double scale = _block.Frames / Math.Max(_clock.Start - _clock.Previous, double.Epsilon);

        // A message that came since the block began waits for the next.
        while ((_messageLength > 0 || _midi.TryReceive(_message, out _messageLength, out _messageTime)) && _messageTime < _clock.Start)
        {
            int frame = (int)Math.Clamp((_messageTime - _clock.Previous) * scale, 0, _block.Frames - 1);
            _ = _block.MidiIn.Add(frame, _message.AsSpan(0, _messageLength));
            _messageLength = 0;
        }
    }

    private void Send()
    {
        for (int i = 0; i < _block.MidiOut.Count; i++)
        {
            double seconds = _clock.Start + (_audio.Latency + _block.MidiOut.FrameOf(i)) * _clock.SecondsPerFrame;
            if (!_midi.TrySend(seconds, _block.MidiOut.BytesOf(i)))
            {
                _block.MidiOut.CountDropped();
            }
        }
    }
}
