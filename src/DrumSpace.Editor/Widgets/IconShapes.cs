using SkiaSharp;

namespace DrumSpace.Editor.Widgets;

/// <summary>The shapes of the icons, in a square of 16 units.</summary>
internal static class IconShapes
{
    /// <summary>The side of the square.</summary>
    public const float Side = 16;

    private static readonly Dictionary<Icon, (SKPath Path, bool IsFilled)> Shapes = new()
    {
        [Icon.Left] = Line("M10 3 L5 8 L10 13"),
        [Icon.Right] = Line("M6 3 L11 8 L6 13"),
        [Icon.Down] = Line("M4 6.5 L8 10.5 L12 6.5"),
        [Icon.Star] = Solid("M8 1.6 L9.9 5.7 L14.4 6.2 L11 9.2 L12 13.7 L8 11.4 L4 13.7 L5 9.2 L1.6 6.2 L6.1 5.7 Z"),
        [Icon.Undo] = Line("M6 3 L2.5 6.5 L6 10 M2.5 6.5 H10 A3.5 3.5 0 0 1 10 13.5 H7"),
        [Icon.Redo] = Line("M10 3 L13.5 6.5 L10 10 M13.5 6.5 H6 A3.5 3.5 0 0 0 6 13.5 H9"),
        [Icon.Lock] = Solid("M3.5 7 H12.5 V14 H3.5 Z M5 7 V5 A3 3 0 0 1 11 5 V7 H9.4 V5 A1.4 1.4 0 0 0 6.6 5 V7 Z"),
        [Icon.Play] = Solid("M4 2.5 L13.5 8 L4 13.5 Z"),
        [Icon.Stop] = Solid("M3.5 3.5 H12.5 V12.5 H3.5 Z"),
        [Icon.Settings] = Line("M2 4 H8 M12 4 H14 M10 2.5 V5.5 M2 8 H4 M8 8 H14 M6 6.5 V9.5 M2 12 H9 M13 12 H14 M11 10.5 V13.5"),
    };

    /// <summary>An icon's shape, and whether it is filled rather than drawn.</summary>
    public static (SKPath Path, bool IsFilled) Of(Icon icon) => Shapes[icon];

    private static (SKPath Path, bool IsFilled) Line(string data) => (Parse(data), false);

    private static (SKPath Path, bool IsFilled) Solid(string data) => (Parse(data), true);

    private static SKPath Parse(string data) =>
        SKPath.ParseSvgPathData(data) ?? throw new ArgumentException($"\"{data}\" is no path.", nameof(data));
}
