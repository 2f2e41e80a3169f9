using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>Scores how well a phrase fits the drums or the bass, to choose the best of several samples.</summary>
public static class MelodyFit
{
    // A lead of fewer notes in two bars scores less: it fits, but is hardly a tune.
    private const int MinLeadNotes = 5;

    /// <summary>How closely a phrase follows the bass drum: F1 between the steps of its onsets and those of the drum's hits.</summary>
    /// <returns>0 to 1; 0 when either is silent.</returns>
    public static double ToKick(in MelodyPhrase phrase, in Pattern pattern)
    {
        int both = 0, either = 0;
        for (int step = 0; step < MelodyPhrase.StepCount; step++)
        {
            bool begins = phrase[step].IsNote, isHit = pattern.Has(Voice.BassDrum, step);
            both += begins && isHit ? 2 : 0;
            either += (begins ? 1 : 0) + (isHit ? 1 : 0);
        }

        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>
    /// How consonant a lead is with a bass: the share of its notes that begin over a silent bass or a consonance above it (unison, thirds,
    /// fifth, sixths, and their octaves), reduced for a lead of fewer than five notes.
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

        return notes == 0 ? 0 : (double)fitting / notes * Math.Min(1, (double)notes / MinLeadNotes);
    }

    private static bool IsConsonant(int semitones) => (semitones % 12 + 12) % 12 is 0 or 3 or 4 or 7 or 8 or 9;
}
