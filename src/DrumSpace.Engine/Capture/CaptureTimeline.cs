using DrumSpace.Engine.Listening;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Transport;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine.Capture;

/// <summary>
/// Places the notes that were output on one continuous timeline, in the order in which they sounded. The timeline follows the song and runs
/// through the end of the host's loop without a gap, so a bar that the loop cuts is shorter. Where the song starts or jumps, the timeline
/// continues at the next bar line, plus the song's position within its bar; the rest of the bar before is silence. A stop takes no time.
/// </summary>
/// <remarks>
/// Audio thread: <see cref="Begin"/>, <see cref="Enter"/> for each segment, and <see cref="End"/>, once a block. Does not allocate, block
/// or throw. <see cref="LastBars"/> is for any other thread.
/// </remarks>
internal sealed class CaptureTimeline
{
    private const int MaxSpans = 64;
    private const int TicksPerQuarter = CaptureClip.TicksPerQuarter;

    // The tolerance of bar lines, in quarters (a 128th note): above all rounding, below any note.
    private const double Tolerance = 1.0 / 32;

    // Quarters below a tick: differences of the last digits of a position.
    private const double Noise = Tolerance / TicksPerQuarter;

    private readonly CaptureBuffer _buffer = new();
    private readonly CaptureSpan[] _spans = new CaptureSpan[MaxSpans];
    private int _count;
    private Meter _meter = new(4, 4, 0);
    private bool _isNewMeter;
    private double _tempo;
    private bool _hasJumped;

    // Timeline positions in quarters: the end of what was captured, and frame 0 of the block in the newest span.
    private double _position;
    private double _origin;

    // The timeline position less the song position, and the song position of the next bar line, in quarters.
    private double _offset;
    private double _nextBar;

    // The bar that runs: its first tick and its length.
    private bool _hasBar;
    private long _barStart;
    private int _barTicks;

    /// <summary>Where the last block lies.</summary>
    public CaptureTime Time => new(
        _count > 0,
        _hasJumped,
        _count > 0 ? _spans[0].Origin : _position,
        _position,
        (double)_barStart / TicksPerQuarter,
        _nextBar + _offset);

    /// <summary>The last bars. Any thread but the audio thread; waits for no one.</summary>
    /// <param name="bars">At most how many, at least 1.</param>
    /// <returns>Null when no bar was captured.</returns>
    public CaptureClip? LastBars(int bars) => _buffer.LastBars(bars);

    /// <summary>How many bars were played, the one that runs among them. Any thread.</summary>
    public int BarCount => _buffer.BarCount;

    /// <summary>Begins a block.</summary>
    /// <param name="meter">The song's meter.</param>
    /// <param name="tempo">The block's tempo, in quarters a minute.</param>
    public void Begin(in Meter meter, double tempo)
    {
        _isNewMeter = meter != _meter;
        _meter = meter;
        _tempo = tempo;
        _count = 0;
        _hasJumped = false;
    }

    /// <summary>Adds a segment of the block.</summary>
    public void Enter(in TransportSegment segment)
    {
        double song = Math.Max(segment.Origin + segment.Frame * segment.PpqPerFrame, segment.FirstPpq);
        double halfFrame = 0.5 * segment.PpqPerFrame;
        double barStart = _meter.BarStartOf(song + halfFrame);
        if (segment.Start == SegmentStart.Jump || !_hasBar)
        {
            Jump(segment, song, barStart);
        }
        else if (segment.Start == SegmentStart.Wrap)
        {
            // Without a span before it in the block, the timeline continues where the last block ended.
            _origin = _count == 0 ? _position - segment.Frame * segment.PpqPerFrame : _origin;
            _offset = _origin - segment.Origin;
            AddSpan(segment);
            _nextBar = NextBar(song, barStart, halfFrame + Noise);
        }
        else
        {
            _origin = _count == 0 ? segment.Origin + _offset : _origin;
            AddSpan(segment);
            if (_isNewMeter)
            {
                ChangeMeter(segment, song, barStart);
            }
        }

        _isNewMeter = false;
        AddBars(segment);
    }

    /// <summary>Ends the block and captures its notes.</summary>
    /// <param name="events">Its events.</param>
    /// <param name="frames">Its frames; 0 when the song does not run.</param>
    public void End(MidiEventBuffer events, int frames)
    {
        ReadOnlySpan<MidiEvent> notes = events.Events;
        if (notes.Length == 0 && _count == 0)
        {
            return;
        }

        _buffer.Begin(notes.Length + 2 * _count);
        int next = 0;

        // Notes that a jump cuts off end where the timeline was before it; so do notes that end while the song is stopped.
        for (; next < notes.Length && (_count == 0 || (_hasJumped && notes[next] is { Frame: 0, Data2: 0 })); next++)
        {
            _buffer.AddCutOff(TicksOf(_position), notes[next], events.Sources[next]);
        }

        for (int number = 0; number < _count; number++)
        {
            CaptureSpan span = _spans[number];
            int end = number + 1 < _count ? _spans[number + 1].Frame : int.MaxValue;
            if (span.BeginsBar)
            {
                _buffer.AddBar(span.BarTicks, span.Meter, span.IsAfterJump);
            }

            _buffer.AddTempo(TicksOf(span.PositionOf(span.Frame)), _tempo, span.BeginsBar);
            for (; next < notes.Length && notes[next].Frame < end; next++)
            {
                _buffer.AddNote(TicksOf(span.PositionOf(notes[next].Frame)), notes[next], events.Sources[next]);
            }

            _position = span.PositionOf(frames);
        }

        _buffer.End(TicksOf(_position));
    }

    /// <summary>Captures the note-offs of a suspension.</summary>
    public void Suspend(MidiEventBuffer events)
    {
        _count = 0;
        End(events, 0);
    }

    private static long TicksOf(double quarters) => (long)Math.Round(quarters * TicksPerQuarter);

    private void Jump(in TransportSegment segment, double song, double barStart)
    {
        if (_hasBar && Math.Abs(song + _offset - _position) <= Tolerance)
        {
            // The song resumes where it was stopped.
            _origin = segment.Origin + _offset;
            AddSpan(segment);
            return;
        }

        long ticks = _barStart;
        double captured = _position * TicksPerQuarter - _barStart;
        if (_hasBar && captured > Tolerance * TicksPerQuarter)
        {
            ticks += (long)Math.Ceiling(captured / _barTicks - Tolerance) * _barTicks;
        }

        _hasJumped = true;
        _hasBar = true;
        _offset = (double)ticks / TicksPerQuarter - barStart;
        _origin = segment.Origin + _offset;
        _nextBar = barStart + _meter.BarQuarters;
        AddBar(segment, segment.Frame, ticks, isAfterJump: true);
    }

    // A new time signature, or bars that begin elsewhere: valid from the bar that begins here, or from the next one.
    private void ChangeMeter(in TransportSegment segment, double song, double barStart)
    {
        if (Math.Abs(TicksOf(barStart + _offset) - _barStart) <= Tolerance * TicksPerQuarter)
        {
            AddBar(segment, segment.Frame, _barStart);
            _nextBar = barStart + _meter.BarQuarters;
        }
        else
        {
            _nextBar = NextBar(song, barStart, Tolerance);
        }
    }

    private double NextBar(double song, double barStart, double tolerance) =>
        song - barStart <= tolerance ? barStart : barStart + _meter.BarQuarters;

    private void AddBars(in TransportSegment segment)
    {
        for (; _nextBar < segment.LastPpq - Noise; _nextBar += _meter.BarQuarters)
        {
            double frame = segment.FrameOf(_nextBar);
            if (frame >= segment.EndFrame && !segment.EndsInWrap)
            {
                break;
            }

            long due = _barStart + _barTicks;
            long ticks = TicksOf(_nextBar + _offset);

            // Rounding must not add up: a bar of about its nominal length has exactly that.
            if (Math.Abs(ticks - due) <= Tolerance * TicksPerQuarter)
            {
                double offset = (double)due / TicksPerQuarter - _nextBar;
                ticks = due;
                _origin += offset - _offset;
                _offset = offset;
            }

            AddBar(segment, (int)Math.Clamp(frame, segment.Frame, segment.EndFrame), Math.Max(ticks, _barStart));
        }
    }

    private void AddBar(in TransportSegment segment, int frame, long ticks, bool isAfterJump = false)
    {
        _barStart = ticks;
        _barTicks = _meter.BarTicks;
        AddSpan(new CaptureSpan(frame, _origin, segment.PpqPerFrame, ticks, _meter, isAfterJump));
    }

    private void AddSpan(in TransportSegment segment) => AddSpan(new CaptureSpan(segment.Frame, _origin, segment.PpqPerFrame, -1, _meter));

    private void AddSpan(in CaptureSpan span)
    {
        if (_count < MaxSpans)
        {
            _spans[_count++] = span;
        }
    }
}
