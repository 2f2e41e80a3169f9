namespace DrumSpace.Engine.Transport;

/// <summary>
/// Keeps the plugin's own running position in the song. Hosts round the position they report, repeat it, and announce tempo changes and
/// loops in different ways (measured in real hosts). So a report does not replace the running position but corrects it: a rounded report
/// only where the running position lies outside the rounding, an exact one at once where the difference is below a frame or the tempo
/// changed, and slowly otherwise. Where the position steadily moves at another speed than the tempo says (varispeed, ramps that are not
/// reported), the running position takes that speed. Only a difference that none of these explains is a jump.
/// </summary>
/// <remarks>
/// Audio thread. Does not allocate, block or throw. <see cref="Begin"/> once a block, then <see cref="Next"/> until it returns false.
/// </remarks>
internal sealed class TransportFollower
{
    /// <summary>The tempo until the host reports one, in quarters a minute.</summary>
    public const double DefaultTempo = 120;

    // Tempos outside are held at these bounds, which limit the number of steps in a block; what is far beyond is a host error.
    private const double MinTempo = 1;
    internal const double MaxTempo = 999;
    private const double MaxPlausibleTempo = 10_000;

    // Quarters: a larger difference is a jump. The rounding and drift of every host that was observed is smaller.
    private const double JumpQuarters = 0.01;

    // Quarters: the largest difference that a tempo change explains. A host that reported nothing for long may be anywhere.
    private const double MaxExplained = 1;

    // Quarters: the furthest that a song which runs faster than expected is followed in one go, so that no more than a 16th comes late.
    private const double MaxCatchUp = 0.25;

    // Quarters from the song's start: years at any tempo. Positions beyond are host errors.
    private const double MaxPosition = 1e9;

    // The part of an unexplained small difference that is corrected each block.
    private const double Pull = 0.1;

    private double _sampleRate = 44100;
    private double _position = double.NaN;
    private double _ppqPerFrame;
    private SpeedMeter _speed = new();
    private double _lastReport = double.NaN;
    private long _framesSinceReport;
    private bool _hasWrapped;
    private PpqResolution _resolution;
    private BlockSegments _segments;

    // Where the host's loop wraps at the block's start: the running position, just short of the loop's end. NaN otherwise.
    private double _passEnd = double.NaN;

    /// <summary>Whether the song runs in the current block.</summary>
    public bool IsRolling { get; private set; }

    /// <summary>The tempo of the current block, in quarters a minute.</summary>
    public double Tempo { get; private set; } = DefaultTempo;

    /// <summary>Frames a quarter in the current block.</summary>
    public double FramesPerQuarter => 1 / _ppqPerFrame;

    /// <summary>The position, in quarters, of the block's first frame; just short of the loop's end where the host wraps there.</summary>
    public double BlockPosition { get; private set; }

    /// <summary>Whether the song started or was moved with the current block.</summary>
    public bool BeginsWithJump { get; private set; }

    /// <summary>The host's loop in the current block.</summary>
    public HostLoop Loop { get; private set; }

    /// <summary>Sets the sample rate, and forgets the position and the host's resolution. Not while a block is processed.</summary>
    /// <param name="sampleRate">Frames a second, above 0.</param>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        _resolution = default;
        Reset();
    }

    /// <summary>Forgets the position, so that the next rolling block starts with a jump. The tempo stays.</summary>
    public void Reset()
    {
        _position = double.NaN;
        _passEnd = double.NaN;
        _lastReport = double.NaN;
        _framesSinceReport = 0;
        _speed = new SpeedMeter();
        _hasWrapped = false;
        IsRolling = false;
    }

    /// <summary>Takes the host's time for a block of at least one frame.</summary>
    public void Begin(in HostTime time, int frames)
    {
        Tempo = time.HasTempo && time.Tempo is > 0 and <= MaxPlausibleTempo ? Math.Clamp(time.Tempo, MinTempo, MaxTempo) : Tempo;

        // A host that reports no time at all is not a stopped one: the song then runs freely.
        bool isFree = !time.HasPpq && !time.HasTempo && !time.IsPlaying;
        if (!time.IsPlaying && !isFree)
        {
            Reset();
            return;
        }

        IsRolling = true;
        double lastPpqPerFrame = _ppqPerFrame;
        double nominal = Tempo / (60 * _sampleRate);
        _ppqPerFrame = _speed.Value * nominal;
        Loop = new HostLoop(time, _ppqPerFrame);
        BeginsWithJump = false;
        _passEnd = double.NaN;
        bool hasReport = time.HasPpq && IsPosition(time.Ppq);
        if (double.IsNaN(_position))
        {
            Jump(hasReport ? time.Ppq : 0);
        }

        if (hasReport)
        {
            _resolution.Observe(time.Ppq);
            Follow(time.Ppq, lastPpqPerFrame);
            // Jumps ahead are observed too: with long blocks a high speed looks like one.
            bool isContinuous = time.Ppq >= _lastReport && double.IsNaN(_passEnd) && !_hasWrapped;
            bool isRepeated = time.Ppq == _lastReport;
            if (!(isRepeated && isContinuous))
            {
                _speed.Observe(time.Ppq, isContinuous, _resolution.HalfStep);
            }

            _framesSinceReport = isRepeated ? _framesSinceReport : 0;
            _lastReport = time.Ppq;
        }

        _framesSinceReport += frames;
        _speed.Advance(frames * nominal);
        bool wrapsHere = !double.IsNaN(_passEnd);
        SegmentStart start = BeginsWithJump ? SegmentStart.Jump : wrapsHere ? SegmentStart.Wrap : SegmentStart.Continue;
        _segments = new BlockSegments(Loop, start, _position, _ppqPerFrame, frames);
        BlockPosition = wrapsHere ? _passEnd : _position;
        _position += frames * _ppqPerFrame;
        _hasWrapped = false;
    }

    /// <summary>The next segment of the block; segments follow each other without a gap.</summary>
    /// <returns>False after the last one, and while the song does not run.</returns>
    public bool Next(out TransportSegment segment)
    {
        if (!double.IsNaN(_passEnd))
        {
            // Flush the remaining steps of the pass that ended before the block.
            double end = _passEnd;
            _passEnd = double.NaN;
            segment = new(SegmentStart.Continue, 0, 0, end, double.NegativeInfinity, Loop.End, _ppqPerFrame, EndsInWrap: true);
            return true;
        }

        segment = default;
        if (!IsRolling || !_segments.Next(out segment))
        {
            return false;
        }

        if (segment.EndsInWrap)
        {
            _position -= Loop.Length;
            _hasWrapped = true;
        }

        return true;
    }

    /// <summary>Whether a number of quarters can be a song position.</summary>
    public static bool IsPosition(double ppq) => Math.Abs(ppq) <= MaxPosition;

    private void Jump(double ppq)
    {
        _position = ppq;
        BeginsWithJump = true;
    }

    private void Follow(double reported, double lastPpqPerFrame)
    {
        int passes = Loop.PassesTo(reported, _position);
        double ppq = reported + passes * Loop.Length;

        // A tempo that changed within the last block explains every position between those that the old and the new tempo lead to.
        double explained = _framesSinceReport * (_ppqPerFrame - lastPpqPerFrame);
        double other = _position + Math.Clamp(explained, -MaxExplained, MaxExplained);
        double unexplained = Math.Max(Math.Min(_position, other) - ppq, ppq - Math.Max(_position, other));
        bool isNear = unexplained <= JumpQuarters + _resolution.HalfStep;
        double moved = reported - _lastReport;
        bool isForward = passes == 0 && moved > 0 && moved <= SpeedMeter.MaxValue * _framesSinceReport * _ppqPerFrame
            && reported - _position <= MaxCatchUp;
        bool fits = isNear || isForward;
        bool isRepeated = reported == _lastReport && !(fits && (passes > 0 || (_hasWrapped && passes == 0)));
        if (isRepeated)
        {
            return;
        }

        if (!fits)
        {
            Jump(reported);
            return;
        }

        bool wrapsHere = passes > 0;
        if (wrapsHere)
        {
            _passEnd = _position;
        }

        // The loop's start reported exactly, where it is expected: this host starts each pass with a new block.
        bool isPassStart = (wrapsHere || _hasWrapped) && Math.Abs(reported - Loop.Start) < 1e-9
            && Math.Abs(ppq - _position) <= _ppqPerFrame;
        if (isPassStart)
        {
            _position = ppq;
        }
        else
        {
            Correct(ppq, isAtOnce: !isNear || _ppqPerFrame != lastPpqPerFrame);
        }

        if (wrapsHere)
        {
            _position -= Loop.Length;
        }
    }

    private void Correct(double reported, bool isAtOnce)
    {
        double difference = reported - _position;
        if (_resolution.HalfStep > 0)
        {
            double excess = Math.Abs(difference) - _resolution.HalfStep;
            _position += excess > 0 ? Math.CopySign(excess, difference) : 0;
        }
        else
        {
            _position += isAtOnce || Math.Abs(difference) <= _ppqPerFrame ? difference : Pull * difference;
        }
    }
}
