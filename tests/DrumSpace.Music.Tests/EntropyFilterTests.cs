namespace DrumSpace.Music.Tests;

public class EntropyFilterTests
{
    [Fact]
    public void Entropy_counts_the_empty_step_as_a_mask_in_nats()
    {
        Assert.Equal(0, PatternEntropy.Of(default));
        // 16 of one mask and 16 empty steps: ln 2. 32 different masks: ln 32. Values from a table of logarithms.
        Assert.Equal(0.693147180559945, PatternEntropy.Of(Make(step => step % 2)), 12);
        Assert.Equal(3.465735902799727, PatternEntropy.Of(Make(step => step)), 12);
        // 8 snares, 24 empty: -(1/4) ln(1/4) - (3/4) ln(3/4).
        Assert.Equal(0.562335144618808, PatternEntropy.Of(Make(step => step % 4 == 0 ? 2 : 0)), 12);
    }

    [Fact]
    public void Entropy_does_not_depend_on_the_order_of_the_steps()
    {
        Random random = new(20210617);
        int[] masks = [.. Enumerable.Range(0, 32).Select(_ => random.Next(5))];
        double entropy = PatternEntropy.Of(Make(step => masks[step]));
        random.Shuffle(masks);
        Assert.Equal(entropy, PatternEntropy.Of(Make(step => masks[step])));
    }

    [Fact]
    public void The_filter_keeps_what_is_above_its_threshold()
    {
        Assert.False(EntropyFilter.Passes(Make(step => step % 2)));
        Assert.True(EntropyFilter.Passes(Make(step => step % 4)));
    }

    [Theory]
    [InlineData("ae", 3314)]
    [InlineData("acai", 5844)]
    public void The_filter_keeps_as_many_raw_samples_as_measured_and_every_sample_that_the_authors_kept(string model, int kept)
    {
        string? raw = Repository.Data($"drum_space/sampled10k_{model}_raw");
        string? filtered = Repository.Data($"drum_space/sampled10k_{model}_filtered");
        Assert.SkipWhen(raw is null || filtered is null, "The published samples are not beside this checkout.");
        Assert.Equal(kept, File.ReadLines(raw!).Count(line => EntropyFilter.Passes(PatternLine.Parse(line).Pattern)));
        Assert.All(File.ReadLines(filtered!), line => Assert.True(EntropyFilter.Passes(PatternLine.Parse(line).Pattern)));
    }

    private static Pattern Make(Func<int, int> mask) => new([.. Enumerable.Range(0, 32).Select(step => (ushort)mask(step))]);
}
