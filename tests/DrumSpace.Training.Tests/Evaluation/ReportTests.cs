using System.Text.Json.Nodes;
using System.Xml.Linq;
using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Evaluation.Report;

namespace DrumSpace.Training.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-report").FullName;
    private readonly GoldenCase _golden = GoldenCase.Get("as many samples");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_JSON_has_the_measures_and_null_for_missing_ones()
    {
        JsonNode evaluation = JsonNode.Parse(Report().ToJson())!["evaluations"]![0]!;
        Assert.Equal("samples | one", (string?)evaluation["name"]);
        Assert.Equal(_golden.Precision, (double)evaluation["precision"]!, 12);
        Assert.Equal(_golden.Recall, (double)evaluation["recall"]!, 12);
        Assert.Equal(_golden.TwoSample, (double)evaluation["twoSampleAccuracy"]!, 12);
        Assert.Equal(_golden.Within[2], (double)evaluation["coverage4"]!, 12);
        Assert.Equal(_golden.Shares[2], (double)evaluation["voices"]!["closedHiHat"]!, 12);
        Assert.True(evaluation.AsObject().ContainsKey("f1"));
        Assert.Null(evaluation["f1"]);
    }

    [Fact]
    public void The_Markdown_is_a_table_of_the_same_measures()
    {
        string[] lines = Report().ToMarkdown().Split('\n');
        Assert.Contains("| | samples \\| one | real |", lines);
        Assert.Contains("| precision | 0.700 | 1.000 |", lines);
        Assert.Contains("| recall | 0.250 | 1.000 |", lines);
        Assert.Contains("| coverage within 4 | 40.0 % | 100.0 % |", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("| reconstruction", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_for_a_card_has_the_main_rows_alone()
    {
        string[] lines = Report().ToSummary().Split('\n');
        Assert.Contains("held-out patterns of the validation split", lines[0], StringComparison.Ordinal);
        Assert.Contains("| precision | 0.700 | 1.000 |", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("| coverage within 1", StringComparison.Ordinal));
        Assert.InRange(lines.Length, 8, 25);
    }

    [Fact]
    public void A_measure_that_only_some_have_is_a_dash_for_the_others()
    {
        PatternEvaluation samples = Report().Evaluations[0];
        PatternEvaluation model = samples with { Name = "model", Reconstruction = new Reconstruction(1, 0.5, 0.25, 0) };
        EvaluationReport report = new(new EvaluationSetting(1, 1, 1, CorpusSplit.Validation, null), [samples, model]);
        Assert.Contains("| reconstruction: F1 | – | 0.250 |", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_the_report_is_written_and_linked()
    {
        LossSeries losses = new("loss", [1, 2, 3], [0.5, 0.25, 0.125]);
        EvaluationReport bare = Report();
        EvaluationReport report = new(bare.Setting, [bare.Evaluations[0] with { Losses = [losses] }, bare.Evaluations[1]]);
        string[] files = [.. report.Write(_folder)];
        Assert.Equal(["report.md", "report.json", "summary.md", "losses-samples---one.svg", "hits.svg", "entropy.svg", "voices.svg"], files);
        string markdown = File.ReadAllText(Path.Combine(_folder, "report.md"));
        foreach (string svg in files.Where(file => file.EndsWith(".svg", StringComparison.Ordinal)))
        {
            Assert.Contains($"({svg})", markdown, StringComparison.Ordinal);
            Assert.Equal("svg", XDocument.Load(Path.Combine(_folder, svg)).Root!.Name.LocalName);
        }
    }

    [Fact]
    public void Without_data_only_measures_of_the_samples_alone_are_shown()
    {
        Evaluator evaluator = new([], [], seed: 1);
        EvaluationReport report = new(evaluator.Setting, [evaluator.Evaluate("alone", _golden.SamplePatterns())]);
        Assert.Equal(["samples", "passed", "unique", "passedUnique", "hits"], report.Rows.Select(row => row.Key));
    }

    private EvaluationReport Report()
    {
        Pattern[] real = _golden.RealPatterns();
        Evaluator evaluator = new(real, real, seed: 1);
        return new(evaluator.Setting, [evaluator.Evaluate("samples | one", _golden.SamplePatterns()), evaluator.Evaluate("real", real)]);
    }
}
