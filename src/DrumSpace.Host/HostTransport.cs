namespace DrumSpace.Host;

/// <summary>
/// A host's musical time: plays, stops, jumps and loops at exact frames, under a tempo curve, and tells the plugin of it with the
/// habits of real hosts. The position is kept exactly (in fractional frames of the song), whatever is reported.
/// </summary>
/// <remarks>
/// One thread drives it: <see cref="BeginBlock"/>, process, <see cref="EndBlock"/>. Between the two, <see cref="TryGetTime"/> answers
/// the plugin. None of the three locks or allocates.
/// </remarks>
public sealed partial class HostTransport
{
    // Positions this close to the loop's end, in frames, are at it: the rest is rounding.
    private const double Snap = 1e-6;

    private readonly PriorityQueue<Command, (long Frame, int Order)> _commands = new();
    private double _songFrame;
    private double _elapsed;
    private int _commandCount;
    private bool _inBlock;

    /// <summary>Makes a stopped transport at 0.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <param name="habits">How it reports; null for a tidy host.</param>
    public HostTransport(double sampleRate, TempoCurve tempo, HostHabits? habits = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentNullException.ThrowIfNull(tempo);
        SampleRate = sampleRate;
        Tempo = tempo;
        Habits = habits ?? HostHabits.None;
    }

    /// <summary>Makes a stopped transport at 0 with one tempo.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="bpm">Quarter notes a minute.</param>
    /// <param name="habits">How it reports; null for a tidy host.</param>
    public HostTransport(double sampleRate, double bpm, HostHabits? habits = null)
        : this(sampleRate, TempoCurve.Constant(bpm), habits)
    {
    }

    /// <summary>Frames a second.</summary>
    public double SampleRate { get; }

    /// <summary>The song's tempo.</summary>
    public TempoCurve Tempo { get; }

    /// <summary>How it reports.</summary>
    public HostHabits Habits { get; }

    /// <summary>Beats in a bar and their note value; bars are counted from quarter 0. 4/4 unless set between blocks.</summary>
    public (int Numerator, int Denominator) TimeSignature { get; set; } = (4, 4);

    /// <summary>Whether it rolls.</summary>
    public bool IsPlaying { get; private set; }

    /// <summary>Frames since the beginning, stopped ones included.</summary>
    public long Frame { get; private set; }

    /// <summary>The loop in quarters; null does not loop. A position at or behind the end does not come back.</summary>
    public (double Start, double End)? Loop { get; private set; }

    /// <summary>The exact position of the next frame in quarters.</summary>
    public double Ppq => Tempo.PpqAt(_songFrame / SampleRate);

    /// <summary>Rolls from the next block on.</summary>
    public void Start() => Apply(new Command(CommandKind.Start, 0));

    /// <summary>Stands from the next block on.</summary>
    public void Stop() => Apply(new Command(CommandKind.Stop, 0));

    /// <summary>Goes to a position with the next block.</summary>
    /// <param name="ppq">In quarters; may be below 0.</param>
    public void JumpTo(double ppq) => Apply(new Command(CommandKind.Jump, ppq));

    /// <summary>Rolls from a frame on; blocks are split there.</summary>
    /// <param name="frame">In the count of <see cref="Frame"/>.</param>
    public void StartAt(long frame) => Schedule(frame, new Command(CommandKind.Start, 0));

    /// <summary>Stands from a frame on; blocks are split there.</summary>
    /// <param name="frame">In the count of <see cref="Frame"/>.</param>
    public void StopAt(long frame) => Schedule(frame, new Command(CommandKind.Stop, 0));

    /// <summary>Goes to a position at a frame; blocks are split there.</summary>
    /// <param name="frame">In the count of <see cref="Frame"/>.</param>
    /// <param name="ppq">In quarters; may be below 0.</param>
    public void JumpAt(long frame, double ppq) => Schedule(frame, new Command(CommandKind.Jump, ppq));

    /// <summary>Loops between two positions, or not at all.</summary>
    /// <param name="loop">Start and end in quarters, at least a frame apart; null ends looping.</param>
    public void SetLoop((double Start, double End)? loop)
    {
        if (loop is { } l && !((Tempo.SecondsAt(l.End) - Tempo.SecondsAt(l.Start)) * SampleRate >= 1))
        {
            throw new ArgumentException($"A loop from quarter {l.Start} to {l.End} is shorter than a frame.", nameof(loop));
        }

        Loop = loop;
        _changed = true;
    }

    /// <summary>Begins a block: applies what is due and says how long the block may be.</summary>
    /// <param name="frames">The wanted length, at least 1.</param>
    /// <returns>The length up to the next command or the loop's end, at most <paramref name="frames"/>.</returns>
    public int BeginBlock(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        while (_commands.TryPeek(out Command command, out (long Frame, int Order) due) && due.Frame <= Frame)
        {
            _commands.Dequeue();
            Apply(command);
        }

        if (_commands.TryPeek(out _, out (long Frame, int Order) next))
        {
            frames = (int)Math.Min(frames, next.Frame - Frame);
        }

        if (!Habits.BlocksCrossLoopEnd && FramesToLoopEnd() is { } toEnd)
        {
            frames = (int)Math.Min(frames, Math.Ceiling(toEnd - Snap));
        }

        _inBlock = true;
        TakeTime();
        return frames;
    }

    /// <summary>Ends the block: moves on.</summary>
    /// <param name="frames">What was processed; at most what <see cref="BeginBlock"/> gave.</param>
    public void EndBlock(int frames)
    {
        double elapsed = QuartersAt(frames);
        if (IsPlaying)
        {
            _songFrame = SongFrameAt(frames);
        }

        _elapsed = elapsed;
        Frame += frames;
        _changed = false;
        _inBlock = false;
    }

    /// <summary>The exact position of a frame of the current block, in quarters; what a host with perfect numbers would say.</summary>
    /// <param name="offset">In the block, from 0.</param>
    /// <returns>In quarters; while stopped, where it stands.</returns>
    public double PpqAt(int offset) => Tempo.PpqAt((IsPlaying ? SongFrameAt(offset) : _songFrame) / SampleRate);

    /// <summary>Quarters that have gone by at a frame of the current block as the tempo ran: loops unrolled, stopped time counted.</summary>
    /// <param name="offset">In the block, from 0.</param>
    /// <returns>Quarters since the beginning.</returns>
    public double QuartersAt(int offset)
    {
        double ppq = Ppq;
        if (!IsPlaying)
        {
            return _elapsed + offset / SampleRate * Tempo.TempoAt(ppq) / 60;
        }

        double length = 0;
        double remaining = offset;
        double at = _songFrame;
        while (Loop is { } loop && FrameOf(loop.End) is var end && at < end - Snap && at + remaining >= end - Snap)
        {
            length += loop.End - Tempo.PpqAt(at / SampleRate);
            remaining = Math.Max(0, remaining - (end - at));
            at = FrameOf(loop.Start);
        }

        return _elapsed + length + Tempo.PpqAt((at + remaining) / SampleRate) - Tempo.PpqAt(at / SampleRate);
    }

    private double FrameOf(double ppq) => Tempo.SecondsAt(ppq) * SampleRate;

    private double? FramesToLoopEnd() =>
        IsPlaying && Loop is { } loop && FrameOf(loop.End) is var end && _songFrame < end - Snap ? end - _songFrame : null;

    private double SongFrameAt(int offset)
    {
        double frame = _songFrame + offset;
        if (FramesToLoopEnd() is { } toEnd && offset >= toEnd - Snap)
        {
            double start = FrameOf(Loop!.Value.Start);
            frame = start + (Math.Max(0, offset - toEnd) % (_songFrame + toEnd - start));
        }

        return frame;
    }

    private void Schedule(long frame, Command command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frame, Frame);
        _commands.Enqueue(command, (frame, _commandCount++));
    }

    private void Apply(Command command)
    {
        if (_inBlock)
        {
            throw new InvalidOperationException("The transport changes between blocks, not inside of one.");
        }

        switch (command.Kind)
        {
            case CommandKind.Jump:
                _songFrame = FrameOf(command.Ppq);
                _changed = true;
                break;
            default:
                bool play = command.Kind == CommandKind.Start;
                _changed |= play != IsPlaying;
                IsPlaying = play;
                break;
        }
    }

    private enum CommandKind
    {
        Start,
        Stop,
        Jump,
    }

    private readonly record struct Command(CommandKind Kind, double Ppq);
}
