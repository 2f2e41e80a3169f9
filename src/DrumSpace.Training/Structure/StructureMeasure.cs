using System.Globalization;
using DrumSpace.Music.Structure;

namespace DrumSpace.Training.Structure;

/// <summary>A row of the table of structure.</summary>
/// <param name="Key">The figure's name in JSON.</param>
/// <param name="Title">The row's title.</param>
/// <param name="Meaning">What the figure is, in a sentence.</param>
/// <param name="Format">How it is printed.</param>
/// <param name="Of">Takes the figure from a song.</param>
public sealed record StructureMeasure(string Key, string Title, string Meaning, string Format, Func<SongStructure, double> Of)
{
    private const string Percent = "0 %", Share = "0.00", Fine = "0.000";

    /// <summary>Every figure, in the order of the table.</summary>
    public static IReadOnlyList<StructureMeasure> All { get; } =
    [
        new("bars", "bars", "The song's length.", "0", song => song.Bars),
        new("nearLikeness", "alike, near", "How alike bars are to those 1 to 4 bars away.", Share, song => song.NearSimilarity),
        new("farLikeness", "alike, far", "How alike bars are to those at least 16 bars away.", Share, song => song.FarSimilarity),
        new("farRepeats", "bars that come again", "Bars with another, at least 0.8 alike, at least 8 bars away.", Percent, song => song.RepeatedBars),
        new(
            "returns", "passages that come again",
            "Bars in a passage of four that comes again in order, at least 0.8 alike on the mean, at least 8 bars away.",
            Percent, song => song.RepeatedPassages),
        new("different", "different bars", "Different bars, of all.", Percent, song => song.DistinctBars),
        new(
            "lagContrast", "contrast of lags",
            "Deviation of the mean likeness by lag, from 8 bars on: parts come back after certain times.",
            Fine, song => song.LagContrast),
        new(
            "novelty", "novelty",
            "The novelty (checkerboard kernel of 4 bars to either side, without the diagonal) that a tenth of the bars exceeds: how clearly parts begin.",
            Fine, song => song.Novelty),
    ];

    /// <summary>The median of some songs, with the first and third quartiles; the figure alone of one song.</summary>
    public string Text(SongGroup group)
    {
        double[] values = [.. group.Songs.Select(song => Of(song.Structure))];
        return values.Length == 1 ? At(0.5) : $"{At(0.5)} [{At(0.25)}, {At(0.75)}]";

        string At(double share) => SongStructure.Quantile(values, share).ToString(Format, CultureInfo.InvariantCulture);
    }
}
