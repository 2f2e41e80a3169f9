namespace DrumSpace.Engine.Capture;

/// <summary>An event of the capture timeline: a note's start or end, a bar line or a tempo. Members of other kinds are 0.</summary>
/// <remarks>A value. Does not allocate, block or throw.</remarks>
/// <param name="Ticks">Its time, in ticks from the timeline's start, at least 0.</param>
/// <param name="Kind">What happens.</param>
internal readonly record struct CaptureEvent(long Ticks, CaptureEventKind Kind)
{
    // Tempos are rounded to 1/4096, so that noise in what the host reports makes no tempo changes.
    private const double TempoSteps = 4096;

    /// <summary>A tempo, in quarters a minute.</summary>
    public double Tempo { get; private init; }

    /// <summary>The part that plays a note: a voice of the kit, or the melody's number after those.</summary>
    public byte Part { get; private init; }

    /// <summary>The channel of a note, 0 to 15.</summary>
    public byte Channel { get; private init; }

    /// <summary>The number of a note, 0 to 127.</summary>
    public byte Number { get; private init; }

    /// <summary>The velocity of a note, 0 to 127.</summary>
    public byte Velocity { get; private init; }

    /// <summary>Beats in the bar that begins, 1 to 64.</summary>
    public byte Numerator { get; private init; }

    /// <summary>The note value of that bar's beat: a power of two, 1 to 64.</summary>
    public byte Denominator { get; private init; }

    /// <summary>A note's start or end.</summary>
    public static CaptureEvent OfNote(long ticks, in MidiEvent note, byte part) =>
        new(Math.Max(ticks, 0), (note.Status & 0xF0) == 0x90 && note.Data2 > 0 ? CaptureEventKind.NoteOn : CaptureEventKind.NoteOff)
        {
            Part = part,
            Channel = (byte)(note.Status & 15),
            Number = note.Data1,
            Velocity = note.Data2,
        };

    /// <summary>A bar line.</summary>
    public static CaptureEvent OfBar(long ticks, in Meter meter) =>
        new(Math.Max(ticks, 0), CaptureEventKind.Bar) { Numerator = (byte)meter.Numerator, Denominator = (byte)meter.Denominator };

    /// <summary>A tempo.</summary>
    public static CaptureEvent OfTempo(long ticks, double tempo) =>
        new(Math.Max(ticks, 0), CaptureEventKind.Tempo) { Tempo = Math.Round(tempo * TempoSteps) / TempoSteps };
}
