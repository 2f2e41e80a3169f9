namespace DrumSpace.Editor.Accessibility.AtSpi;

/// <summary>An empty array of structures.</summary>
/// <param name="Signature">The array's D-Bus type.</param>
internal sealed record AtSpiEmpty(string Signature)
{
    /// <summary>No relations to other elements.</summary>
    public static readonly AtSpiEmpty Relations = new("a(ua(so))");

    /// <summary>Nothing to cache: programs ask for each element.</summary>
    public static readonly AtSpiEmpty CacheItems = new("a((so)(so)(so)iiassusau)");
}
