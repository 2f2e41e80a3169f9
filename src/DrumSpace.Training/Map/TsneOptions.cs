namespace DrumSpace.Training.Map;

/// <summary>The settings of t-SNE. The defaults are van der Maaten's (2014, section 5).</summary>
public sealed record TsneOptions
{
    /// <summary>The effective number of neighbours: above 1.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>The accuracy of the Barnes-Hut approximation, 0 (exact) to 0.7.</summary>
    public double Theta { get; init; } = 0.5;

    /// <summary>The number of iterations with exaggeration, a stronger attraction that forms the clusters.</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>The total number of iterations.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>The maximum number of threads; -1 for one per core. The result does not depend on it.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Check(Perplexity > 1, nameof(Perplexity));
        Check(Theta is >= 0 and <= 0.7, nameof(Theta));
        Check(ExaggeratedIterations >= 0, nameof(ExaggeratedIterations));
        Check(Iterations >= 1, nameof(Iterations));
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
