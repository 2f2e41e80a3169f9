using DrumSpace.RealTime;

namespace DrumSpace.Host.Live;

/// <summary>
/// A capture in progress: the audio thread puts messages and audio into rings, a thread of its own writes the WAV file as it goes, and the
/// MIDI file at the end.
/// </summary>
/// <remarks>
/// The audio thread's part neither allocates nor waits; a full ring refuses, and the capture counts it. The rings hold 10 seconds at
/// 48 kHz, so that a slow disk loses nothing.
/// </remarks>
internal sealed class LiveCapture : IDisposable
{
    private const int Channels = 2;
    private const int AudioSamples = 1 << 20;
    private const int Events = 1 << 16;
    private const int ChunkFrames = 4096;

    // A tempo that moves less than this is the same, so that following a clock does not fill the file.
    private const double TempoStep = 0.02;

    private readonly RingQueue<CapturedEvent> _events = new(Events);
    private readonly RingQueue<float>? _audio;
    private readonly string? _midiPath;
    private readonly WavWriter? _wav;
    private readonly float[] _interleaved = new float[Channels * ChunkFrames];
    private readonly float[] _writing = new float[Channels * ChunkFrames];
    private readonly List<CapturedEvent> _written = new(Events);
    private readonly Thread _writer;
    private readonly WakeSignal _wake = WakeSignal.Create();
    private double _tempo;
    private double _origin = double.NaN;
    private double _end;
    private long _lost;
    private volatile bool _isEnding;
    private volatile string? _failure;

    /// <summary>Begins a capture.</summary>
    /// <param name="midiPath">The MIDI file, written by <see cref="Finish"/>; null for none.</param>
    /// <param name="wavPath">The WAV file, 24 bits, two channels; null for none.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public LiveCapture(string? midiPath, string? wavPath, double sampleRate)
    {
        _midiPath = midiPath;
        SampleRate = sampleRate;
        _wav = wavPath is null ? null : new WavWriter(wavPath, sampleRate, bits: 24, Channels);
        _audio = wavPath is null ? null : new RingQueue<float>(AudioSamples);
        _writer = new Thread(Write) { IsBackground = true, Name = "capture" };
        _writer.Start();
    }

    /// <summary>Frames per second.</summary>
    public double SampleRate { get; }

    /// <summary>The number of messages and frames that were lost. Any thread.</summary>
    public long Lost => Volatile.Read(ref _lost);

    /// <summary>Keeps the place and the tempo of a segment, at its start. Audio thread.</summary>
    public void Begin(LiveClock clock)
    {
        double elapsed = clock.ElapsedAt(0);
        _origin = double.IsNaN(_origin) ? elapsed : _origin;
        if (Math.Abs(clock.Tempo - _tempo) >= TempoStep)
        {
            _tempo = clock.Tempo;
            Add(new CapturedEvent(new PlayedMessage(clock.Frame, clock.Ppq, elapsed - _origin, 0, 0, 0), clock.IsPlaying, _tempo));
        }
    }

    /// <summary>Keeps a message. Audio thread, after <see cref="Begin"/>.</summary>
    public void Add(in PlayedMessage message, bool isPlaying) =>
        Add(new CapturedEvent(message with { Elapsed = message.Elapsed - _origin }, isPlaying, 0));

    /// <summary>Keeps a block's first two outputs; a single one goes to both channels. Audio thread.</summary>
    /// <param name="block">The block.</param>
    /// <param name="elapsed">The quarters since the engine was started, at the block's end.</param>
    public void End(LiveBlock block, double elapsed)
    {
        Volatile.Write(ref _end, double.IsNaN(_origin) ? 0 : elapsed - _origin);
        if (_audio == null || block.OutputCount == 0)
        {
            return;
        }

        ReadOnlySpan<float> left = block.Output(0);
        ReadOnlySpan<float> right = block.Output(Math.Min(1, block.OutputCount - 1));
        for (int start = 0; start < block.Frames; start += ChunkFrames)
        {
            int frames = Math.Min(ChunkFrames, block.Frames - start);
            for (int frame = 0; frame < frames; frame++)
            {
                (_interleaved[2 * frame], _interleaved[(2 * frame) + 1]) = (left[start + frame], right[start + frame]);
            }

            _lost += _audio.TryAdd(_interleaved.AsSpan(0, Channels * frames)) ? 0 : frames;
        }
    }

    /// <summary>Ends the capture, which the audio thread has let go of, and completes its files.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="name">The name of the MIDI track.</param>
    /// <exception cref="IOException">A file could not be written.</exception>
    public void Finish((int Numerator, int Denominator) meter, string name)
    {
        Dispose();
        if (_midiPath != null)
        {
            RenderedMessage[] messages = [.. _written.Where(one => one.Tempo == 0).Select(one => new RenderedMessage(
                one.Message.Frame, one.Message.Ppq, one.Message.Elapsed, one.IsPlaying,
                new ShortMessage(0, one.Message.Status, one.Message.Data1, one.Message.Data2)))];
            TempoPoint[] tempos = [.. _written.Where(one => one.Tempo > 0).Select(one => new TempoPoint(one.Message.Elapsed, one.Tempo))];
            Rendering rendering = new(SampleRate, messages, tempos, [], new BlockTimings());
            SongMidi.Write(rendering, meter, Volatile.Read(ref _end), name, keepsPickup: true).Write(_midiPath);
        }

        if (_failure is { } failure)
        {
            throw new IOException(failure);
        }
    }

    /// <summary>Ends the thread and closes the WAV file.</summary>
    public void Dispose()
    {
        _isEnding = true;
        _wake.Post();
        if (_writer.IsAlive)
        {
            _writer.Join();
        }
    }

    private void Add(in CapturedEvent captured) => _lost += _events.TryAdd(captured) ? 0 : 1;

    private void Write()
    {
        bool isLast;
        do
        {
            isLast = _isEnding;
            while (_events.TryTake(out CapturedEvent captured))
            {
                _written.Add(captured);
            }

            WriteAudio();
            if (!isLast)
            {
                _wake.Wait(TimeSpan.FromMilliseconds(100));
            }
        }
        while (!isLast);
        Close();
    }

    private void WriteAudio()
    {
        while (_audio?.Take(_writing) is > 0 and int count)
        {
            try
            {
                if (_failure == null)
                {
                    _wav!.Write(_writing.AsSpan(0, count));
                }
            }
            catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // A full disk, or a WAV file's 4 GiB: what was written is kept, and the capture's end tells.
                _failure = $"The WAV file ends early: {error.Message}";
            }
        }
    }

    private void Close()
    {
        try
        {
            _wav?.Dispose();
        }
        catch (IOException error)
        {
            _failure ??= error.Message;
        }
    }
}
