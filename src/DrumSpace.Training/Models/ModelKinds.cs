namespace DrumSpace.Training.Models;

/// <summary>The kinds of models, by their names on the command line and in the manifest.</summary>
public static class ModelKinds
{
    private static readonly Dictionary<string, Func<FlagshipOptions, PatternModel>> Makers = new()
    {
        [Autoencoder.KindName] = _ => new Autoencoder(),
        [VariationalAutoencoder.KindName] = _ => new VariationalAutoencoder(),
        [InterpolatingAutoencoder.KindName] = _ => new InterpolatingAutoencoder(),
        [FourierFeatureAutoencoder.KindName] = options => new FourierFeatureAutoencoder(options),
    };

    /// <summary>The names, in display order.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>The default number of epochs of a kind.</summary>
    public static int Epochs(string kind) => kind == FourierFeatureAutoencoder.KindName ? 90 : 40;

    /// <summary>Creates an untrained model.</summary>
    /// <param name="kind">The kind's name.</param>
    /// <param name="flagship">The options of the flagship, for that kind; null for the defaults.</param>
    /// <exception cref="ArgumentException">No such kind.</exception>
    public static PatternModel Create(string kind, FlagshipOptions? flagship = null) =>
        Makers.TryGetValue(kind, out Func<FlagshipOptions, PatternModel>? make)
        ? make(flagship ?? new FlagshipOptions())
        : throw new ArgumentException($"there is no model kind '{kind}'; there are: {string.Join(", ", Names)}", nameof(kind));
}
