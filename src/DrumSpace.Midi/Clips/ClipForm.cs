namespace DrumSpace.Midi.Clips;

/// <summary>The form of a pattern's MIDI clip.</summary>
public sealed record ClipForm
{
    /// <summary>
    /// The form of the samples published by the authors of arXiv 2007.06284 (with running status, byte for byte): three steps per quarter,
    /// so that two bars are longer than they should be, and a step of silence at the end.
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
        Name = null,
    };

    /// <summary>The file's format, 0 or 1.</summary>
    public MidiFileFormat Format { get; init; } = MidiFileFormat.SingleTrack;

    /// <summary>Ticks per quarter note; a multiple of <see cref="StepsPerQuarter"/>.</summary>
    public int TicksPerQuarter { get; init; } = 480;

    /// <summary>Steps per quarter note; 4 for 16ths.</summary>
    public int StepsPerQuarter { get; init; } = 4;

    /// <summary>Steps of silence at the end of the track, at least 0.</summary>
    public int TailSteps { get; init; }

    /// <summary>The number of repeats, at least 1.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The velocity of each hit, 1 to 127.</summary>
    public int Velocity { get; init; } = 100;

    /// <summary>The channel, 0 to 15.</summary>
    public int Channel { get; init; } = MidiChannel.Drums;

    /// <summary>The length of a note, in steps, above 0 and at most 1; null writes note-ons only.</summary>
    public double? Gate { get; init; } = 0.5;

    /// <summary>The track's name; null for none.</summary>
    public string? Name { get; init; } = "Drums";

    /// <summary>The tempo; null writes neither tempo nor time signature.</summary>
    public double? QuartersPerMinute { get; init; } = 120;
}
