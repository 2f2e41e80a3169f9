namespace DrumSpace.Host;

/// <summary>
/// A host's song time: plays, stops, jumps and loops at exact frames along a tempo curve, and reports to plugins with the quirks of a host.
/// The position itself stays exact, in fractional frames of the song.
/// </summary>
/// <remarks>
/// One thread drives it: <see cref="BeginBlock"/>, process, <see cref="EndBlock"/>. Between the two, <see cref="SongTime.TryGetTime"/> answers
/// the plugin. None of the three locks or allocates.
/// </remarks>
public sealed class HostTransport : SongTime
{
    // A position this close to the loop's end, in frames, is at the end; the difference is rounding.
    private const double Tolerance = 1e-6;

    private readonly PriorityQueue<Action, (long Frame, int Order)> _commands = new();
    private double _elapsed;
    private int _commandCount;
    private bool _hasChanged;
    private bool _isInBlock;

    /// <summary>Makes a stopped transport at 0.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <param name="quirks">How it reports; null for <see cref="HostQuirks.None"/>.</param>
    public HostTransport(double sampleRate, TempoCurve tempo, HostQuirks? quirks = null)
        : base(sampleRate, quirks ?? HostQuirks.None) => Tempo = tempo;

    /// <summary>Makes a stopped transport at 0 with a constant tempo.</summary>
    /// <param name="sampleRate">In Hz.</param>
    /// <param name="bpm">Quarter notes per minute.</param>
    /// <param name="quirks">How it reports; null for <see cref="HostQuirks.None"/>.</param>
    public HostTransport(double sampleRate, double bpm, HostQuirks? quirks = null)
        : this(sampleRate, TempoCurve.Constant(bpm), quirks)
    {
    }

    /// <summary>The song's tempo.</summary>
    public TempoCurve Tempo { get; }

    /// <inheritdoc/>
    public override double Ppq => Tempo.PpqAt(SongFrame / SampleRate);

    /// <summary>Starts with the next block.</summary>
    public void Start() => SetPlaying(true);

    /// <summary>Stops with the next block.</summary>
    public void Stop() => SetPlaying(false);

    /// <summary>Jumps with the next block.</summary>
    /// <param name="ppq">The new position in quarters; may be negative.</param>
    public void JumpTo(double ppq)
    {
        ThrowIfInBlock();
        SongFrame = FrameOf(ppq);
        _hasChanged = true;
    }

    /// <summary>Starts at a frame; blocks are split there.</summary>
    /// <param name="frame">As <see cref="SongTime.Frame"/> counts.</param>
    public void StartAt(long frame) => Schedule(frame, Start);

    /// <summary>Stops at a frame; blocks are split there.</summary>
    /// <param name="frame">As <see cref="SongTime.Frame"/> counts.</param>
    public void StopAt(long frame) => Schedule(frame, Stop);

    /// <summary>Jumps at a frame; blocks are split there.</summary>
    /// <param name="frame">As <see cref="SongTime.Frame"/> counts.</param>
    /// <param name="ppq">The new position in quarters; may be negative.</param>
    public void JumpAt(long frame, double ppq) => Schedule(frame, () => JumpTo(ppq));

    /// <summary>Sets or removes the loop, with the next block.</summary>
    /// <param name="loop">Start and end in quarters, at least a frame apart; null for none.</param>
    /// <exception cref="ArgumentException">The loop is shorter than a frame.</exception>
    public void SetLoop((double Start, double End)? loop)
    {
        if (loop is { } l && !(FrameOf(l.End) - FrameOf(l.Start) >= 1))
        {
            throw new ArgumentException($"A loop from quarter {l.Start} to {l.End} is shorter than a frame.", nameof(loop));
        }

        ThrowIfInBlock();
        Loop = loop;
        _hasChanged = true;
    }

    /// <summary>Begins a block: applies the commands that are due and limits the block's length.</summary>
    /// <param name="frames">The wanted length, at least 1.</param>
    /// <returns>The length up to the next command or the loop's end, at most <paramref name="frames"/>.</returns>
    public int BeginBlock(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        while (_commands.TryPeek(out Action? command, out (long Frame, int Order) due) && due.Frame <= Frame)
        {
            _commands.Dequeue();
            command();
        }

        if (_commands.TryPeek(out _, out (long Frame, int Order) next))
        {
            frames = (int)Math.Min(frames, next.Frame - Frame);
        }

        if (!Quirks.BlocksCrossLoopEnd && FramesToLoopEnd() is { } toEnd)
        {
            frames = (int)Math.Min(frames, Math.Ceiling(toEnd - Tolerance));
        }

        _isInBlock = true;
        Report(_hasChanged);
        return frames;
    }

    /// <summary>Ends the block and advances.</summary>
    /// <param name="frames">The number of frames that were processed; at most what <see cref="BeginBlock"/> returned.</param>
    public void EndBlock(int frames)
    {
        _elapsed = QuartersAt(frames);
        SongFrame = SongFrameAt(frames);
        Frame += frames;
        _hasChanged = false;
        _isInBlock = false;
    }

    /// <inheritdoc/>
    public override double PpqAt(int offset) => Tempo.PpqAt(SongFrameAt(offset) / SampleRate);

    /// <summary>The quarters that have passed at a frame of the current block: loops unrolled, stopped time included.</summary>
    /// <param name="offset">The frame in the block, from 0.</param>
    /// <returns>Quarters since the transport was made.</returns>
    public double QuartersAt(int offset)
    {
        double ppq = Ppq;
        if (!IsPlaying)
        {
            return _elapsed + offset / SampleRate * Tempo.TempoAt(ppq) / 60;
        }

        double passed = _elapsed;
        double remaining = offset;
        double frame = SongFrame;
        while (Loop is { } loop && FrameOf(loop.End) is var end && frame < end - Tolerance && frame + remaining >= end - Tolerance)
        {
            passed += loop.End - Tempo.PpqAt(frame / SampleRate);
            remaining = Math.Max(0, remaining - (end - frame));
            frame = FrameOf(loop.Start);
        }

        return passed + Tempo.PpqAt((frame + remaining) / SampleRate) - Tempo.PpqAt(frame / SampleRate);
    }

    internal override double TempoAt(double ppq) => Tempo.TempoAt(ppq);

    internal override double SecondsAt(double ppq) => Tempo.SecondsAt(ppq);

    private double FrameOf(double ppq) => Tempo.SecondsAt(ppq) * SampleRate;

    private double? FramesToLoopEnd() =>
        IsPlaying && Loop is { } loop && FrameOf(loop.End) is var end && SongFrame < end - Tolerance ? end - SongFrame : null;

    private double SongFrameAt(int offset)
    {
        if (!IsPlaying)
        {
            return SongFrame;
        }

        if (FramesToLoopEnd() is not { } toEnd || offset < toEnd - Tolerance)
        {
            return SongFrame + offset;
        }

        double start = FrameOf(Loop!.Value.Start);
        return start + (Math.Max(0, offset - toEnd) % (SongFrame + toEnd - start));
    }

    private void Schedule(long frame, Action command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame, Frame);
        _commands.Enqueue(command, (frame, _commandCount++));
    }

    private void SetPlaying(bool isPlaying)
    {
        ThrowIfInBlock();
        _hasChanged |= isPlaying != IsPlaying;
        IsPlaying = isPlaying;
    }

    private void ThrowIfInBlock()
    {
        if (_isInBlock)
        {
            throw new InvalidOperationException("The transport changes between blocks, not inside of one.");
        }
    }
}
