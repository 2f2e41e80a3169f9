using DrumSpace.Engine.Notes;

namespace DrumSpace.Engine.Capture;

internal sealed partial class CaptureTimeline
{
    // Ticks between two tempos: a ramp that changes with every block must not fill the ring.
    private const long TempoTicks = TicksPerQuarter / 16;

    // Smaller steps of the tempo than its record can tell.
    private const double TempoNoise = 1.0 / 4096;

    private double _writtenTempo;
    private long _tempoTicks = -TempoTicks;
    private long _firstTick;
    private long _lastTick = long.MaxValue;

    /// <summary>Writes what the block brought.</summary>
    /// <param name="events">Its events.</param>
    /// <param name="frames">Its frames; 0 when the song does not run.</param>
    /// <param name="framesPerQuarter">Frames a quarter.</param>
    public void End(MidiEventBuffer events, int frames, double framesPerQuarter)
    {
        ReadOnlySpan<MidiEvent> notes = events.Events;
        if (notes.Length == 0 && _count == 0)
        {
            return;
        }

        _ring.Begin(notes.Length + 2 * _count);
        int next = 0;

        // What sounded before a jump ends where the line was; so does what ends while the song stands.
        for (; (_isJump || _count == 0) && next < notes.Length && (_count == 0 || notes[next] is { Frame: 0, Data2: 0 }); next++)
        {
            _ring.Add(CaptureEvent.OfNote(Ticks(_position), notes[next], events.Parts[next]));
        }

        double perFrame = 1 / framesPerQuarter;
        for (int number = 0; number < _count; number++)
        {
            Piece piece = _pieces[number];
            int end = number + 1 < _count ? _pieces[number + 1].Frame : int.MaxValue;
            WriteBar(piece);
            WriteTempo(Ticks(piece.Zero + piece.Frame * perFrame), isBar: piece.BarTicks >= 0);
            for (; next < notes.Length && notes[next].Frame < end; next++)
            {
                long ticks = Ticks(piece.Zero + notes[next].Frame * perFrame);

                // Rounding moves no note out of its bar.
                _ring.Add(CaptureEvent.OfNote(Math.Clamp(ticks, _firstTick, _lastTick), notes[next], events.Parts[next]));
            }

            _position = piece.Zero + frames * perFrame;
        }

        _ring.End(Ticks(_position));
    }

    /// <summary>Writes the ends of what sounded when the host stopped processing.</summary>
    public void Rest(MidiEventBuffer events)
    {
        _count = 0;
        End(events, 0, 1);
    }

    private static long Ticks(double quarters) => (long)Math.Round(quarters * TicksPerQuarter);

    // Each bar has the tempo, however long ago it changed: what came before the bar may be gone from the ring.
    private void WriteTempo(long ticks, bool isBar)
    {
        if (isBar || (Math.Abs(_tempo - _writtenTempo) > TempoNoise && ticks - _tempoTicks >= TempoTicks))
        {
            _ring.Add(CaptureEvent.OfTempo(ticks, _tempo));
            _writtenTempo = _tempo;
            _tempoTicks = ticks;
        }
    }

    private void WriteBar(in Piece piece)
    {
        if (piece.BarTicks >= 0)
        {
            _ring.Add(CaptureEvent.OfBar(piece.BarTicks, piece.Shape));
            _firstTick = piece.BarTicks;
            _lastTick = piece.BarTicks + piece.Shape.Ticks - 1;
        }
    }
}
