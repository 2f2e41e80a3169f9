namespace DrumSpace.Music.Melody;

/// <summary>
/// The words that a melody model speaks, one a step: a rest, a tie, or a note by its degree in the key and its octave. They are the same in
/// every key and register: a <see cref="MelodyConditioning"/> turns them into notes and back.
/// </summary>
public static class MelodyToken
{
    /// <summary>Silence. It also stands before the first step.</summary>
    public const int Rest = 0;

    /// <summary>The note before sounds on.</summary>
    public const int Tie = 1;

    /// <summary>The first note, an octave below the setting's anchor; token FirstNote + 12 * octave + degree.</summary>
    public const int FirstNote = 2;

    /// <summary>The octaves that notes may lie in: one below the anchor to one above its own.</summary>
    public const int Octaves = 3;

    /// <summary>The number of tokens.</summary>
    public const int Count = FirstNote + 12 * Octaves;

    /// <summary>The token of a step. Notes too low or too high for the setting are moved by octaves.</summary>
    public static int Of(MelodyStep step, in MelodyConditioning setting)
    {
        if (!step.IsNote)
        {
            return step.IsTie ? Tie : Rest;
        }

        int above = step.Note - (setting.Anchor - 12);
        while (above < 0)
        {
            above += 12;
        }

        while (above >= 12 * Octaves)
        {
            above -= 12;
        }

        return FirstNote + above;
    }

    /// <summary>The step that a token means. Notes above MIDI's last are moved by octaves.</summary>
    /// <param name="token">0 to <see cref="Count"/> - 1.</param>
    /// <param name="setting">The line's setting.</param>
    public static MelodyStep ToStep(int token, in MelodyConditioning setting)
    {
        if (token < FirstNote)
        {
            return token == Tie ? MelodyStep.Tie : MelodyStep.Rest;
        }

        int note = setting.Anchor - 12 + token - FirstNote;
        return MelodyStep.NoteOf(note > 127 ? note - 12 * ((note - 116) / 12) : note);
    }

    /// <summary>A note's degree: semitones above the tonic, 0 to 11.</summary>
    /// <param name="token">A note's token, from <see cref="FirstNote"/> on.</param>
    public static int DegreeOf(int token) => (token - FirstNote) % 12;
}
