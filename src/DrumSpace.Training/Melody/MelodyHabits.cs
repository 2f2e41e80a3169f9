using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Training.Melody;

/// <summary>What some lines do, and how they go with the drums beside them.</summary>
/// <param name="Name">What the lines are.</param>
/// <param name="NotesPerLine">Notes that begin in a line.</param>
/// <param name="OnKick">Of the steps with a bass drum, the share where a note begins.</param>
/// <param name="OnSnare">Of the steps with a snare and no bass drum, the share where a note begins.</param>
/// <param name="OnNeither">Of the steps with neither, the share where a note begins.</param>
/// <param name="InKey">Of the notes, the share in the scale of their key.</param>
/// <param name="TonesPerLine">Different notes in a line.</param>
/// <param name="BarRepeats">Of the notes in the second bar, the share that begin at the same place in the first, on the same note.</param>
public sealed record MelodyHabits(
    string Name, double NotesPerLine, double OnKick, double OnSnare, double OnNeither, double InKey, double TonesPerLine, double BarRepeats)
{
    private const int StepsPerBar = 16;

    /// <summary>Measures lines.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="patterns">The drums beside each.</param>
    /// <param name="settings">The setting of each.</param>
    /// <param name="lines">The tokens of each; at least one.</param>
    public static MelodyHabits Measure(
        string name, IReadOnlyList<Pattern> patterns, IReadOnlyList<MelodyConditioning> settings, IReadOnlyList<IReadOnlyList<byte>> lines)
    {
        Share kick = default, snare = default, neither = default, inKey = default, repeats = default;
        int notes = 0, tones = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            IReadOnlyList<byte> line = lines[i];
            for (int step = 0; step < line.Count; step++)
            {
                bool begins = line[step] >= MelodyToken.FirstNote;
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
                    inKey.Add(settings[i].Key.HasDegree(MelodyToken.DegreeOf(line[step])));
                    if (step >= StepsPerBar)
                    {
                        repeats.Add(line[step] == line[step - StepsPerBar]);
                    }
                }
            }

            tones += line.Where(token => token >= MelodyToken.FirstNote).Distinct().Count();
        }

        return new MelodyHabits(
            name, (double)notes / lines.Count, kick.Value, snare.Value, neither.Value, inKey.Value, (double)tones / lines.Count, repeats.Value);
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
