namespace DrumSpace.Training.Models;

/// <summary>The kinds of models that can be trained, by the names that the command line and the manifest use.</summary>
public static class ModelKinds
{
    private static readonly Dictionary<string, Func<BeatModel>> Makers = new()
    {
        [AutoEncoder.KindName] = () => new AutoEncoder(),
        [VariationalAutoEncoder.KindName] = () => new VariationalAutoEncoder(),
        [InterpolatingAutoEncoder.KindName] = () => new InterpolatingAutoEncoder(),
        [WaveAutoEncoder.KindName] = () => new WaveAutoEncoder(),
    };

    /// <summary>The names, in the order in which to show them.</summary>
    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>How many epochs a kind of model is worth training for.</summary>
    public static int Epochs(string kind) => kind == WaveAutoEncoder.KindName ? 140 : 40;

    /// <summary>Makes an untrained model.</summary>
    /// <exception cref="ArgumentException">No such kind.</exception>
    public static BeatModel Create(string kind) => Makers.TryGetValue(kind, out Func<BeatModel>? make)
        ? make()
        : throw new ArgumentException($"there is no model kind '{kind}'; there are: {string.Join(", ", Names)}", nameof(kind));
}
