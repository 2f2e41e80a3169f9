namespace DrumSpace.Training.Models;

/// <summary>The kinds of models, by their names on the command line and in the manifest.</summary>
public static class ModelKinds
{
    private static readonly Dictionary<string, Func<PatternModel>> Makers = new()
    {
        [Autoencoder.KindName] = () => new Autoencoder(),
        [VariationalAutoencoder.KindName] = () => new VariationalAutoencoder(),
        [InterpolatingAutoencoder.KindName] = () => new InterpolatingAutoencoder(),
        [FourierFeatureAutoencoder.KindName] = () => new FourierFeatureAutoencoder(),
    };

    /// <summary>The names, in display order.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>The default number of epochs of a kind.</summary>
    public static int Epochs(string kind) => kind == FourierFeatureAutoencoder.KindName ? 140 : 40;

    /// <summary>Creates an untrained model.</summary>
    /// <exception cref="ArgumentException">No such kind.</exception>
    public static PatternModel Create(string kind) => Makers.TryGetValue(kind, out Func<PatternModel>? make)
        ? make()
        : throw new ArgumentException($"there is no model kind '{kind}'; there are: {string.Join(", ", Names)}", nameof(kind));
}
