namespace DrumSpace.Music.Melody;

/// <summary>
/// The vocabulary of melody models, a token per step: a rest, a tie, or a note by its degree in the key and its octave. Tokens do not
/// depend on key and register: a <see cref="MelodyConditioning"/> maps them to notes and back.
/// </summary>
public static class MelodyToken
{
    /// <summary>A rest; also the token before the first step.</summary>
    public const int Rest = 0;

    /// <summary>A tie: the note before is held.</summary>
    public const int Tie = 1;

    /// <summary>The first note, an octave below the anchor; tokens are FirstNote + 12 * octave + degree.</summary>
    public const int FirstNote = 2;

    /// <summary>The number of octaves: from one below the anchor's to one above.</summary>
    public const int Octaves = 3;

    /// <summary>The number of tokens.</summary>
    public const int Count = FirstNote + 12 * Octaves;

    /// <summary>The token of a step. Notes outside the octaves are moved into them.</summary>
    public static int Of(MelodyStep step, in MelodyConditioning conditioning)
    {
        if (!step.IsNote)
        {
            return step.IsTie ? Tie : Rest;
        }

        int above = step.Note - (conditioning.Anchor - 12), degree = (above % 12 + 12) % 12;
        return FirstNote + degree + 12 * Math.Clamp((above - degree) / 12, 0, Octaves - 1);
    }

    /// <summary>The step of a token. Notes above 127 are moved down by octaves.</summary>
    /// <param name="token">0 to <see cref="Count"/> - 1.</param>
    /// <param name="conditioning">The melody's conditioning.</param>
    public static MelodyStep ToStep(int token, in MelodyConditioning conditioning)
    {
        if (token < FirstNote)
        {
            return token == Tie ? MelodyStep.Tie : MelodyStep.Rest;
        }

        int note = conditioning.Anchor - 12 + token - FirstNote;
        return MelodyStep.NoteOf(note > 127 ? note - 12 * ((note - 116) / 12) : note);
    }

    /// <summary>A note's degree: semitones above the tonic, 0 to 11.</summary>
    /// <param name="token">A note's token, from <see cref="FirstNote"/> on.</param>
    public static int DegreeOf(int token) => (token - FirstNote) % 12;
}
