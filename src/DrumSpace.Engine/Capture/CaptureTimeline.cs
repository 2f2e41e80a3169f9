using DrumSpace.Engine.Listening;
using DrumSpace.Engine.Transport;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>
/// Lays everything that is emitted on one line, as it was heard, one after another. The line runs with the song, and through the end of a
/// host's loop without a gap; a bar that the loop cuts is as long as it was heard. Where the song starts or jumps, the line goes on at the
/// next bar, at the place in the bar where the song is, so that what is heard afterwards lies as in the song; the bar before is filled up
/// by silence. A stop takes no time.
/// </summary>
/// <remarks>
/// Audio thread: <see cref="Begin"/>, <see cref="Enter"/> for each segment, and <see cref="End"/>, once a block. Does not allocate, block
/// or throw. The notes are those of at least 64 bars of 4/4 in which every step hits every drum.
/// </remarks>
internal sealed partial class CaptureTimeline
{
    private const int Capacity = 1 << 15;
    private const int MostPieces = 64;
    private const int TicksPerQuarter = CaptureClip.TicksPerQuarter;

    // A bar line that comes within this of where it is due is there: above all rounding, below all music (a 128th).
    private const double Slack = 1.0 / 32;

    private readonly HeardRing _ring = new(Capacity);
    private readonly Piece[] _pieces = new Piece[MostPieces];
    private int _count;
    private BarShape _shape = new(4, 4, 0);
    private double _position;
    private double _offset;
    private double _zero;
    private double _nextBar;
    private double _tempo;
    private long _barTicks;
    private int _barLength;
    private bool _hasBar;
    private bool _hasNewShape;
    private bool _isJump;

    // From a frame on: where frame 0 would lie on the line, and the bar that begins there, if one does.
    private readonly record struct Piece(int Frame, double Zero, long BarTicks, BarShape Shape);

    /// <summary>Where the last block lies.</summary>
    public CaptureTime Time => new(
        _count > 0, _isJump, _count > 0 ? _pieces[0].Zero : _position, _position, (double)_barTicks / TicksPerQuarter, _nextBar + _offset);

    /// <summary>The line's records. Any thread but the audio thread may read them.</summary>
    public HeardRing Records => _ring;

    /// <summary>Begins a block.</summary>
    /// <param name="time">The host's time.</param>
    /// <param name="tempo">The tempo that counts, in quarters a minute.</param>
    public void Begin(in HostTime time, double tempo)
    {
        BarShape shape = BarShape.Of(time);
        _hasNewShape = shape != _shape;
        _shape = shape;
        _tempo = tempo;
        _count = 0;
        _isJump = false;
    }

    /// <summary>Takes a part of the block.</summary>
    public void Enter(in TransportSegment segment)
    {
        double song = Math.Max(segment.Origin + segment.Frame * segment.PpqPerFrame, segment.FirstPpq);
        double half = 0.5 * segment.PpqPerFrame;
        if (segment.Start == SegmentStart.Jump || !_hasBar)
        {
            Jump(segment, song, half);
        }
        else if (segment.Start == SegmentStart.Wrap)
        {
            Wrap(segment, song, half);
        }
        else
        {
            _zero = _count == 0 ? segment.Origin + _offset : _zero;
            Add(segment.Frame, -1);
            if (_hasNewShape)
            {
                TakeShape(segment, song, half);
            }
        }

        _hasNewShape = false;
        for (; _nextBar < segment.LastPpq - Slack / TicksPerQuarter; _nextBar += _shape.Quarters)
        {
            double frame = segment.FrameOf(_nextBar);
            if (frame >= segment.EndFrame && !segment.EndsInWrap)
            {
                break;
            }

            OpenBar((int)Math.Clamp(frame, segment.Frame, segment.EndFrame), _nextBar);
        }
    }

    private void Jump(in TransportSegment segment, double song, double half)
    {
        if (_hasBar && Math.Abs(song + _offset - _position) <= Slack)
        {
            // The song goes on where it was stopped.
            _zero = segment.Origin + _offset;
            Add(segment.Frame, -1);
            return;
        }

        double start = _shape.StartOf(song + half);
        long ticks = _barTicks;
        double heard = _position * TicksPerQuarter - _barTicks;
        if (_hasBar && heard > Slack * TicksPerQuarter)
        {
            ticks += (long)Math.Ceiling(heard / _barLength - Slack) * _barLength;
        }

        _isJump = true;
        _hasBar = true;
        _offset = (double)ticks / TicksPerQuarter - start;
        _zero = segment.Origin + _offset;
        _nextBar = start + _shape.Quarters;
        Open(segment.Frame, ticks);
    }

    private void Wrap(in TransportSegment segment, double song, double half)
    {
        // Without a part before it in the block, the line goes on where it ended.
        _zero = _count == 0 ? _position - segment.Frame * segment.PpqPerFrame : _zero;
        _offset = _zero - segment.Origin;
        Add(segment.Frame, -1);
        double start = _shape.StartOf(song + half);
        _nextBar = song - start <= half + Slack / TicksPerQuarter ? start : start + _shape.Quarters;
    }

    // Another signature, or bars that begin elsewhere: from the bar that begins here, or from the next one.
    private void TakeShape(in TransportSegment segment, double song, double half)
    {
        double start = _shape.StartOf(song + half);
        long ticks = Ticks(start + _offset);
        if (Math.Abs(ticks - _barTicks) <= Slack * TicksPerQuarter)
        {
            Open(segment.Frame, _barTicks);
            _nextBar = start + _shape.Quarters;
        }
        else
        {
            _nextBar = song - start <= Slack ? start : start + _shape.Quarters;
        }
    }

    private void OpenBar(int frame, double song)
    {
        long due = _barTicks + _barLength;
        long ticks = Ticks(song + _offset);

        // Rounding must not add up: a bar that is as long as it should be is so exactly.
        if (Math.Abs(ticks - due) <= Slack * TicksPerQuarter)
        {
            double offset = (double)due / TicksPerQuarter - song;
            ticks = due;
            _zero += offset - _offset;
            _offset = offset;
        }

        Open(frame, Math.Max(ticks, _barTicks));
    }

    private void Open(int frame, long ticks)
    {
        _barTicks = ticks;
        _barLength = _shape.Ticks;
        Add(frame, ticks);
    }

    private void Add(int frame, long barTicks)
    {
        if (_count < MostPieces)
        {
            _pieces[_count++] = new Piece(frame, _zero, barTicks, _shape);
        }
    }
}
