using System.Text;
using DrumSpace.Training.Evaluation.Plots;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>Evaluations side by side, and the same numbers as Markdown, as JSON and as plots.</summary>
public sealed partial class EvaluationReport
{
    /// <summary>Makes a report.</summary>
    /// <param name="setting">What all evaluations were measured against.</param>
    /// <param name="evaluations">At least one; their names differ.</param>
    public EvaluationReport(EvaluationSetting setting, IReadOnlyList<BeatEvaluation> evaluations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(evaluations.Count);
        Setting = setting;
        Evaluations = evaluations;
    }

    /// <summary>What all evaluations were measured against.</summary>
    public EvaluationSetting Setting { get; }

    /// <summary>What was measured, in the order of the columns.</summary>
    public IReadOnlyList<BeatEvaluation> Evaluations { get; }

    /// <summary>The rows that at least one evaluation has a figure for.</summary>
    public IEnumerable<Measure> Rows => Measure.All.Where(measure => Evaluations.Any(evaluation => measure.Of(evaluation) != null));

    /// <summary>Writes report.md, report.json and the plots into a folder, which is made if it is not there.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        List<(string Name, string Content)> files = [("report.md", ToMarkdown()), ("report.json", ToJson())];
        files.AddRange(Plots().Select(plot => (plot.FileName, plot.Svg)));
        foreach ((string name, string content) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), content, new UTF8Encoding(false));
        }

        return [.. files.Select(file => file.Name)];
    }

    private IEnumerable<(string FileName, string Title, string Svg)> Plots()
    {
        foreach (BeatEvaluation evaluation in Evaluations.Where(evaluation => evaluation.Losses.Count > 0))
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
        BarPlot voices = new("Hits by voice", "share of all hits", VoiceNames);
        foreach ((string name, VoiceShares shares) in VoiceColumns())
        {
            voices.Add(name, shares.Shares);
        }

        yield return ("voices.svg", "Hits by voice", voices.ToSvg());
    }

    private (string FileName, string Title, string Svg) Distribution(string file, string title, string unit, Func<BeatEvaluation, Histogram> of)
    {
        // Empty bins beyond the last hit of every evaluation would only squeeze the rest.
        int last = Evaluations.Max(evaluation => of(evaluation).Shares.ToList().FindLastIndex(share => share > 0));
        LinePlot plot = new(title, unit, "share of samples");
        foreach (BeatEvaluation evaluation in Evaluations)
        {
            Histogram histogram = of(evaluation);
            plot.Add(
                evaluation.Name,
                [.. Enumerable.Range(0, last + 1).Select(bin => histogram.Start + (bin * histogram.BinWidth))],
                [.. histogram.Shares.Take(last + 1)]);
        }

        return (file, title, plot.ToSvg());
    }

    private IEnumerable<(string Name, VoiceShares Voices)> VoiceColumns()
    {
        IEnumerable<(string, VoiceShares)> columns = Evaluations.Select(evaluation => (evaluation.Name, evaluation.Voices));
        return Setting.HeldOutVoices is { } real ? columns.Append(("held-out patterns", real)) : columns;
    }

    private static string FileNamePart(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
