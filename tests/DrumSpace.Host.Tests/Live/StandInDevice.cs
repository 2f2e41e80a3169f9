using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

/// <summary>A device in simulated time: a test plays its blocks, as fast as possible, and is its peer.</summary>
internal sealed class StandInDevice(double sampleRate = 48000, int blockFrames = 256, int inputs = 0, int outputs = 2) : LiveDevice
{
    private readonly LiveBlock _block = new(inputs, outputs, 8192);
    private readonly List<(long Frame, byte[] Message)> _coming = [];
    private readonly Lock _playing = new();
    private LiveProcessor? _processor;
    private string? _failure;

    public override string Name => "stand-in";

    public override double SampleRate => sampleRate;

    public override int BlockFrames => blockFrames;

    public override long Xruns => 0;

    public override string? Failure => _failure;

    /// <summary>The number of frames so far.</summary>
    public long Frame { get; private set; }

    /// <summary>What came out, unless <see cref="Forgets"/>.</summary>
    public List<(long Frame, byte[] Message)> Out { get; } = [];

    /// <summary>Whether what comes out is left out of <see cref="Out"/>.</summary>
    public bool Forgets { get; set; }

    /// <summary>The last block.</summary>
    public LiveBlock Block => _block;

    /// <summary>The device's transport, which the device advances while it rolls.</summary>
    public DeviceTransport Transport { get; set; }

    /// <summary>Why it does not start; null if it does.</summary>
    public string? Refusal { get; set; }

    public bool IsDisposed { get; private set; }

    public override void Start(LiveProcessor processor) =>
        _processor = Refusal == null ? processor : throw new LiveDeviceException(Refusal);

    public override void Stop()
    {
        lock (_playing)
        {
            _processor = null;
        }
    }

    public override void Dispose()
    {
        Stop();
        IsDisposed = true;
    }

    public override void RequestRoll() => Transport = Transport with { IsRolling = true };

    public override void RequestStop() => Transport = Transport with { IsRolling = false };

    public override void RequestLocate(long frame) => Transport = Transport with { Frame = frame };

    public void Lose(string reason) => _failure = reason;

    /// <summary>Sends a message to the host; in order of the frames.</summary>
    public void Send(long frame, params byte[] message) => _coming.Add((frame, message));

    /// <summary>Plays blocks of the usual length.</summary>
    public void Play(long frames)
    {
        for (long end = Frame + frames; Frame < end;)
        {
            PlayBlock((int)Math.Min(blockFrames, end - Frame));
        }
    }

    /// <summary>Plays while another thread does what waits for blocks, at most as long as the engine is started.</summary>
    public void PlayWhile(LiveEngine engine, Action action)
    {
        Task task = Task.Run(action, TestContext.Current.CancellationToken);
        while (!task.Wait(1, TestContext.Current.CancellationToken) && engine.IsStarted)
        {
            Play(blockFrames);
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Plays a block of any length.</summary>
    public void PlayBlock(int frames)
    {
        DeviceTransport before = Transport;
        _block.Begin(frames, before);
        int taken = 0;
        for (; taken < _coming.Count && _coming[taken].Frame < Frame + frames; taken++)
        {
            _block.MidiIn.Add((int)Math.Max(0, _coming[taken].Frame - Frame), _coming[taken].Message);
        }

        _coming.RemoveRange(0, taken);
        lock (_playing)
        {
            _processor?.Process(_block);
        }

        for (int index = 0; index < _block.MidiOut.Count && !Forgets; index++)
        {
            Out.Add((Frame + _block.MidiOut.FrameOf(index), _block.MidiOut.BytesOf(index).ToArray()));
        }

        Frame += frames;
        if (before.IsRolling && Transport.Frame == before.Frame)
        {
            double quarters = frames * before.Tempo / 60 / sampleRate;
            Transport = Transport with { Frame = before.Frame + frames, Ppq = before.Ppq + quarters };
        }
    }

    /// <summary>The note-ons that came out.</summary>
    public IEnumerable<(long Frame, int Note)> NoteOns =>
        Out.Where(one => (one.Message[0] & 0xF0) == 0x90 && one.Message[2] > 0).Select(one => (one.Frame, (int)one.Message[1]));

    /// <summary>The frames of a message of one byte that came out.</summary>
    public IEnumerable<long> FramesOf(byte status) => Out.Where(one => one.Message[0] == status).Select(one => one.Frame);

    /// <summary>The notes that have come out and not ended.</summary>
    public int Hanging => Out.Sum(one => (one.Message[0] & 0xF0) switch
    {
        0x90 => 1,
        0x80 => -1,
        _ => 0,
    });
}
