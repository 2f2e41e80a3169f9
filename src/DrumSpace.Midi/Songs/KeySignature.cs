using DrumSpace.Music.Melody;

namespace DrumSpace.Midi.Songs;

/// <summary>Key signatures of MIDI files.</summary>
internal static class KeySignature
{
    // Sharps, or minus flats, of the keys on C, C#, D, Eb ..., spelled as by MusicalKey.
    private static readonly sbyte[] Major = [0, 7, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5];
    private static readonly sbyte[] Minor = [-3, 4, -1, -6, 1, -4, 3, -2, -7, 0, -5, 2];

    /// <summary>The number of sharps of a key, or minus its flats: -7 to 7.</summary>
    public static int SharpsOf(MusicalKey key) => (key.Mode == KeyMode.Major ? Major : Minor)[key.Tonic];
}
