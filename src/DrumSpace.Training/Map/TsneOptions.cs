namespace DrumSpace.Training.Map;

/// <summary>The settings of t-SNE. The defaults are van der Maaten's (2014, section 5) but for what names another source.</summary>
public sealed record TsneOptions
{
    /// <summary>How many neighbours each point is to have in effect: above 1.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>How coarsely far points are taken together, 0 (exact) to 0.7.</summary>
    public double Theta { get; init; } = 0.5;

    /// <summary>How many times stronger attraction is at first, so that clusters find together.</summary>
    public double Exaggeration { get; init; } = 12;

    /// <summary>For how many iterations it is.</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>Iterations in all.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>The momentum while attraction is exaggerated.</summary>
    public double EarlyMomentum { get; init; } = 0.5;

    /// <summary>The momentum afterwards.</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>
    /// The learning rate; null for points / exaggeration, at least 200 (Belkina et al. 2019, "Automated optimized parameters for
    /// t-distributed stochastic neighbor embedding improve visualization and analysis of large datasets").
    /// </summary>
    public double? LearningRate { get; init; }

    /// <summary>The most threads that compute at once; -1 for one a core. The result is the same.</summary>
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

    private static void Check(bool isGood, string name)
    {
        if (!isGood)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
