namespace DrumSpace.Engine.Transport;

/// <summary>Cuts a block into segments at the ends of the host's loop. Segments follow each other without a gap.</summary>
/// <remarks>Audio thread. Does not allocate, block or throw.</remarks>
/// <param name="loop">The host's loop.</param>
/// <param name="start">How the block follows the one before.</param>
/// <param name="origin">The position, in quarters, of the block's first frame.</param>
/// <param name="ppqPerFrame">Quarters a frame.</param>
/// <param name="frames">Frames in the block.</param>
internal struct BlockSegments(HostLoop loop, SegmentStart start, double origin, double ppqPerFrame, int frames)
{
    private SegmentStart _start = start;
    private double _origin = origin;
    private int _frame;
    private bool _isDone;

    /// <summary>The next segment.</summary>
    /// <returns>False after the last one.</returns>
    public bool Next(out TransportSegment segment)
    {
        segment = default;
        if (_isDone)
        {
            return false;
        }

        bool isInLoop = loop.IsOn && _origin + _frame * ppqPerFrame < loop.End;
        double first = _start == SegmentStart.Wrap ? loop.Start : double.NegativeInfinity;
        double last = isInLoop ? loop.End : double.PositiveInfinity;
        segment = new(_start, _frame, frames, _origin, first, last, ppqPerFrame, EndsInWrap: false);
        double wrapFrame = isInLoop ? segment.FrameOf(loop.End) : double.PositiveInfinity;
        _isDone = wrapFrame >= frames;
        if (!_isDone)
        {
            _frame = Math.Max((int)wrapFrame, _frame);
            segment = segment with { EndFrame = _frame, EndsInWrap = true };
            _origin -= loop.Length;
            _start = SegmentStart.Wrap;
        }

        return true;
    }
}
