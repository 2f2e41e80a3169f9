namespace DrumSpace.Music.Structure;

/// <summary>
/// The similarity between all pairs of a song's bars: its self-similarity matrix (Foote 1999, "Visualizing music and audio using
/// self-similarity"), here of notes. Symmetric, 0 to 1, 1 on the diagonal. Immutable; any thread.
/// </summary>
public sealed class SelfSimilarity
{
    private readonly double[] _cells;

    private SelfSimilarity(double[] cells, int size) => (_cells, Size) = (cells, size);

    /// <summary>The number of bars.</summary>
    public int Size { get; }

    /// <summary>The similarity of two bars.</summary>
    /// <param name="row">The first bar, from 0.</param>
    /// <param name="column">The second bar.</param>
    public double this[int row, int column] => _cells[row * Size + column];

    /// <summary>Compares the bars of a song.</summary>
    public static SelfSimilarity Of(IReadOnlyList<SongBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return From(bars.Count, (row, column) => bars[row].SimilarityTo(bars[column]));
    }

    /// <summary>Makes a matrix from a function.</summary>
    /// <param name="size">The number of bars.</param>
    /// <param name="similarity">Of a row and a higher column, 0 to 1.</param>
    public static SelfSimilarity From(int size, Func<int, int, double> similarity)
    {
        var cells = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            cells[row * size + row] = 1;
            for (int column = row + 1; column < size; column++)
            {
                cells[row * size + column] = cells[column * size + row] = similarity(row, column);
            }
        }

        return new SelfSimilarity(cells, size);
    }

    /// <summary>The same bars in another order.</summary>
    /// <param name="order">Each bar's index once.</param>
    public SelfSimilarity Reordered(IReadOnlyList<int> order) => From(Size, (row, column) => this[order[row], order[column]]);

    /// <summary>The mean similarity of bars at a distance: the mean of a diagonal.</summary>
    /// <param name="lag">The distance in bars, 1 to <see cref="Size"/> - 1.</param>
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
    /// How clearly a part begins at a bar: the mean similarity within the bars before and within those from it on, minus that between the
    /// two; Foote's checkerboard kernel (2000, "Automatic audio segmentation using a measure of audio novelty"), without taper, and without
    /// the diagonal, which would report novelty among bars that are all different.
    /// </summary>
    /// <param name="bar">At least <paramref name="reach"/>, at most <see cref="Size"/> - reach.</param>
    /// <param name="reach">Bars on either side, at least 2.</param>
    public double NoveltyAt(int bar, int reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(bar, reach);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bar, Size - reach);
        return (MeanWithin(bar - reach, reach) + MeanWithin(bar, reach)) / 2 - MeanOf(bar - reach, bar, reach);
    }

    // Without the diagonal, which is all ones.
    private double MeanWithin(int start, int side) => (MeanOf(start, start, side) * side - 1) / (side - 1);

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
