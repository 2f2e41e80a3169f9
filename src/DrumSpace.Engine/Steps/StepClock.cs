using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Says which steps of the song fall into a segment and at which frame. It remembers the next step that is due rather than a position, so
/// that no step is doubled or lost where blocks, corrections, tempo changes and changes of swing or rate meet.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct StepClock
{
    /// <summary>Quarters of the shortest step.</summary>
    public const double ShortestStep = 1.0 / 8;

    // Noise of the last digits must not put a step on the wrong side of a loop's end; a millionth of a step is far below a frame.
    private const double StepNoise = 1e-6;

    private long _due;
    private int _perQuarter = 4;
    private int _newPerQuarter = 4;
    private int _origin;
    private double _delay;

    public StepClock()
    {
    }

    /// <summary>Quarters a step.</summary>
    public readonly double StepQuarters => 1.0 / _perQuarter;

    /// <summary>Takes rate and swing; they count from the next segment.</summary>
    /// <param name="grid">The rate, and from where even and odd steps are told.</param>
    /// <param name="swing">The part of each pair of steps that the first of them takes: 0.5 to 0.75.</param>
    public void Follow(in PatternGrid grid, double swing)
    {
        _newPerQuarter = grid.StepsPerQuarter;
        _origin = grid.Origin;
        _delay = 2 * swing - 1;
    }

    /// <summary>Begins a segment.</summary>
    public void Enter(in TransportSegment segment)
    {
        int before = _perQuarter;
        _perQuarter = _newPerQuarter;
        switch (segment.Start)
        {
            case SegmentStart.Jump:
                _due = FirstAt(segment.EarliestPpq, 0);
                break;
            case SegmentStart.Wrap:
                _due = FirstAt(segment.FirstPpq, StepNoise);
                break;
            case SegmentStart.Continue when before != _perQuarter:
                // The first of the new steps after the last of the old ones, unless it is already past.
                double last = (double)(_due - 1) / before;
                _due = Math.Max((long)Math.Floor(last * _perQuarter + StepNoise) + 1, FirstAt(segment.EarliestPpq, 0));
                break;
        }
    }

    /// <summary>The next step that is due in the segment.</summary>
    /// <param name="segment">The segment that was entered.</param>
    /// <param name="lastFrame">The last frame of the block.</param>
    /// <param name="step">The step, counted from the song's start.</param>
    /// <param name="frame">The frame of the block nearest to it.</param>
    /// <returns>False when no further step falls into the segment.</returns>
    public bool Next(in TransportSegment segment, int lastFrame, out long step, out int frame)
    {
        step = _due;
        frame = 0;
        double place = PlaceOf(_due);
        if (place >= segment.LastPpq * _perQuarter - StepNoise)
        {
            return false;
        }

        double nearest = segment.FrameOf(place / _perQuarter);
        if (nearest > lastFrame && !segment.EndsInWrap)
        {
            return false;
        }

        frame = (int)Math.Clamp(nearest, segment.Frame, Math.Min(segment.EndFrame, lastFrame));
        _due++;
        return true;
    }

    // Where a step sounds, in steps: every second one late by the swing.
    private readonly double PlaceOf(long step) => ((step - _origin) & 1) == 0 ? step : step + _delay;

    // The first step that sounds at a position or after it. A late one may belong before the position and sound after it.
    private readonly long FirstAt(double ppq, double noise)
    {
        double place = ppq * _perQuarter - noise;
        long first = (long)Math.Ceiling(place);
        return PlaceOf(first - 1) >= place ? first - 1 : first;
    }
}
