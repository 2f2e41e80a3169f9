namespace DrumSpace.Training.Map;

/// <summary>
/// t-SNE with the Barnes-Hut approximation (van der Maaten 2014, "Accelerating t-SNE using Tree-Based Algorithms"): lays points out in the
/// plane so that points with high affinity are near each other.
/// </summary>
/// <remarks>
/// One thread calls it; the forces are computed on several. All sums have an order that depends on the points alone, so equal input gives
/// equal bits for any number of threads.
/// </remarks>
public sealed class Tsne
{
    // Van der Maaten's (2014, section 5): the factor of the attraction in early iterations, and the momentum during and after them.
    private const double Exaggeration = 12, EarlyMomentum = 0.5, Momentum = 0.8;
    private const double GainStep = 0.2, GainDecay = 0.8, MinGain = 0.01;

    // The smallest learning rate (Belkina et al. 2019, "Automated optimized parameters for t-distributed stochastic neighbor embedding
    // improve visualization and analysis of large datasets").
    private const double MinRate = 200;
    private const int PointsPerTask = 256;

    private readonly Affinities _affinities;
    private readonly TsneOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly Quadtree _tree;
    private readonly double[] _weights;
    private readonly Axis _x;
    private readonly Axis _y;
    private double _sum;

    /// <summary>Starts a layout.</summary>
    /// <param name="affinities">The affinities of the points.</param>
    /// <param name="x">The initial horizontal positions: small, about 1e-4, without two points at the same position.</param>
    /// <param name="y">The initial vertical positions.</param>
    /// <param name="options">The settings; the perplexity is part of <paramref name="affinities"/> already.</param>
    public Tsne(Affinities affinities, ReadOnlySpan<double> x, ReadOnlySpan<double> y, TsneOptions options)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, affinities.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, affinities.Count);
        _affinities = affinities;
        _options = options;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _tree = new Quadtree(x.Length);
        _weights = new double[x.Length];
        _x = new Axis(x);
        _y = new Axis(y);
    }

    /// <summary>The number of iterations completed.</summary>
    public int Iteration { get; private set; }

    /// <summary>Whether all iterations are completed.</summary>
    public bool IsFinished => Iteration >= _options.Iterations;

    /// <summary>The horizontal positions, around 0.</summary>
    public ReadOnlySpan<double> X => _x.Positions;

    /// <summary>The vertical positions, around 0.</summary>
    public ReadOnlySpan<double> Y => _y.Positions;

    /// <summary>Runs one iteration: gradient descent with momentum and a gain for each coordinate (Jacobs 1988).</summary>
    public void Step()
    {
        bool isEarly = Iteration < _options.ExaggeratedIterations;
        ComputeForces(isEarly ? Exaggeration : 1);
        double rate = Math.Max(MinRate, _affinities.Count / Exaggeration);
        double momentum = isEarly ? EarlyMomentum : Momentum;
        _x.Move(rate, momentum);
        _y.Move(rate, momentum);
        Iteration++;
    }

    /// <summary>The gradient of the divergence at the current positions: 4 times attraction minus repulsion (equation 5).</summary>
    public (double[] X, double[] Y) Gradient()
    {
        ComputeForces(1);
        return (Array.ConvertAll(_x.Forces, force => 4 * force), Array.ConvertAll(_y.Forces, force => 4 * force));
    }

    /// <summary>The Kullback-Leibler divergence of the layout from the affinities, in nats, which is minimized.</summary>
    public double Divergence()
    {
        ComputeForces(1);
        double divergence = 0;
        for (int i = 0; i < _affinities.Count; i++)
        {
            ReadOnlySpan<int> columns = _affinities.ColumnsOf(i);
            ReadOnlySpan<float> values = _affinities.ValuesOf(i);
            for (int n = 0; n < columns.Length; n++)
            {
                double dx = _x.Positions[i] - _x.Positions[columns[n]], dy = _y.Positions[i] - _y.Positions[columns[n]];
                double q = 1 / ((1 + (dx * dx) + (dy * dy)) * _sum);
                divergence += values[n] > 0 ? values[n] * Math.Log(values[n] / q) : 0;
            }
        }

        return divergence;
    }

    private void ComputeForces(double exaggeration)
    {
        _tree.Build(_x.Positions, _y.Positions);
        int count = _affinities.Count;
        Parallel.For(0, (count + PointsPerTask - 1) / PointsPerTask, _parallel, task =>
        {
            int end = Math.Min((task + 1) * PointsPerTask, count);
            foreach (int point in _tree.Order[(task * PointsPerTask)..end])
            {
                _weights[point] = _tree.Repulsion(
                    _x.Positions[point], _y.Positions[point], _options.Theta, out _x.Repulsions[point], out _y.Repulsions[point]);
                Attract(point, exaggeration);
            }
        });

        // In the order of the points, so that rounding does not depend on the threads.
        _sum = _weights.Aggregate(0.0, (sum, weight) => sum + weight);
        _x.SubtractRepulsion(_sum);
        _y.SubtractRepulsion(_sum);
    }

    private void Attract(int point, double exaggeration)
    {
        ReadOnlySpan<int> columns = _affinities.ColumnsOf(point);
        ReadOnlySpan<float> values = _affinities.ValuesOf(point);
        double[] xs = _x.Positions, ys = _y.Positions;
        double x = xs[point], y = ys[point], forceX = 0, forceY = 0;
        for (int n = 0; n < columns.Length; n++)
        {
            double dx = x - xs[columns[n]], dy = y - ys[columns[n]];
            double pull = values[n] / (1 + (dx * dx) + (dy * dy));
            forceX += pull * dx;
            forceY += pull * dy;
        }

        _x.Forces[point] = exaggeration * forceX;
        _y.Forces[point] = exaggeration * forceY;
    }

    /// <summary>One coordinate of all points, with its forces, steps and gains.</summary>
    private sealed class Axis
    {
        public readonly double[] Positions;
        public readonly double[] Forces;
        public readonly double[] Repulsions;
        private readonly double[] _steps;
        private readonly double[] _gains;

        public Axis(ReadOnlySpan<double> positions)
        {
            Positions = [.. positions];
            Forces = new double[positions.Length];
            Repulsions = new double[positions.Length];
            _steps = new double[positions.Length];
            _gains = [.. Enumerable.Repeat(1.0, positions.Length)];
        }

        public void SubtractRepulsion(double sum)
        {
            for (int i = 0; i < Forces.Length; i++)
            {
                Forces[i] -= Repulsions[i] / sum;
            }
        }

        public void Move(double rate, double momentum)
        {
            double mean = 0;
            for (int i = 0; i < Positions.Length; i++)
            {
                bool isTurn = Math.Sign(Forces[i]) != Math.Sign(_steps[i]);
                _gains[i] = Math.Max(MinGain, isTurn ? _gains[i] + GainStep : _gains[i] * GainDecay);
                _steps[i] = (momentum * _steps[i]) - (rate * _gains[i] * Forces[i]);
                Positions[i] += _steps[i];
                mean += Positions[i];
            }

            mean /= Positions.Length;
            for (int i = 0; i < Positions.Length; i++)
            {
                Positions[i] -= mean;
            }
        }
    }
}
