namespace DrumSpace.Abi.Vst3;

/// <summary>The sizes of texts.</summary>
public static class Vst3Text
{
    /// <summary>The characters of a String128, the null that ends it among them.</summary>
    public const int Size = 128;
}
