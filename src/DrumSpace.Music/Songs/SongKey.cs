using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>Keys for songs that do not say theirs.</summary>
public static class SongKey
{
    private const ulong Keys = 31;

    /// <summary>Draws a key: any tonic, major or minor. Equal seeds give equal keys.</summary>
    public static MusicalKey Draw(ulong seed)
    {
        SplitMix64 random = SplitMix64.For(seed, Keys);
        return new MusicalKey(random.NextInt(12), (KeyMode)random.NextInt(2));
    }
}
