namespace DrumSpace.Engine.Transport;

/// <summary>
/// Keeps the plugin's own running position in the song. Hosts round the position they report, repeat it, and announce tempo changes and
/// loops in their own ways (prototype measurements in real hosts), so the report corrects the running position instead of being it:
/// a rounded report only when the running position lies outside of what it can mean, an exact one at once when the difference is below a
/// frame or the tempo changed, and slowly otherwise. Only a difference that neither rounding nor tempo explains is a jump.
/// </summary>
/// <remarks>Audio thread. Does not allocate, block or throw. <see cref="Begin"/> once a block, then <see cref="Next"/> until false.</remarks>
internal sealed partial class TransportFollower
{
    /// <summary>The tempo until the host says one, in quarters a minute.</summary>
    public const double DefaultTempo = 120;

    // What lies beyond is a host's mistake; the bounds keep the number of steps in a block finite.
    private const double MinTempo = 1;
    internal const double MaxTempo = 999;

    // A jump is a difference above a hundredth of a quarter: below lie the rounding and the drift of every host that was observed.
    private const double JumpQuarters = 0.01;

    // A tempo that changed explains no more than this: a host that was silent for long may come back anywhere.
    private const double MostExplained = 1;

    // Quarters from the song's start: years at any tempo. What lies beyond is a host's mistake.
    private const double FarthestPosition = 1e9;

    // How fast a host that is inexact in a way of its own is followed: this part of the difference a block.
    private const double Pull = 0.1;

    private double _sampleRate = 44100;
    private double _tempo = DefaultTempo;
    private double _position = double.NaN;
    private double _ppqPerFrame;
    private double _lastReport = double.NaN;
    private long _framesSinceReport;
    private bool _wrapped;
    private PpqResolution _resolution;

    /// <summary>Whether the song runs in the current block.</summary>
    public bool IsRolling { get; private set; }

    /// <summary>The tempo of the current block, in quarters a minute.</summary>
    public double Tempo => _tempo;

    /// <summary>Frames a quarter in the current block.</summary>
    public double FramesPerQuarter => 1 / _ppqPerFrame;

    /// <summary>The position, in quarters, of the current block's first frame; what a pass of the loop still owes is counted before its end.</summary>
    public double BlockPosition { get; private set; }

    /// <summary>Whether the song started or was moved with the current block.</summary>
    public bool BeginsWithJump { get; private set; }

    /// <summary>The host's loop in the current block.</summary>
    public HostLoop Loop => _loop;

    /// <summary>Sets the rate and forgets the position and everything learnt about the host. Not while a block is processed.</summary>
    /// <param name="sampleRate">Frames a second, above 0.</param>
    public void Prepare(double sampleRate)
    {
        _sampleRate = sampleRate;
        _resolution = default;
        Reset();
    }

    /// <summary>Forgets the position; the next rolling block starts anew. The tempo stays.</summary>
    public void Reset()
    {
        _position = double.NaN;
        _lastReport = double.NaN;
        _framesSinceReport = 0;
        _wrapped = false;
        IsRolling = false;
    }

    /// <summary>Takes the host's time for a block of at least one frame.</summary>
    public void Begin(in HostTime time, int frames)
    {
        bool knowsTempo = time.HasTempo && time.Tempo is >= MinTempo and <= MaxTempo;
        if (knowsTempo)
        {
            _tempo = time.Tempo;
        }

        // A host that says nothing at all is no host that stands still: the song then runs free.
        bool isFree = !time.HasPpq && !time.HasTempo && !time.IsPlaying;
        if (!time.IsPlaying && !isFree)
        {
            Reset();
            return;
        }

        IsRolling = true;
        double lastPpqPerFrame = _ppqPerFrame;
        _ppqPerFrame = _tempo / (60 * _sampleRate);
        _loop = new HostLoop(time, _ppqPerFrame);
        _frames = frames;
        _frame = 0;
        _isOver = false;
        _pendingEnd = double.NaN;
        _start = SegmentStart.Continue;
        bool hasReport = time.HasPpq && IsPosition(time.Ppq);
        if (hasReport)
        {
            _resolution.Observe(time.Ppq);
        }

        if (double.IsNaN(_position))
        {
            Jump(hasReport ? time.Ppq : 0);
        }
        else if (hasReport)
        {
            Follow(time.Ppq, lastPpqPerFrame);
        }

        if (hasReport)
        {
            _framesSinceReport = time.Ppq == _lastReport ? _framesSinceReport : 0;
            _lastReport = time.Ppq;
        }

        _framesSinceReport += frames;
        _origin = _position;
        BlockPosition = double.IsNaN(_pendingEnd) ? _origin : _pendingEnd;
        BeginsWithJump = _start == SegmentStart.Jump;
        _position += frames * _ppqPerFrame;
        _wrapped = false;
    }

    /// <summary>Whether a number of quarters can be a place in a song.</summary>
    public static bool IsPosition(double ppq) => Math.Abs(ppq) <= FarthestPosition;

    private void Jump(double ppq)
    {
        _position = ppq;
        _start = SegmentStart.Jump;
    }

    private void Follow(double reported, double lastPpqPerFrame)
    {
        int passes = _loop.PassesTo(reported, _position);
        double ppq = reported + passes * _loop.Length;

        // A tempo that changed within the last block explains any position between those that the old and the new one lead to.
        double explained = _framesSinceReport * (_ppqPerFrame - lastPpqPerFrame);
        double other = _position + Math.Clamp(explained, -MostExplained, MostExplained);
        double unexplained = Math.Max(Math.Min(_position, other) - ppq, ppq - Math.Max(_position, other));
        bool fits = unexplained <= JumpQuarters + _resolution.HalfStep;
        bool isRepeated = reported == _lastReport && !(fits && (passes > 0 || (_wrapped && passes == 0)));
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
            _pendingEnd = _position;
        }

        // A report of exactly the loop's start, where it was expected, is a host that begins each pass with a block.
        bool isPassStart = (wrapsHere || _wrapped) && Math.Abs(reported - _loop.Start) < 1e-9 && Math.Abs(ppq - _position) <= _ppqPerFrame;
        if (isPassStart)
        {
            _position = ppq;
        }
        else
        {
            Correct(ppq, _ppqPerFrame != lastPpqPerFrame);
        }

        if (wrapsHere)
        {
            _position -= _loop.Length;
        }
    }

    private void Correct(double reported, bool isTempoNew)
    {
        double difference = reported - _position;
        if (_resolution.HalfStep > 0)
        {
            double excess = Math.Abs(difference) - _resolution.HalfStep;
            _position += excess > 0 ? Math.CopySign(excess, difference) : 0;
        }
        else
        {
            _position += isTempoNew || Math.Abs(difference) <= _ppqPerFrame ? difference : Pull * difference;
        }
    }
}
