using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>The plots of a report: losses, and the distributions of hits, entropy and voices.</summary>
/// <param name="report">The report.</param>
internal sealed class EvaluationPlots(EvaluationReport report)
{
    /// <summary>All plots, with the names of their files.</summary>
    public IEnumerable<(string FileName, string Title, string Svg)> All()
    {
        foreach (PatternEvaluation evaluation in report.Evaluations.Where(evaluation => evaluation.Losses.Count > 0))
        {
            string title = $"Losses of {evaluation.Name}";
            LinePlot losses = new(title, "epoch", "loss");
            foreach (LossSeries curve in evaluation.Losses)
            {
                losses.Add(curve.Name, curve.Epochs, curve.Values);
            }

            yield return ($"losses-{FileNamePart(evaluation.Name)}.svg", title, losses.ToSvg());
        }

        yield return Distribution("hits.svg", "Hits per pattern", "hits", evaluation => evaluation.Hits);
        yield return Distribution("entropy.svg", "Entropy of patterns", "nats", evaluation => evaluation.Entropy);
        BarPlot voices = new("Hits by voice", "share of all hits", EvaluationReport.VoiceNames);
        foreach ((string name, VoiceShares shares) in report.Voices)
        {
            voices.Add(name, shares.Shares);
        }

        yield return ("voices.svg", "Hits by voice", voices.ToSvg());
    }

    private (string FileName, string Title, string Svg) Distribution(
        string file, string title, string unit, Func<PatternEvaluation, Histogram> of)
    {
        // Without the bins that are empty in every evaluation.
        int last = report.Evaluations.Max(evaluation => of(evaluation).Shares.ToList().FindLastIndex(share => share > 0));
        LinePlot plot = new(title, unit, "share of samples");
        foreach (PatternEvaluation evaluation in report.Evaluations)
        {
            Histogram histogram = of(evaluation);
            plot.Add(
                evaluation.Name,
                [.. Enumerable.Range(0, last + 1).Select(bin => histogram.Start + (bin * histogram.BinWidth))],
                [.. histogram.Shares.Take(last + 1)]);
        }

        return (file, title, plot.ToSvg());
    }

    private static string FileNamePart(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
