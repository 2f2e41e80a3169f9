using System.Globalization;
using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

/// <summary>A figure of structure: one row of the table, one field of the JSON.</summary>
/// <param name="Key">The field's name in the JSON.</param>
/// <param name="Title">The row's heading.</param>
/// <param name="Meaning">Its definition, in a sentence.</param>
/// <param name="Format">The .NET format string of its values.</param>
/// <param name="Of">Takes the figure from a song.</param>
public sealed record StructureMeasure(string Key, string Title, string Meaning, string Format, Func<SongStructure, double> Of)
{
    private const string Percent = "0 %", Share = "0.00", Fine = "0.000";

    /// <summary>Every figure, in the order of the table.</summary>
    public static IReadOnlyList<StructureMeasure> All { get; } =
    [
        new("bars", "bars", "The song's length.", "0", song => song.Bars),
        new("nearLikeness", "similarity, near", "The similarity of bars to those 1 to 4 bars away.", Share, song => song.NearSimilarity),
        new("farLikeness", "similarity, far", "The similarity of bars to those at least 16 bars away.", Share, song => song.FarSimilarity),
        new(
            "farRepeats", "repeated bars", "Bars with another one of similarity 0.8 or more at least 8 bars away.",
            Percent, song => song.RepeatedBars),
        new(
            "returns", "repeated passages",
            "Bars in a passage of four that recurs in order with a mean similarity of 0.8 or more at least 8 bars away.",
            Percent, song => song.RepeatedPassages),
        new("different", "distinct bars", "Distinct bars, of all.", Percent, song => song.DistinctBars),
        new(
            "lagContrast", "contrast of lags",
            "The deviation of the mean similarity by lag, from 8 bars on: large when parts recur after certain times.",
            Fine, song => song.LagContrast),
        new(
            "novelty", "novelty",
            "The novelty (checkerboard kernel of 4 bars to either side, without the diagonal) that a tenth of the bars exceeds.",
            Fine, song => song.Novelty),
    ];

    /// <summary>The median over the songs, with the first and third quartiles; for one song its figure alone.</summary>
    public string Text(SongGroup group)
    {
        double[] values = [.. group.Songs.Select(song => Of(song.Structure))];
        return values.Length == 1 ? At(0.5) : $"{At(0.5)} [{At(0.25)}, {At(0.75)}]";

        string At(double share) => SongStructure.Quantile(values, share).ToString(Format, CultureInfo.InvariantCulture);
    }
}
