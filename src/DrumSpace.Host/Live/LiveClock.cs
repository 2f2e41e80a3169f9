namespace DrumSpace.Host.Live;

/// <summary>The song time of the live engine: a position that runs at a tempo, stops, jumps and loops.</summary>
/// <remarks>
/// The audio thread; no allocation. The position is counted from where the tempo last changed, so that rounding does not add up. A block is
/// played in segments: <see cref="Limit"/>, <see cref="Begin"/>, play, <see cref="Advance"/>.
/// </remarks>
internal sealed class LiveClock(double sampleRate, double tempo) : SongTime(sampleRate, HostQuirks.None)
{
    // In frames; a difference below it is rounding.
    private const double Tolerance = 1e-6;

    // A difference above this in quarters is neither jitter nor rounding.
    private const double MaxPull = 0.5;
    private const double PullSeconds = 0.1;

    private long _anchorFrame;
    private double _anchorPpq;
    private double _anchorElapsed;
    private double _floor = double.NegativeInfinity;
    private bool _hasChanged;

    /// <summary>Quarters per minute, as plugins and views learn it.</summary>
    public double Tempo { get; private set; } = tempo;

    /// <summary>How far the position runs in a frame, in quarters.</summary>
    public double QuartersPerFrame { get; private set; } = tempo / 60 / sampleRate;

    /// <summary>Whether the position of the segment's first frame does not follow from the one before: a start, a jump or a loop.</summary>
    public bool HasJumped { get; private set; }

    /// <inheritdoc/>
    public override double Ppq => PpqAt(0);

    /// <inheritdoc/>
    public override double PpqAt(int offset) => Math.Max(_floor, RunningPpqAt(offset));

    /// <summary>The quarters that have passed at a frame of the segment: loops unrolled, stopped time included.</summary>
    public double ElapsedAt(int offset) => _anchorElapsed + ((Frame + offset - _anchorFrame) * QuartersPerFrame);

    public void Play()
    {
        if (!IsPlaying)
        {
            Anchor();
            IsPlaying = HasJumped = _hasChanged = true;
        }
    }

    public void Stop()
    {
        if (IsPlaying)
        {
            Anchor();
            IsPlaying = false;
            _hasChanged = true;
        }
    }

    public void Locate(double ppq)
    {
        Anchor();
        _anchorPpq = ppq;
        _floor = double.NegativeInfinity;
        SongFrame = ppq / QuartersPerFrame;
        HasJumped = _hasChanged = true;
    }

    public void SetTempo(double bpm) => Steer(bpm / 60 / SampleRate, bpm);

    /// <summary>Sets how fast the position runs, and the reported tempo, which may differ while the position is corrected.</summary>
    public void Steer(double quartersPerFrame, double bpm)
    {
        if (quartersPerFrame != QuartersPerFrame)
        {
            Anchor();
            QuartersPerFrame = quartersPerFrame;
        }

        Tempo = bpm;
    }

    /// <summary>Runs at a tempo, and takes up an error within a fraction of a second; one above half a quarter is a jump.</summary>
    /// <param name="error">How far the position should be ahead of where it is, in quarters.</param>
    /// <param name="bpm">The tempo in quarters per minute.</param>
    /// <param name="frames">The frames until the next call.</param>
    public void Pull(double error, double bpm, int frames)
    {
        if (Math.Abs(error) > MaxPull)
        {
            Locate(Ppq + error);
            error = 0;
        }

        double speed = bpm / 60 / SampleRate;
        double pull = error * (1 - Math.Exp(-frames / (PullSeconds * SampleRate))) / frames;
        Steer(Math.Clamp(speed + pull, speed / 2, speed * 2), bpm);
    }

    public void SetLoop((double Start, double End)? loop)
    {
        Loop = loop;
        _hasChanged = true;
    }

    /// <summary>The frames until the one nearest to the loop's end, at least 1 and at most <paramref name="frames"/>.</summary>
    public int Limit(int frames) => IsBeforeLoopEnd
        ? (int)Math.Clamp(Math.Round((Loop!.Value.End - RunningPpqAt(0)) / QuartersPerFrame), 1, frames)
        : frames;

    /// <summary>Counts frames and elapsed quarters from 0 again; the position stays.</summary>
    public void Restart()
    {
        Anchor();
        Frame = _anchorFrame = 0;
        _anchorElapsed = 0;
        HasJumped = _hasChanged = true;
    }

    public void Begin() => Report(_hasChanged);

    public void Advance(int frames)
    {
        bool wasBeforeEnd = IsBeforeLoopEnd;
        Frame += frames;
        SongFrame += IsPlaying ? frames : 0;
        HasJumped = _hasChanged = false;
        if (wasBeforeEnd && !IsBeforeLoopEnd)
        {
            // The part of a frame that the pass was too long or too short is kept, so that passes do not drift; but where it was too short,
            // the song's position is the loop's start, not what lies before it.
            (double start, double end) = Loop!.Value;
            Locate(start + RunningPpqAt(0) - end);
            _floor = start;
        }
    }

    internal override double TempoAt(double ppq) => Tempo;

    internal override double SecondsAt(double ppq) => (SongFrame / SampleRate) + ((ppq - Ppq) * 60 / Tempo);

    // The frame nearest to the loop's end is the end.
    private bool IsBeforeLoopEnd => IsPlaying && Loop is { } loop && RunningPpqAt(0) < loop.End - (QuartersPerFrame * (0.5 - Tolerance));

    private double RunningPpqAt(int offset) =>
        IsPlaying ? _anchorPpq + ((Frame + offset - _anchorFrame) * QuartersPerFrame) : _anchorPpq;

    private void Anchor()
    {
        (_anchorPpq, _anchorElapsed) = (RunningPpqAt(0), ElapsedAt(0));
        _anchorFrame = Frame;
    }
}
