namespace DrumSpace.Midi.Corpus;

/// <summary>Hashes of relative paths, the same on every machine and in every version: splits and shards depend on them.</summary>
internal static class PathHash
{
    private const uint Basis32 = 2166136261;

    /// <summary>The hash to start <see cref="Add"/> from.</summary>
    public const ulong Empty = 14695981039346656037;

    /// <summary>FNV-1a, 32 bits (Fowler, Noll and Vo), over the path's UTF-16 units.</summary>
    public static uint Of(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        uint hash = Basis32;
        foreach (char letter in relativePath)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash;
    }

    /// <summary>
    /// MurmurHash3's finalizer (Austin Appleby, public domain): every bit of the result depends on every bit of the hash.
    /// </summary>
    public static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>Adds a text to a hash: FNV-1a, 64 bits, over the UTF-16 units and a line feed.</summary>
    public static ulong Add(ulong hash, string text)
    {
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return (hash ^ '\n') * 1099511628211;
    }
}
