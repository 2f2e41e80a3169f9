namespace DrumSpace.Music.Melody;

/// <summary>A step of a monophonic melody: a note's start, a tie to the step before, or a rest. One byte.</summary>
public readonly record struct MelodyStep
{
    private const byte TieCode = 1;

    // 0 for a rest, so that a new phrase is silent; 1 for a tie; a note's number + 2.
    private readonly byte _code;

    private MelodyStep(int code) => _code = (byte)code;

    /// <summary>A rest.</summary>
    public static MelodyStep Rest => default;

    /// <summary>A tie: the note before is held.</summary>
    public static MelodyStep Tie => new(TieCode);

    /// <summary>Whether the step is a rest.</summary>
    public bool IsRest => _code == 0;

    /// <summary>Whether the note before is held.</summary>
    public bool IsTie => _code == TieCode;

    /// <summary>Whether a note begins.</summary>
    public bool IsNote => _code > TieCode;

    /// <summary>The MIDI number, 0 to 127, of the note that begins; -1 when none does.</summary>
    public int Note => IsNote ? _code - 2 : -1;

    /// <summary>A note's start.</summary>
    /// <param name="number">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a MIDI note.</exception>
    public static MelodyStep NoteOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)number, 127u, nameof(number));
        return new MelodyStep(number + 2);
    }

    /// <summary>The step transposed; a note outside 0 to 127 is moved back by octaves.</summary>
    public MelodyStep Transpose(int semitones)
    {
        int note = Note + semitones;
        int octaves = note < 0 ? (-note + 11) / 12 : note > 127 ? -((note - 127 + 11) / 12) : 0;
        return IsNote ? NoteOf(note + (12 * octaves)) : this;
    }

    /// <inheritdoc/>
    public override string ToString() => IsRest ? "." : IsTie ? "-" : $"{Note}";
}
