using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Map;

namespace DrumSpace.Training.Publishing;

/// <summary>Puts a map into a bundle: the map itself, a section of the model card, and facts in the manifest.</summary>
public static class MapPublisher
{
    private const string Title = "Map";

    /// <summary>Writes them; a map that the bundle has already is replaced, and all else stays.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="map">The map.</param>
    /// <param name="seed">What it was made with.</param>
    /// <param name="measures">How good it is, and what it is compared with.</param>
    /// <exception cref="BundleException">The folder holds no sound bundle.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static void Publish(string folder, PatternMap map, long seed, IReadOnlyList<MapMeasures> measures)
    {
        string card = File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard));
        BundleWriter.Extend(
            folder,
            new Dictionary<string, byte[]>
            {
                [BundleFile.Map] = map.ToBytes(),
                [BundleFile.ModelCard] = Encoding.UTF8.GetBytes(CardSection.Put(card, Title, Section(map, seed, measures))),
            },
            new Dictionary<string, string>
            {
                ["mapPoints"] = map.Points.Length.ToString(CultureInfo.InvariantCulture),
                ["mapSeed"] = seed.ToString(CultureInfo.InvariantCulture),
            });
    }

    /// <summary>What the model card says of a map, Markdown.</summary>
    internal static string Section(PatternMap map, long seed, IReadOnlyList<MapMeasures> measures) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        `map.bin`: {map.Points.Length} beats of the data, held-out ones among them, as latents with a place in the plane and a genre; no patterns. Genres are
        Groove's styles, and elsewhere the names of folders. Laid out by Barnes-Hut t-SNE of the latents (van der Maaten 2014).

        - Command: `drumspace map --bundle BUNDLE --data groove multitrack --points {map.Points.Length} --seed {seed}`.

        | | true to latents | true to patterns | same genre | same genre, other files |
        | --- | ---: | ---: | ---: | ---: |
        {string.Join('\n', measures.Select(Row))}
        | by chance | | | {Share(measures[0].Genres.Chance)} | {Share(measures[0].GenresOfOtherFiles.Chance)} |

        Trustworthiness (Venna and Kaski 2001) of {MapMeasures.TrustedNeighbours} neighbours, as neighbours among the latents and among the patterns (Hamming distance);
        and how many of {MapMeasures.LabelledNeighbours} neighbours share a beat's genre, of all beats and of those from other MIDI files.
        """);

    private static string Row(MapMeasures row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Name} | {row.OfLatents:F4} | {row.OfPatterns:F4} | {Share(row.Genres.Purity)} | {Share(row.GenresOfOtherFiles.Purity)} |");

    private static string Share(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
