using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>A text made ready for painting.</summary>
/// <param name="Blob">Its glyphs; null for a text without any.</param>
/// <param name="Width">Its width in the window's units.</param>
internal readonly record struct ReadyText(SKTextBlob? Blob, float Width);
