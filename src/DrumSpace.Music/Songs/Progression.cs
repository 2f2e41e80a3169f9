using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>
/// Common four-bar chord progressions, as the number of scale degrees by which each bar moves the bass. A melody moved by degrees stays in
/// key.
/// </summary>
public static class Progression
{
    // I V vi IV, I vi IV V, I IV I V, I IV V IV; the fifth and sixth degrees lie below the tonic, as in bass parts.
    private static readonly int[][] Major = [[0, -3, -2, 3], [0, -2, 3, -3], [0, 3, 0, -3], [0, 3, -3, 3]];

    // i VI III VII, i VII VI VII, i iv VII III, i iv i v.
    private static readonly int[][] Minor = [[0, -2, 2, -1], [0, -1, -2, -1], [0, 3, -1, 2], [0, 3, 0, -3]];

    /// <summary>Draws a progression for a mode: four numbers, each -3 to 3 degrees from the tonic.</summary>
    public static IReadOnlyList<int> Draw(KeyMode mode, ref SplitMix64 random)
    {
        int[][] all = mode == KeyMode.Major ? Major : Minor;
        return all[random.NextInt(all.Length)];
    }

    /// <summary>Moves a note along the key's scale.</summary>
    /// <param name="note">A MIDI note; one outside the scale moves to the scale first.</param>
    /// <param name="degrees">Degrees up; negative for down.</param>
    /// <param name="key">The key.</param>
    /// <returns>The note, moved by an octave if it left 0 to 127.</returns>
    public static int Move(int note, int degrees, MusicalKey key)
    {
        int moved = note;
        for (int left = Math.Abs(degrees); left > 0; left--)
        {
            do
            {
                moved += Math.Sign(degrees);
            }
            while (!key.HasDegree((moved % 12 + 24 - key.Tonic) % 12));
        }

        return moved < 0 ? moved + 12 : moved > 127 ? moved - 12 : moved;
    }
}
