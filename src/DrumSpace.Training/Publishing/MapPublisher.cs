using System.Globalization;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Publishing;

/// <summary>Adds a map to a bundle: the map, its section of the model card, and its facts in the manifest.</summary>
public static class MapPublisher
{
    /// <summary>Adds the map to the bundle, or replaces its map; the rest is unchanged.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="map">The map.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="measures">Its quality first, then that of what it is compared with.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static void Publish(string folder, PatternMap map, long seed, IReadOnlyList<MapMeasures> measures) => BundleCard.Put(
        folder,
        "Map",
        Section(map, seed, measures),
        new() { [BundleFile.Map] = map.ToBytes() },
        new() { ["mapPoints"] = $"{map.Points.Length}", ["mapSeed"] = $"{seed}" });

    /// <summary>The section of the model card, Markdown.</summary>
    internal static string Section(PatternMap map, long seed, IReadOnlyList<MapMeasures> measures) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `map.bin`: the latents of {map.Points.Length} patterns of the training and validation splits, found by the plugin's search, with positions in the
        plane (Barnes-Hut t-SNE of the latents, van der Maaten 2014) and genres (Groove's styles, elsewhere the names of folders), but without the
        patterns. The trustworthiness (Venna and Kaski 2001) of {MapMeasures.TrustedNeighbours} neighbours in the plane is {measures[0].OfLatents:F4} by the latents and {measures[0].OfPatterns:F4} by the patterns;
        {Share(measures[0].GenresOfOtherFiles.Accuracy)} of {MapMeasures.LabelledNeighbours} neighbours in other files have a pattern's genre, {Share(measures[0].GenresOfOtherFiles.Chance)} by chance.
        Command: `drumspace map --bundle BUNDLE --data groove multitrack --points {map.Points.Length} --seed {seed}`.
        """);

    private static string Share(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
