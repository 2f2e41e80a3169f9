namespace DrumSpace.Music.Structure;

/// <summary>
/// How alike each bar of a song is to each other: the self-similarity matrix (Foote 1999, "Visualizing music and audio using
/// self-similarity"), here of notes. Symmetric, 0 to 1, 1 on the diagonal. Immutable; any thread.
/// </summary>
public sealed class SelfSimilarity
{
    private readonly double[] _cells;

    private SelfSimilarity(double[] cells, int size) => (_cells, Size) = (cells, size);

    /// <summary>The number of bars.</summary>
    public int Size { get; }

    /// <summary>How alike two bars are.</summary>
    /// <param name="row">The one, from 0.</param>
    /// <param name="column">The other.</param>
    public double this[int row, int column] => _cells[row * Size + column];

    /// <summary>Compares the bars of a song.</summary>
    public static SelfSimilarity Of(IReadOnlyList<SongBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return From(bars.Count, (row, column) => bars[row].SimilarityTo(bars[column]));
    }

    /// <summary>Makes a matrix from a likeness.</summary>
    /// <param name="size">The number of bars.</param>
    /// <param name="likeness">Row and column, the row below the column, to 0 to 1.</param>
    public static SelfSimilarity From(int size, Func<int, int, double> likeness)
    {
        var cells = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            cells[row * size + row] = 1;
            for (int column = row + 1; column < size; column++)
            {
                cells[row * size + column] = cells[column * size + row] = likeness(row, column);
            }
        }

        return new SelfSimilarity(cells, size);
    }

    /// <summary>The same bars in another order.</summary>
    /// <param name="order">Each bar's number once.</param>
    public SelfSimilarity Reordered(IReadOnlyList<int> order) => From(Size, (row, column) => this[order[row], order[column]]);

    /// <summary>How alike bars are that lie so many bars apart: the mean of a diagonal.</summary>
    /// <param name="lag">1 to <see cref="Size"/> - 1.</param>
    public double AtLag(int lag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lag, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lag, Size);
        double sum = 0;
        for (int row = 0; row + lag < Size; row++)
        {
            sum += this[row, row + lag];
        }

        return sum / (Size - lag);
    }

    /// <summary>
    /// How much a new part begins at a bar: the mean likeness among the bars before and among those from it on, less that between the two;
    /// Foote's checkerboard kernel (2000, "Automatic audio segmentation using a measure of audio novelty"), without a taper, and without the
    /// diagonal, which would find something new in bars that are never alike.
    /// </summary>
    /// <param name="bar">At least <paramref name="reach"/>, at most <see cref="Size"/> - reach.</param>
    /// <param name="reach">Bars to either side, at least 2.</param>
    public double NoveltyAt(int bar, int reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(bar, reach);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bar, Size - reach);
        return (MeanAmong(bar - reach, reach) + MeanAmong(bar, reach)) / 2 - MeanOf(bar - reach, bar, reach);
    }

    // Each bar is wholly like itself: what is left is among different bars.
    private double MeanAmong(int start, int side) => (MeanOf(start, start, side) * side - 1) / (side - 1);

    private double MeanOf(int top, int left, int side)
    {
        double sum = 0;
        for (int row = top; row < top + side; row++)
        {
            for (int column = left; column < left + side; column++)
            {
                sum += this[row, column];
            }
        }

        return sum / (side * side);
    }
}
