using SkiaSharp;

namespace DrumSpace.Editor.Painting;

/// <summary>
/// The project's own fonts, so that text looks the same everywhere and is there at all: this build of Skia finds none of the system's.
/// </summary>
internal static class Typefaces
{
    /// <summary>Plain text. Its digits are all of one width.</summary>
    public static SKTypeface Regular { get; } = Load("Inter-Regular.otf");

    /// <summary>Headings.</summary>
    public static SKTypeface SemiBold { get; } = Load("Inter-SemiBold.otf");

    private static SKTypeface Load(string name)
    {
        using Stream stream = typeof(Typefaces).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The font {name} is not part of the assembly.");
        return SKTypeface.FromData(SKData.Create(stream)) ?? throw new InvalidOperationException($"The font {name} is damaged.");
    }
}
