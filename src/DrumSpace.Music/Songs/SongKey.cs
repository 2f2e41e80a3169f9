using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Songs;

/// <summary>Keys for songs without a given one.</summary>
public static class SongKey
{
    private const ulong KeyStream = 31;

    /// <summary>Draws a key: any tonic, major or minor. Equal seeds give equal keys.</summary>
    public static MusicalKey Draw(ulong seed)
    {
        SplitMix64 random = SplitMix64.For(seed, KeyStream);
        return new MusicalKey(random.NextInt(12), (KeyMode)random.NextInt(2));
    }
}
