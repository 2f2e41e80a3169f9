namespace DrumSpace.Engine.Capture;

/// <summary>
/// One thing on the line of what was heard, in one word, so that it is written and read whole: two bits of kind, 40 of ticks, 22 of what
/// the kind needs.
/// </summary>
/// <remarks>A value; nothing in it allocates, blocks or throws.</remarks>
/// <param name="Word">The bits.</param>
internal readonly record struct CaptureEvent(long Word)
{
    private const int TicksAt = 22;
    private const int KindAt = 62;
    private const long MostTicks = (1L << (KindAt - TicksAt)) - 1;
    private const double TempoSteps = 4096;
    private const int MostTempo = (1 << TicksAt) - 1;

    /// <summary>What it is.</summary>
    public CaptureEventKind Kind => (CaptureEventKind)((ulong)Word >> KindAt);

    /// <summary>Its place, in ticks from the line's start: 2^40 of them are nine years at 240 quarters a minute.</summary>
    public long Ticks => Word >> TicksAt & MostTicks;

    /// <summary>The part that plays a note, 0 to 15.</summary>
    public int Part => (int)(Word >> 18 & 15);

    /// <summary>The channel of a note, 0 to 15.</summary>
    public int Channel => (int)(Word >> 14 & 15);

    /// <summary>The number of a note, 0 to 127.</summary>
    public int Number => (int)(Word >> 7 & 127);

    /// <summary>The velocity of a note, 0 to 127.</summary>
    public int Velocity => (int)(Word & 127);

    /// <summary>Beats in a bar, 1 to 64.</summary>
    public int Numerator => (int)(Word & 127);

    /// <summary>The note value of a bar's beat: a power of two, 1 to 64.</summary>
    public int Denominator => 1 << (int)(Word >> 7 & 7);

    /// <summary>A tempo in quarters a minute.</summary>
    public double Tempo => (Word & MostTempo) / TempoSteps;

    /// <summary>A note's beginning or end.</summary>
    public static CaptureEvent OfNote(long ticks, in MidiEvent note, int part)
    {
        CaptureEventKind kind = (note.Status & 0xF0) == 0x90 && note.Data2 > 0 ? CaptureEventKind.NoteOn : CaptureEventKind.NoteOff;
        long bits = (long)(part & 15) << 18 | (long)(note.Status & 15) << 14 | (long)(note.Data1 & 127) << 7 | (long)(note.Data2 & 127);
        return Of(kind, ticks, bits);
    }

    /// <summary>A bar line.</summary>
    public static CaptureEvent OfBar(long ticks, in BarShape shape) =>
        Of(CaptureEventKind.Bar, ticks, (long)System.Numerics.BitOperations.Log2((uint)shape.Denominator) << 7 | (long)shape.Numerator);

    /// <summary>A tempo.</summary>
    public static CaptureEvent OfTempo(long ticks, double tempo) =>
        Of(CaptureEventKind.Tempo, ticks, (long)Math.Clamp(Math.Round(tempo * TempoSteps), 1, MostTempo));

    private static CaptureEvent Of(CaptureEventKind kind, long ticks, long bits) =>
        new((long)kind << KindAt | Math.Clamp(ticks, 0, MostTicks) << TicksAt | bits);
}
