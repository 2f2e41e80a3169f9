using DrumSpace.Training.Reports;

namespace DrumSpace.Training.Evaluation.Report;

/// <summary>Evaluations side by side, as Markdown, as JSON and as plots.</summary>
public sealed class EvaluationReport
{
    private readonly EvaluationPlots _plots;

    /// <summary>Creates a report.</summary>
    /// <param name="setting">The data that all evaluations were measured against.</param>
    /// <param name="evaluations">At least one; their names differ.</param>
    public EvaluationReport(EvaluationSetting setting, IReadOnlyList<PatternEvaluation> evaluations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(evaluations.Count);
        Setting = setting;
        Evaluations = evaluations;
        _plots = new EvaluationPlots(this);
    }

    /// <summary>The data that all evaluations were measured against.</summary>
    public EvaluationSetting Setting { get; }

    /// <summary>The evaluations, in the order of the columns.</summary>
    public IReadOnlyList<PatternEvaluation> Evaluations { get; }

    /// <summary>The measures of at least one evaluation.</summary>
    public IEnumerable<Measure> Rows => Measure.All.Where(measure => Evaluations.Any(evaluation => measure.Of(evaluation) != null));

    /// <summary>The voices of every evaluation and, if there are any, of the held-out patterns.</summary>
    internal IEnumerable<(string Name, VoiceShares Voices)> Voices
    {
        get
        {
            IEnumerable<(string, VoiceShares)> columns = Evaluations.Select(evaluation => (evaluation.Name, evaluation.Voices));
            return Setting.HeldOutVoices is { } real ? columns.Append(("held-out patterns", real)) : columns;
        }
    }

    /// <summary>The report as Markdown: the table, the meanings of its rows, the voices, and links to the plots of
    /// <see cref="Write"/>.</summary>
    public string ToMarkdown() => EvaluationText.ToMarkdown(this, _plots.All());

    /// <summary>The report as indented JSON; figures that were not measured are null.</summary>
    public string ToJson() => EvaluationText.ToJson(this);

    /// <summary>Writes report.md, report.json and the plots into a folder, which is created if it does not exist.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder) => ReportFolder.Write(
        folder, [("report.md", ToMarkdown()), ("report.json", ToJson()), .. _plots.All().Select(plot => (plot.FileName, plot.Svg))]);
}
