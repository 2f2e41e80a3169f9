using System.Buffers;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Transport;
using DrumSpace.Music.Capture;
using DrumSpace.RealTime;

namespace DrumSpace.Engine.Capture;

/// <summary>Keeps the newest events of the capture timeline: at least 64 bars of 4/4 in which every step hits every drum.</summary>
/// <remarks>
/// Audio thread. Does not allocate, block or throw. <see cref="LastBars"/> is for any other thread: it allocates, and waits for no one.
/// </remarks>
internal sealed class CaptureBuffer
{
    private const int Capacity = 1 << 15;

    // Ticks between two tempo events: a ramp that changes with every block must not fill the ring.
    private const long TempoTicks = CaptureClip.TicksPerQuarter / 16;

    // Smaller changes are less than the rounding of a tempo event.
    private const double MinTempoChange = 1.0 / 4096;

    private readonly HistoryRing<CaptureEvent> _ring = new(Capacity);
    private double _tempo;
    private int _barCount;
    private long _tempoTicks = -TempoTicks;
    private long _barStart;
    private long _barLast = long.MaxValue;

    /// <summary>Begins a block.</summary>
    /// <param name="max">The most events that it adds.</param>
    public void Begin(int max) => _ring.Begin(max);

    /// <summary>Adds a bar line.</summary>
    public void AddBar(long ticks, in Meter meter, bool isAfterJump)
    {
        Volatile.Write(ref _barCount, _barCount + 1);
        _ring.Add(CaptureEvent.OfBar(ticks, meter, isAfterJump));
        _barStart = ticks;
        _barLast = ticks + meter.BarTicks - 1;
    }

    /// <summary>Adds the tempo where it changed, or in any case where a bar begins: the events before the bar may be overwritten.</summary>
    public void AddTempo(long ticks, double tempo, bool beginsBar)
    {
        if (beginsBar || (Math.Abs(tempo - _tempo) > MinTempoChange && ticks - _tempoTicks >= TempoTicks))
        {
            _ring.Add(CaptureEvent.OfTempo(ticks, tempo));
            _tempo = tempo;
            _tempoTicks = ticks;
        }
    }

    /// <summary>Adds a note's start or end; rounding moves none out of its bar.</summary>
    public void AddNote(long ticks, in MidiEvent note, NoteSource source) =>
        _ring.Add(CaptureEvent.OfNote(Math.Clamp(ticks, _barStart, _barLast), note, source));

    /// <summary>Adds the end of a note that a jump or a stop cuts off.</summary>
    public void AddCutOff(long ticks, in MidiEvent noteOff, NoteSource source) => _ring.Add(CaptureEvent.OfNote(ticks, noteOff, source));

    /// <summary>Ends a block.</summary>
    /// <param name="ticks">The tick that the timeline has reached.</param>
    public void End(long ticks) => _ring.End(ticks);

    /// <summary>How many bars were added, the one that runs among them. Any thread.</summary>
    public int BarCount => Volatile.Read(ref _barCount);

    /// <summary>The last bars, see <see cref="CaptureExtractor"/>.</summary>
    /// <param name="bars">At most how many, at least 1.</param>
    /// <returns>Null when no bar was captured.</returns>
    public CaptureClip? LastBars(int bars)
    {
        // Rented to avoid GC pauses, which would stall the audio thread.
        CaptureEvent[] rented = ArrayPool<CaptureEvent>.Shared.Rent(_ring.Capacity);
        ReadOnlySpan<CaptureEvent> events = _ring.Read(rented, out long end);
        CaptureClip? clip = CaptureExtractor.LastBars(events, end, bars);
        ArrayPool<CaptureEvent>.Shared.Return(rented);
        return clip;
    }
}
