using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Steps;

/// <summary>
/// Says which 16th steps of the song fall into a segment and at which frame. It remembers the next step that is due rather than a
/// position, so that no step is doubled or lost where blocks, corrections and tempo changes meet.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
internal struct StepClock
{
    /// <summary>Quarters a step.</summary>
    public const double StepQuarters = 0.25;

    private const double StepsPerQuarter = 4;

    // Noise of the last digits must not put a step on the wrong side of a loop's end; a millionth of a step is far below a frame.
    private const double StepNoise = 1e-6;

    private long _due;

    /// <summary>Begins a segment.</summary>
    public void Enter(in TransportSegment segment)
    {
        _due = segment.Start switch
        {
            SegmentStart.Jump => (long)Math.Ceiling(segment.EarliestPpq * StepsPerQuarter),
            SegmentStart.Wrap => (long)Math.Ceiling(segment.FirstPpq * StepsPerQuarter - StepNoise),
            _ => _due,
        };
    }

    /// <summary>The next step that is due in the segment.</summary>
    /// <param name="segment">The segment that was entered.</param>
    /// <param name="lastFrame">The last frame of the block.</param>
    /// <param name="step">The step, counted in 16ths from the song's start.</param>
    /// <param name="frame">The frame of the block nearest to it.</param>
    /// <returns>False when no further step falls into the segment.</returns>
    public bool Next(in TransportSegment segment, int lastFrame, out long step, out int frame)
    {
        step = _due;
        frame = 0;
        if (_due >= segment.LastPpq * StepsPerQuarter - StepNoise)
        {
            return false;
        }

        double nearest = segment.FrameOf(_due * StepQuarters);
        if (nearest > lastFrame && !segment.EndsInWrap)
        {
            return false;
        }

        frame = (int)Math.Clamp(nearest, segment.Frame, Math.Min(segment.EndFrame, lastFrame));
        _due++;
        return true;
    }
}
