using System.Numerics;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Programs;

/// <summary>A word that describes the most audible property of a pattern.</summary>
/// <param name="Text">The word, at most 9 characters, to fit a program's name with genre and number.</param>
/// <param name="Holds">Whether a pattern has the property.</param>
public sealed record PatternWord(string Text, Func<Pattern, bool> Holds)
{
    private const int Toms = 1 << (int)Voice.LowFloorTom | 1 << (int)Voice.LowTom | 1 << (int)Voice.HiMidTom;
    private const int HandDrums =
        1 << (int)Voice.HiBongo | 1 << (int)Voice.LowBongo | 1 << (int)Voice.MuteHiConga | 1 << (int)Voice.LowConga;
    private const int Hats = 1 << (int)Voice.ClosedHiHat | 1 << (int)Voice.OpenHiHat;
    private const int Kick = 1 << (int)Voice.BassDrum;
    private const int Snare = 1 << (int)Voice.Snare;
    private const int Quarter = 4;

    /// <summary>All words, the more specific first; the last holds for every pattern.</summary>
    public static IReadOnlyList<PatternWord> All { get; } =
    [
        new("Hands", pattern => Count(pattern, HandDrums, _ => true) >= 6),
        new("Samba", pattern => OnBeats(pattern, Kick) >= 6 && Count(pattern, Kick, step => step % Quarter == 3) >= 5),
        new("Four Beat", pattern => OnBeats(pattern, Kick) == 8),
        new("Half Time", pattern => Has(pattern, Snare, 8, 24) && !Has(pattern, Snare, 4) && !Has(pattern, Snare, 12)
            && !Has(pattern, Snare, 20) && !Has(pattern, Snare, 28)),
        new("Toms", pattern => Count(pattern, Toms, _ => true) >= 6),
        new("Chatter", pattern => Count(pattern, Snare, step => step % 2 == 1) >= 6),
        new("Open Hat", pattern => Count(pattern, 1 << (int)Voice.OpenHiHat, step => step % Quarter == 2) >= 4),
        new("Ride", pattern => Count(pattern, 1 << (int)Voice.Ride, _ => true) >= 12),
        new("Sixteenth", pattern => Count(pattern, Hats, _ => true) >= 22),
        new("Offbeat", pattern => Syncopation.Of(pattern) >= 20),
        new("Busy", pattern => pattern.HitCount >= 56),
        new("Backbeat", pattern => Has(pattern, Snare, 4, 12, 20, 28)),
        new("Eighth", pattern => Count(pattern, Hats, step => step % 2 == 0) >= 12),
        new("Sparse", pattern => pattern.HitCount <= 24),
        new("Straight", pattern => Count(pattern, Pattern.AllVoices, step => step % 2 == 1) <= 3),
        new("Groove", _ => true),
    ];

    /// <summary>The words that hold for a pattern, the more specific first.</summary>
    public static IEnumerable<PatternWord> Of(Pattern pattern) => All.Where(word => word.Holds(pattern));

    private static int OnBeats(in Pattern pattern, int voices) => Count(pattern, voices, step => step % Quarter == 0);

    private static int Count(in Pattern pattern, int voices, Func<int, bool> counts)
    {
        int count = 0;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            count += counts(step) ? BitOperations.PopCount((uint)(pattern[step] & voices)) : 0;
        }

        return count;
    }

    private static bool Has(in Pattern pattern, int voices, params ReadOnlySpan<int> steps)
    {
        foreach (int step in steps)
        {
            if ((pattern[step] & voices) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
