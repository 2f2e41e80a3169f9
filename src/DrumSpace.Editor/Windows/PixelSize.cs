namespace DrumSpace.Editor.Windows;

/// <summary>A size in physical pixels.</summary>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
public readonly record struct PixelSize(int Width, int Height);
