using DrumSpace.Midi.Corpus;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

/// <summary>The samples that the paper's authors published, against published measurements.</summary>
public sealed class PublishedSamplesTests
{
    [Theory]
    [InlineData("ae", 0.3314)]
    [InlineData("acai", 0.5844)]
    public void The_pass_rate_of_the_entropy_filter_is_the_published_one(string model, double passed)
    {
        FilterPass pass = FilterPass.Measure(Read($"sampled10k_{model}_raw"), new HashSet<Pattern>());
        Assert.Equal(10_000, pass.Samples);
        Assert.Equal(passed, pass.Passed, 12);
    }

    [Theory]
    [InlineData("ae", 0.2795)]
    [InlineData("acai", 0.5581)]
    public void The_authors_filtered_samples_all_pass_and_are_the_share_that_the_paper_reports(string model, double kept)
    {
        Pattern[] raw = Read($"sampled10k_{model}_raw"), filtered = Read($"sampled10k_{model}_filtered");
        FilterPass pass = FilterPass.Measure(filtered, new HashSet<Pattern>());
        Assert.Equal(1, pass.Passed);

        // The published files round to the percentages of the paper; one may lack its last line.
        Assert.Equal(kept, filtered.Length / (double)raw.Length, 0.0002);
        Assert.Empty(filtered.Except(raw));
    }

    [Fact]
    public void The_ACAI_samples_are_81_per_cent_unique() =>
        Assert.Equal(0.81, FilterPass.Measure(Read("sampled10k_acai_raw"), new HashSet<Pattern>()).Unique, 0.005);

    private static Pattern[] Read(string name)
    {
        string? path = Repository.Data("drum_space/" + name);
        Assert.SkipWhen(path == null, "The research data is not beside the checkout.");
        return [.. PatternTsv.Read(path!).Select(line => line.Pattern)];
    }
}
