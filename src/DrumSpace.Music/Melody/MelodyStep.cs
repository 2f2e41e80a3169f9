namespace DrumSpace.Music.Melody;

/// <summary>What a monophonic line does on a 16th: begins a note, holds the one before, or is silent. One byte.</summary>
public readonly record struct MelodyStep
{
    private const byte NotBegin = 1;

    // 0 a rest, 1 a tie, above it a note's number and 2: so that a new line is silent.
    private readonly byte _code;

    private MelodyStep(int code) => _code = (byte)code;

    /// <summary>Silence.</summary>
    public static MelodyStep Rest => default;

    /// <summary>The note before sounds on.</summary>
    public static MelodyStep Tie => new(NotBegin);

    /// <summary>Whether the step is silent.</summary>
    public bool IsRest => _code == 0;

    /// <summary>Whether the note before sounds on.</summary>
    public bool IsTie => _code == NotBegin;

    /// <summary>Whether a note begins.</summary>
    public bool IsNote => _code > NotBegin;

    /// <summary>The MIDI number, 0 to 127, of the note that begins; -1 when none does.</summary>
    public int Note => IsNote ? _code - 2 : -1;

    /// <summary>A note begins.</summary>
    /// <param name="number">0 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no MIDI note.</exception>
    public static MelodyStep NoteOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)number, 127u, nameof(number));
        return new MelodyStep(number + 2);
    }

    /// <summary>The same step some semitones higher; a note beyond MIDI's first or last is moved back by octaves.</summary>
    public MelodyStep Transpose(int semitones)
    {
        int note = Note + semitones;
        int octaves = note < 0 ? (-note + 11) / 12 : note > 127 ? -((note - 127 + 11) / 12) : 0;
        return IsNote ? NoteOf(note + (12 * octaves)) : this;
    }

    /// <inheritdoc/>
    public override string ToString() => IsRest ? "." : IsTie ? "-" : $"{Note}";
}
