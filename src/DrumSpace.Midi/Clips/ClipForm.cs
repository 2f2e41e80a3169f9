namespace DrumSpace.Midi.Clips;

/// <summary>How a pattern is written as a MIDI clip.</summary>
public sealed record ClipForm
{
    /// <summary>
    /// The form in which the authors of arXiv 2007.06284 published their samples (with running status, byte for byte): three steps a
    /// quarter, so that two bars last longer than they should, and a step of silence at the end.
    /// </summary>
    public static ClipForm Published { get; } = new()
    {
        Format = MidiFileFormat.MultiTrack,
        TicksPerQuarter = 360,
        StepsPerQuarter = 3,
        TailSteps = 1,
        Repeats = 3,
        Velocity = 127,
        Gate = null,
        QuartersPerMinute = null,
    };

    /// <summary>The file's format, 0 or 1.</summary>
    public MidiFileFormat Format { get; init; } = MidiFileFormat.SingleTrack;

    /// <summary>Ticks a quarter note; a multiple of <see cref="StepsPerQuarter"/>, so that steps are whole.</summary>
    public int TicksPerQuarter { get; init; } = 480;

    /// <summary>Steps a quarter note: 4, as steps are 16ths.</summary>
    public int StepsPerQuarter { get; init; } = 4;

    /// <summary>Steps of silence before the end of the track, at least 0.</summary>
    public int TailSteps { get; init; }

    /// <summary>How often the pattern comes, at least once.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The velocity of each hit, 1 to 127.</summary>
    public int Velocity { get; init; } = 100;

    /// <summary>The channel, 0 to 15; drums are on 9 (people say 10).</summary>
    public int Channel { get; init; } = 9;

    /// <summary>How long a note lasts, in steps, above 0 and at most 1; null writes note-ons alone.</summary>
    public double? Gate { get; init; } = 0.5;

    /// <summary>The tempo; null writes neither tempo nor time signature.</summary>
    public double? QuartersPerMinute { get; init; } = 120;
}
