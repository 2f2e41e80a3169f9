using System.Globalization;

namespace DrumSpace.Testing;

/// <summary>The seed of a randomised test: another one each run, unless DRUMSPACE_SEED repeats one.</summary>
public static class Seed
{
    /// <summary>Takes a seed and prints it.</summary>
    /// <param name="print">Where the line goes that tells how to repeat the run.</param>
    /// <returns>The seed, at least 0.</returns>
    public static int Take(Action<string> print)
    {
        ArgumentNullException.ThrowIfNull(print);
        string? given = Environment.GetEnvironmentVariable("DRUMSPACE_SEED");
        int seed = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int named) ? named : Random.Shared.Next();
        print($"DRUMSPACE_SEED={seed} repeats this run.");
        return seed;
    }
}
