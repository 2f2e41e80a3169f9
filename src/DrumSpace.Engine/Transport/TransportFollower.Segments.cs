namespace DrumSpace.Engine.Transport;

internal sealed partial class TransportFollower
{
    private HostLoop _loop;
    private SegmentStart _start;
    private int _frames;
    private int _frame;
    private double _origin;
    private double _pendingEnd;
    private bool _isOver;

    /// <summary>The next part of the block in which time runs on; the parts follow each other without a gap.</summary>
    /// <returns>False after the last part, and when the song does not run.</returns>
    public bool Next(out TransportSegment segment)
    {
        if (!IsRolling || _isOver)
        {
            segment = default;
            return false;
        }

        if (!double.IsNaN(_pendingEnd))
        {
            segment = EndPass();
            return true;
        }

        double first = _start == SegmentStart.Wrap ? _loop.Start : double.NegativeInfinity;
        bool isInLoop = _loop.IsOn && _origin + _frame * _ppqPerFrame < _loop.End;
        double last = isInLoop ? _loop.End : double.PositiveInfinity;
        segment = new(_start, _frame, _frames, _origin, first, last, _ppqPerFrame, EndsInWrap: false);
        double wrapFrame = isInLoop ? segment.FrameOf(_loop.End) : double.PositiveInfinity;
        if (wrapFrame >= _frames)
        {
            _isOver = true;
            return true;
        }

        segment = segment with { EndFrame = Math.Max((int)wrapFrame, _frame), EndsInWrap = true };
        _frame = segment.EndFrame;
        _origin -= _loop.Length;
        _position -= _loop.Length;
        _start = SegmentStart.Wrap;
        _wrapped = true;
        return true;
    }

    // The host begins a pass with this block and the running position was a moment short of it: what the last pass still owes comes first.
    private TransportSegment EndPass()
    {
        TransportSegment end = new(
            SegmentStart.Continue, 0, 0, _pendingEnd, double.NegativeInfinity, _loop.End, _ppqPerFrame, EndsInWrap: true);
        _pendingEnd = double.NaN;
        _start = SegmentStart.Wrap;
        return end;
    }
}
