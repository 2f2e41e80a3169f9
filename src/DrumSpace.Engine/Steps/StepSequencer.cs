using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Says which steps of the song are to be decided in a segment and at which frame: each as far before its place as its earliest hit can
/// be, at its place where no hit can be early. It remembers the next step that is due rather than a position, so that no step is doubled
/// or lost where blocks, corrections, tempo changes and changes of meter, swing, groove or rate meet. A step belongs to a pass of the
/// host's loop by its place; so the steps of the next pass can be due before the song wraps.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct StepSequencer
{
    /// <summary>Quarters of the shortest step.</summary>
    public const double MinStepQuarters = 1.0 / 8;

    // Quarters. Noise of the last digits must not put a step on the wrong side of a loop's end; far below a frame.
    private const double Noise = 1e-7;

    private StepGrid _grid = StepGrid.Default;
    private StepGrid _newGrid = StepGrid.Default;
    private bool _isNewGrid;
    private long _due;
    private double _place;
    private double _swing = 0.5;
    private double _ahead;
    private long _firstOfJump = long.MinValue;
    private long _firstFresh = long.MinValue;
    private double _jump;
    private int _passes;
    private HostLoop _loop;

    public StepSequencer()
    {
    }

    /// <summary>Quarters a step.</summary>
    public readonly double StepQuarters => 1.0 / _grid.StepsPerQuarter;

    /// <summary>Quarters by which a step is decided before its place.</summary>
    public readonly double Ahead => _ahead / _grid.StepsPerQuarter;

    /// <summary>Whether the next pass of the loop has begun here, and the song has not wrapped yet.</summary>
    public readonly bool IsInNextPass => _passes > 0;

    /// <summary>Takes the steps' places, swing and groove; they count from the next segment.</summary>
    /// <param name="grid">Where the steps lie.</param>
    /// <param name="swing">The part of each pair of steps that the first of them takes: 0.5 to 0.75.</param>
    /// <param name="earliest">How far before its place a hit can be, in steps: 0 to 0.5.</param>
    public void Follow(in StepGrid grid, double swing, double earliest)
    {
        _newGrid = grid;
        _isNewGrid = true;
        _swing = swing;
        _ahead = earliest;
    }

    /// <summary>The position up to which steps are decided, in quarters, when the song is at a position.</summary>
    public readonly double DecidedAt(double position) => position + Ahead - Shift;

    /// <summary>Goes back to the pass that sounds when the host's loop is no longer the one whose next pass has begun here.</summary>
    /// <param name="loop">The host's loop in this block.</param>
    /// <param name="end">Where that pass was to begin, in quarters: what was decided from there on will not come.</param>
    /// <returns>Whether it went back.</returns>
    public bool Returns(in HostLoop loop, out double end)
    {
        end = _loop.End;
        if (_passes == 0 || (loop.Start == _loop.Start && loop.End == _loop.End))
        {
            return false;
        }

        _passes = 0;
        Expect(FirstAt(end - Noise));
        return true;
    }

    /// <summary>Begins a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="from">Where a bar of another meter begins of which steps are decided already, in quarters.</param>
    /// <returns>Whether there is one: its steps are decided anew.</returns>
    public bool Enter(in TransportSegment segment, out double from)
    {
        from = _newGrid.Origin;
        bool isNewGrid = _isNewGrid;
        double last = isNewGrid ? _grid.PpqOf(_due - 1) : 0;
        if (isNewGrid)
        {
            isNewGrid = _grid != _newGrid;
            _grid = _newGrid;
            _isNewGrid = false;
            Expect(_due);
        }

        _firstOfJump = _firstFresh = long.MinValue;
        if (segment.Start == SegmentStart.Jump)
        {
            Jump(segment.EarliestPpq - segment.PpqPerFrame / 2);
        }
        else if (segment.Start == SegmentStart.Wrap && _passes == 0)
        {
            Expect(FirstAt(segment.FirstPpq - Noise));
        }
        else
        {
            _passes -= segment.Start == SegmentStart.Wrap ? 1 : 0;
            if (isNewGrid)
            {
                double now = segment.EarliestPpq - Shift;
                long next = _grid.FirstAt(last + 2 * Noise);
                if (from >= now && last >= from - Noise)
                {
                    (_jump, _firstFresh) = (now, next);
                    Expect(FirstAt(from - Noise));
                    return true;
                }

                // The first of the new steps after the last of the old ones, unless it is already past.
                Expect(Math.Max(next, FirstAt(now)));
            }
        }

        return false;
    }

    /// <summary>The next step that is due in the segment.</summary>
    /// <param name="segment">The segment that was entered.</param>
    /// <param name="lastFrame">The last frame of the block.</param>
    /// <param name="due">The step.</param>
    /// <returns>False when no further step of this pass is due in the segment.</returns>
    public bool Next(in TransportSegment segment, int lastFrame, out DueStep due)
    {
        due = default;
        if (_place >= segment.LastPpq - Noise)
        {
            return false;
        }

        double ppq = _place + Shift;
        double nearest = segment.FrameOf(ppq - Ahead);
        int end = Math.Min(segment.EndFrame, lastFrame);

        // What the pass that ends with the segment still owes comes with it, whatever the frame.
        bool isOwed = segment.EndsInWrap && _passes == 0;
        if (nearest > (isOwed ? double.PositiveInfinity : _passes > 0 ? end : lastFrame))
        {
            return false;
        }

        due = new DueStep(_due, ppq, (int)Math.Clamp(nearest, segment.Frame, end), _due < _firstOfJump, _due < _firstFresh);
        Expect(_due + 1);
        return true;
    }

    /// <summary>Where a step lies, in quarters from the song's start, swing included.</summary>
    public readonly double PpqOf(long step) => _grid.PpqOf(step, _swing);

    /// <summary>Whether a place, in quarters, lies before the one to which the song last jumped or at which the meter changed.</summary>
    public readonly bool IsPast(double ppq) => ppq < _jump;

    /// <summary>Begins the next pass of the host's loop, when its first step can have a hit that sounds in the segment.</summary>
    /// <param name="segment">The segment that was entered, and that has no more steps of this pass.</param>
    /// <param name="lastFrame">The last frame of the block.</param>
    /// <param name="loop">The host's loop.</param>
    /// <returns>Whether it did: there may be steps again.</returns>
    public bool BeginsPass(in TransportSegment segment, int lastFrame, in HostLoop loop)
    {
        if (_ahead == 0 || double.IsPositiveInfinity(segment.LastPpq)
            || segment.FrameOf(segment.LastPpq + _passes * loop.Length - Ahead) > Math.Min(segment.EndFrame, lastFrame))
        {
            return false;
        }

        _loop = loop;
        _passes++;
        Expect(FirstAt(loop.Start - Noise));
        _firstOfJump = long.MinValue;
        return true;
    }

    private readonly double Shift => _passes * _loop.Length;

    // The place is kept, because most blocks ask for it and decide nothing.
    private void Expect(long step)
    {
        _due = step;
        _place = PpqOf(step);
    }

    // Of a step before the place to which the song jumped, the late hits are still to come.
    private void Jump(double ppq)
    {
        _passes = 0;
        _jump = ppq;
        long first = _firstOfJump = FirstAt(ppq);
        while (_ahead > 0 && PpqOf(first - 1) + Ahead >= ppq)
        {
            first--;
        }

        Expect(first);
    }

    // The first step that sounds at a position, in quarters, or after it. A late one may belong before the position and sound after it.
    private readonly long FirstAt(double ppq)
    {
        long first = _grid.FirstAt(ppq);
        return PpqOf(first - 1) >= ppq ? first - 1 : first;
    }
}
