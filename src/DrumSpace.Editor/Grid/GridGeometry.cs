using DrumSpace.Editor.Painting;
using DrumSpace.Music;
using SkiaSharp;

namespace DrumSpace.Editor.Grid;

/// <summary>Where the steps lie: two bars with a gap between them.</summary>
/// <param name="Place">The place of all 32 steps.</param>
internal readonly record struct GridGeometry(SKRect Place)
{
    private const float BarGap = 6;
    private const float CellGap = 2;

    private float StepWidth => (Place.Width - BarGap) / Pattern.StepCount;

    /// <summary>The left edge of a place in the pattern.</summary>
    /// <param name="step">0 to 32; parts of a step lie within it.</param>
    public float XOf(double step) => Place.Left + ((float)step * StepWidth) + (step >= Pattern.StepsPerBar ? BarGap : 0);

    /// <summary>The width of a cell.</summary>
    public float CellWidth => StepWidth - CellGap;

    /// <summary>A step's cell in a row.</summary>
    public SKRect CellOf(int step, float top, float height) => SKRect.Create(XOf(step), top + 1, CellWidth, height - CellGap);

    /// <summary>Paints the empty cells of rows: columns of steps, cut by the gaps between rows.</summary>
    /// <param name="painter">The painter.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="height">The height of one.</param>
    public void PaintCells(Painter painter, int count, float height)
    {
        Theme theme = painter.Theme;
        for (int step = 0; step < Pattern.StepCount; step++)
        {
            painter.Fill(SKRect.Create(XOf(step), Place.Top, CellWidth, count * height), step % 4 == 0 ? theme.BeatCell : theme.Cell);
        }

        for (int row = 0; row <= count; row++)
        {
            painter.Fill(SKRect.Create(Place.Left, Place.Top + (row * height) - 1, Place.Width, CellGap), theme.Panel);
        }
    }

    /// <summary>The step at a point of the window; null beside the steps.</summary>
    public int? StepAt(float x)
    {
        float way = x - Place.Left;
        float second = StepWidth * Pattern.StepsPerBar;
        way -= way > second + BarGap ? BarGap : 0;
        int step = (int)MathF.Floor(way / StepWidth);
        return step is >= 0 and < Pattern.StepCount ? step : null;
    }
}
