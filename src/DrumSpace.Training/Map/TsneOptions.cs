namespace DrumSpace.Training.Map;

/// <summary>The settings of t-SNE. The defaults are van der Maaten's (2014, section 5) unless another source is given.</summary>
public sealed record TsneOptions
{
    /// <summary>The effective number of neighbours: above 1.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>The accuracy of the Barnes-Hut approximation, 0 (exact) to 0.7.</summary>
    public double Theta { get; init; } = 0.5;

    /// <summary>The factor of the attraction in early iterations, which forms the clusters.</summary>
    public double Exaggeration { get; init; } = 12;

    /// <summary>The number of iterations with exaggeration.</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>The total number of iterations.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>The momentum during exaggeration.</summary>
    public double EarlyMomentum { get; init; } = 0.5;

    /// <summary>The momentum after exaggeration.</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>
    /// The learning rate; null for points / exaggeration, at least 200 (Belkina et al. 2019, "Automated optimized parameters for
    /// t-distributed stochastic neighbor embedding improve visualization and analysis of large datasets").
    /// </summary>
    public double? LearningRate { get; init; }

    /// <summary>The maximum number of threads; -1 for one per core. The result does not depend on it.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Check(Perplexity > 1, nameof(Perplexity));
        Check(Theta is >= 0 and <= 0.7, nameof(Theta));
        Check(Exaggeration >= 1, nameof(Exaggeration));
        Check(ExaggeratedIterations >= 0, nameof(ExaggeratedIterations));
        Check(Iterations >= 1, nameof(Iterations));
        Check(EarlyMomentum is >= 0 and < 1, nameof(EarlyMomentum));
        Check(Momentum is >= 0 and < 1, nameof(Momentum));
        Check(LearningRate is null or > 0, nameof(LearningRate));
        Check(Threads is -1 or > 0, nameof(Threads));
    }

    private static void Check(bool isValid, string name)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
