using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>How well a line goes with what else sounds: the marks by which the best of several draws is taken.</summary>
public static class LineFit
{
    // Fewer notes than this in two bars are hardly a tune, however well they fit.
    private const int FewestLeadNotes = 5;

    /// <summary>How closely a line keeps to the bass drum: F1 of the steps where its notes begin against those where the drum is hit.</summary>
    /// <returns>0 to 1; 0 when either is silent.</returns>
    public static double ToKick(in MelodyPhrase line, in Pattern pattern)
    {
        int both = 0, either = 0;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            bool begins = line[step].IsNote, isHit = pattern.Has(Voice.BassDrum, step);
            both += begins && isHit ? 2 : 0;
            either += (begins ? 1 : 0) + (isHit ? 1 : 0);
        }

        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>
    /// How well a lead sounds with a bass: of its notes, the share that begin with the bass silent or a consonance above it (unison, thirds,
    /// fifth, sixths, and their octaves), less for a lead of hardly any notes.
    /// </summary>
    /// <returns>0 to 1; 0 when the lead is silent.</returns>
    public static double ToBass(in MelodyPhrase lead, in MelodyPhrase bass)
    {
        int sounding = -1, notes = 0, fitting = 0;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            sounding = bass[step].IsNote ? bass[step].Note : bass[step].IsTie ? sounding : -1;
            if (lead[step].IsNote)
            {
                notes++;
                fitting += sounding < 0 || IsConsonant(lead[step].Note - sounding) ? 1 : 0;
            }
        }

        return notes == 0 ? 0 : (double)fitting / notes * Math.Min(1, (double)notes / FewestLeadNotes);
    }

    private static bool IsConsonant(int semitones) => (semitones % 12 + 12) % 12 is 0 or 3 or 4 or 7 or 8 or 9;
}
