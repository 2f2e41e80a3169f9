using System.Globalization;
using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Map;

/// <summary>What a bundle's model card says of its map.</summary>
public static class MapCard
{
    private const string Heading = "## Map\n";

    /// <summary>Puts the section of the map at the end of a card; one that is there already is taken out.</summary>
    /// <param name="card">The card, in Markdown.</param>
    /// <param name="map">The map.</param>
    /// <param name="seed">The map's seed.</param>
    /// <param name="measures">How good it is.</param>
    public static string Put(string card, BeatMap map, long seed, IReadOnlyList<MapMeasures> measures)
    {
        StringBuilder text = new(Without(card).TrimEnd());
        text.Append(CultureInfo.InvariantCulture, $"\n\n{Heading}\n");
        text.Append(CultureInfo.InvariantCulture, $"`map.bin`: {map.Points.Length} beats of the data, held-out ones among them, as latents with a place in the plane and a genre; ");
        text.Append("no patterns. Genres are Groove's styles, and elsewhere the names of folders.\n");
        text.Append(CultureInfo.InvariantCulture, $"Barnes-Hut t-SNE of the latents, seed {seed}: `drumspace map`.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | true to latents | true to patterns | same genre | same genre, other files |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (MapMeasures row in measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.OfLatents:F4} | {row.OfPatterns:F4} | ");
            text.Append(CultureInfo.InvariantCulture, $"{100 * row.Genres.Purity:F1} % | {100 * row.GenresOfOtherFiles.Purity:F1} % |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| by chance | | | {100 * measures[0].Genres.Chance:F1} % | {100 * measures[0].GenresOfOtherFiles.Chance:F1} % |\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Trustworthiness (Venna and Kaski 2001) of {MapMeasures.TrustedNeighbours} neighbours, as neighbours among the latents and among the patterns ");
        text.Append(CultureInfo.InvariantCulture, $"(Hamming distance); and how many of {MapMeasures.LabelledNeighbours} neighbours share a beat's genre, of all beats and of those from other MIDI files.\n");
        return text.ToString();
    }

    private static string Without(string card)
    {
        int start = card.IndexOf("\n" + Heading, StringComparison.Ordinal);
        if (start < 0)
        {
            return card;
        }

        int end = card.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        return card[..start].TrimEnd() + "\n" + (end < 0 ? "" : card[end..]);
    }
}
