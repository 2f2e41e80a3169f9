namespace DrumSpace.Editor.Windows;

/// <summary>Stands in for the loading of Skia's library until it is merged.</summary>
public static class SkiaLibrary
{
    /// <summary>Does nothing.</summary>
    public static void UseFolder(string folder) => ArgumentException.ThrowIfNullOrEmpty(folder);
}
