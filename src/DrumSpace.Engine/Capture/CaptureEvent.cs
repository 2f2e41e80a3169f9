using System.Numerics;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Transport;

namespace DrumSpace.Engine.Capture;

/// <summary>
/// An event of the capture timeline: a note's start or end, a bar line or a tempo. One word, since every instance keeps thousands: two bits
/// of kind, 39 of ticks, 23 of what the kind needs. Members of other kinds have no meaning.
/// </summary>
/// <remarks>A value. Does not allocate, block or throw.</remarks>
/// <param name="Word">The bits.</param>
internal readonly record struct CaptureEvent(long Word)
{
    private const int TicksAt = 23;
    private const int KindAt = 62;
    private const long MaxTicks = (1L << (KindAt - TicksAt)) - 1;

    // Tempos are rounded to 1/4096, so that noise in what the host reports makes no tempo changes.
    private const double TempoSteps = 4096;
    private const int MaxTempo = (1 << TicksAt) - 1;

    /// <summary>What happens.</summary>
    public CaptureEventKind Kind => (CaptureEventKind)((ulong)Word >> KindAt);

    /// <summary>Its time, in ticks from the timeline's start, at least 0: 2^39 of them are four years at 240 quarters a minute.</summary>
    public long Ticks => Word >> TicksAt & MaxTicks;

    /// <summary>A tempo, in quarters a minute.</summary>
    public double Tempo => (Word & MaxTempo) / TempoSteps;

    /// <summary>Whether a note is an early hit of the bar that follows the one in which it sounds.</summary>
    public bool IsOfNextBar => (Word >> 22 & 1) != 0;

    /// <summary>Whether a bar begins where the song started or jumped: it is not the one that was to follow.</summary>
    public bool IsAfterJump => (Word >> 22 & 1) != 0;

    /// <summary>The part that plays a note: a voice of the kit, or the melody's number after those.</summary>
    public byte Part => (byte)(Word >> 18 & 15);

    /// <summary>The channel of a note, 0 to 15.</summary>
    public byte Channel => (byte)(Word >> 14 & 15);

    /// <summary>The number of a note, 0 to 127.</summary>
    public byte Number => (byte)(Word >> 7 & 127);

    /// <summary>The velocity of a note, 0 to 127.</summary>
    public byte Velocity => (byte)(Word & 127);

    /// <summary>Beats in the bar that begins, 1 to 64.</summary>
    public byte Numerator => (byte)(Word & 127);

    /// <summary>The note value of that bar's beat: a power of two, 1 to 64.</summary>
    public byte Denominator => (byte)(1 << (int)(Word >> 7 & 7));

    /// <summary>A note's start or end.</summary>
    public static CaptureEvent OfNote(long ticks, in MidiEvent note, NoteSource source)
    {
        CaptureEventKind kind = (note.Status & 0xF0) == 0x90 && note.Data2 > 0 ? CaptureEventKind.NoteOn : CaptureEventKind.NoteOff;
        long where = (source.IsOfNextBar ? 1L : 0) << 22 | (long)(source.Part & 15) << 18 | (long)(note.Status & 15) << 14;
        return Of(kind, ticks, where | (long)(note.Data1 & 127) << 7 | (long)(note.Data2 & 127));
    }

    /// <summary>A bar line.</summary>
    public static CaptureEvent OfBar(long ticks, in Meter meter, bool isAfterJump)
    {
        long shape = (long)BitOperations.Log2((uint)meter.Denominator) << 7 | (long)meter.Numerator;
        return Of(CaptureEventKind.Bar, ticks, (isAfterJump ? 1L : 0) << 22 | shape);
    }

    /// <summary>A tempo.</summary>
    public static CaptureEvent OfTempo(long ticks, double tempo) =>
        Of(CaptureEventKind.Tempo, ticks, (long)Math.Clamp(Math.Round(tempo * TempoSteps), 1, MaxTempo));

    private static CaptureEvent Of(CaptureEventKind kind, long ticks, long bits) =>
        new((long)kind << KindAt | Math.Clamp(ticks, 0, MaxTicks) << TicksAt | bits);
}
