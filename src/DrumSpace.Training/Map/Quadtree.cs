namespace DrumSpace.Training.Map;

/// <summary>
/// A quadtree over points of the plane, for the repulsive forces of t-SNE in O(n log n): a cell that is small relative to its distance is
/// treated as one point (Barnes and Hut 1986; van der Maaten 2014, section 4.2).
/// </summary>
/// <remarks>
/// The cells are in one array in depth-first order, each with the index after its last descendant, so that a traversal needs neither
/// pointers nor a stack. It is built on one thread, and traversed from any number of threads.
/// </remarks>
internal sealed class Quadtree
{
    private const int MaxLeafPoints = 8;
    // Points that this many halvings of the plane do not separate share a leaf, whatever their number.
    private const int MaxDepth = 48;

    private readonly int[] _order;
    private readonly double[] _x;
    private readonly double[] _y;
    private Cell[] _cells;
    private int _cellCount;

    /// <summary>Creates a tree for a number of points, without cells.</summary>
    public Quadtree(int count)
    {
        _order = [.. Enumerable.Range(0, count)];
        _x = new double[count];
        _y = new double[count];
        _cells = new Cell[Math.Max(16, count / 2)];
    }

    private struct Cell
    {
        // The points' mean.
        public double X;
        public double Y;
        public double SquaredSide;
        public int Start;
        public int Count;
        public int Next;
        public bool IsLeaf;
    }

    /// <summary>The points in an order in which near ones are mostly adjacent, for cache locality.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Builds the cells.</summary>
    /// <param name="x">The horizontal position of each point, finite.</param>
    /// <param name="y">The vertical position of each point, finite.</param>
    public void Build(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            // In the order of the tree before, which is almost this one's.
            _x[i] = x[_order[i]];
            _y[i] = y[_order[i]];
        }

        _cellCount = 0;
        double minX = _x.Min(), maxX = _x.Max(), minY = _y.Min(), maxY = _y.Max();
        double half = Math.Max(maxX - minX, maxY - minY) / 2;
        Add(0, _x.Length, (minX + maxX) / 2, (minY + maxY) / 2, half, 0);
    }

    /// <summary>The repulsive force on a point, before the division by the sum over all points.</summary>
    /// <param name="x">The point's horizontal position.</param>
    /// <param name="y">The point's vertical position.</param>
    /// <param name="theta">A cell is treated as one point when side / distance is below this; 0 is exact. At most 0.7, so that a cell that
    /// contains the point, whose distance from the cell's mean is at most the diagonal, never is.</param>
    /// <param name="forceX">The sum of w² (x - x') over the other points, where w = 1 / (1 + squared distance).</param>
    /// <param name="forceY">The same of y.</param>
    /// <returns>The sum of w over the other points.</returns>
    public double Repulsion(double x, double y, double theta, out double forceX, out double forceY)
    {
        double squaredTheta = theta * theta, sum = 0;
        (forceX, forceY) = (0, 0);
        int at = 0;
        while (at < _cellCount)
        {
            ref readonly Cell cell = ref _cells[at];
            double dx = x - cell.X, dy = y - cell.Y, squared = (dx * dx) + (dy * dy);
            if (cell.SquaredSide < squaredTheta * squared)
            {
                double w = 1 / (1 + squared), all = cell.Count * w;
                sum += all;
                forceX += all * w * dx;
                forceY += all * w * dy;
                at = cell.Next;
            }
            else if (cell.IsLeaf)
            {
                int end = cell.Start + cell.Count;
                for (int i = cell.Start; i < end; i++)
                {
                    dx = x - _x[i];
                    dy = y - _y[i];
                    double w = 1 / (1 + (dx * dx) + (dy * dy));
                    sum += w;
                    forceX += w * w * dx;
                    forceY += w * w * dy;
                }

                at = cell.Next;
            }
            else
            {
                at++;
            }
        }

        // The point itself: w = 1, and no force.
        return sum - 1;
    }

    private void Add(int start, int end, double centreX, double centreY, double half, int depth)
    {
        if (start == end)
        {
            return;
        }

        int index = _cellCount++;
        if (index == _cells.Length)
        {
            Array.Resize(ref _cells, 2 * _cells.Length);
        }

        bool isLeaf = end - start <= MaxLeafPoints || depth == MaxDepth;
        if (!isLeaf)
        {
            int middle = Split(_y, start, end, centreY);
            int low = Split(_x, start, middle, centreX), high = Split(_x, middle, end, centreX);
            double quarter = half / 2;
            Add(start, low, centreX - quarter, centreY - quarter, quarter, depth + 1);
            Add(low, middle, centreX + quarter, centreY - quarter, quarter, depth + 1);
            Add(middle, high, centreX - quarter, centreY + quarter, quarter, depth + 1);
            Add(high, end, centreX + quarter, centreY + quarter, quarter, depth + 1);
        }

        double sumX = 0, sumY = 0;
        for (int i = start; i < end; i++)
        {
            sumX += _x[i];
            sumY += _y[i];
        }

        int count = end - start;
        _cells[index] = new Cell
        {
            X = sumX / count,
            Y = sumY / count,
            SquaredSide = 4 * half * half,
            Start = start,
            Count = count,
            Next = _cellCount,
            IsLeaf = isLeaf,
        };
    }

    // Partitions the points by a line: those below come first. Returns the index of the first of the others.
    private int Split(double[] axis, int start, int end, double line)
    {
        while (true)
        {
            while (start < end && axis[start] < line)
            {
                start++;
            }

            while (start < end && axis[end - 1] >= line)
            {
                end--;
            }

            if (start >= end)
            {
                return start;
            }

            end--;
            (_x[start], _x[end]) = (_x[end], _x[start]);
            (_y[start], _y[end]) = (_y[end], _y[start]);
            (_order[start], _order[end]) = (_order[end], _order[start]);
        }
    }
}
