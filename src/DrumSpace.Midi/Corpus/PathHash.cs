namespace DrumSpace.Midi.Corpus;

/// <summary>Hashes of relative paths that are the same on every machine and in every version: what decides by them must not change.</summary>
internal static class PathHash
{
    private const uint Basis32 = 2166136261;
    private const ulong Basis64 = 14695981039346656037;

    /// <summary>The basis of <see cref="Add"/>.</summary>
    public const ulong Empty = Basis64;

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

    /// <summary>MurmurHash3's finalizer (Austin Appleby, public domain): every bit of the result hangs on every bit of the hash.</summary>
    public static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>Carries a hash of many texts on by one: FNV-1a, 64 bits, over the UTF-16 units and a line feed.</summary>
    public static ulong Add(ulong hash, string text)
    {
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return (hash ^ '\n') * 1099511628211;
    }
}
