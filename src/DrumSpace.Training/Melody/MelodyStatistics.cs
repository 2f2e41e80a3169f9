using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>Statistics of melodies, and of how they align with drums.</summary>
/// <param name="Name">What the melodies are.</param>
/// <param name="NotesPerLine">The mean number of notes in a melody.</param>
/// <param name="OnKick">The share of the steps with a bass drum at which a note begins.</param>
/// <param name="OnSnare">The share of the steps with a snare and no bass drum at which a note begins.</param>
/// <param name="OnNeither">The share of the steps with neither at which a note begins.</param>
/// <param name="InKey">The share of the notes that are in the scale of their key.</param>
/// <param name="TonesPerLine">The mean number of distinct notes in a melody.</param>
/// <param name="BarRepeats">The share of the notes of the second bar that the first bar has at the same step.</param>
public sealed record MelodyStatistics(
    string Name, double NotesPerLine, double OnKick, double OnSnare, double OnNeither, double InKey, double TonesPerLine, double BarRepeats)
{
    private const int StepsPerBar = 16;

    /// <summary>Measures melodies.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="patterns">The drums to compare each with.</param>
    /// <param name="settings">The setting of each.</param>
    /// <param name="melodies">The tokens of each; at least one.</param>
    public static MelodyStatistics Measure(
        string name,
        IReadOnlyList<Pattern> patterns,
        IReadOnlyList<MelodyConditioning> settings,
        IReadOnlyList<IReadOnlyList<byte>> melodies)
    {
        Share kick = default, snare = default, neither = default, inKey = default, repeats = default;
        int notes = 0, tones = 0;
        for (int i = 0; i < melodies.Count; i++)
        {
            IReadOnlyList<byte> melody = melodies[i];
            for (int step = 0; step < melody.Count; step++)
            {
                bool begins = melody[step] >= MelodyToken.FirstNote;
                if (patterns[i].Has(Voice.BassDrum, step))
                {
                    kick.Add(begins);
                }
                else if (patterns[i].Has(Voice.Snare, step))
                {
                    snare.Add(begins);
                }
                else
                {
                    neither.Add(begins);
                }

                if (begins)
                {
                    notes++;
                    inKey.Add(settings[i].Key.HasDegree(MelodyToken.DegreeOf(melody[step])));
                    if (step >= StepsPerBar)
                    {
                        repeats.Add(melody[step] == melody[step - StepsPerBar]);
                    }
                }
            }

            tones += melody.Where(token => token >= MelodyToken.FirstNote).Distinct().Count();
        }

        double count = melodies.Count;
        return new MelodyStatistics(
            name, notes / count, kick.Value, snare.Value, neither.Value, inKey.Value, tones / count, repeats.Value);
    }

    private struct Share
    {
        private int _all;
        private int _yes;

        public readonly double Value => _all == 0 ? 0 : (double)_yes / _all;

        public void Add(bool yes)
        {
            _all++;
            _yes += yes ? 1 : 0;
        }
    }
}
