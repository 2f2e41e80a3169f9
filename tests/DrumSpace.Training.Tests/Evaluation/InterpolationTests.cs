using DrumSpace.Music;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class InterpolationTests
{
    [Fact]
    public void A_coder_that_adds_hits_one_by_one_is_smooth()
    {
        // From 0 to 64 hits in 64 steps: one new hit a step, no plateau.
        Interpolation measured = Interpolation.Measure(new Counter(share => (int)Math.Round(share)), [default, new Latent(64, 0, 0, 0)], 3, seed: 1);
        Assert.Equal(3, measured.Lines);
        Assert.Equal(1, measured.MeanStep);
        Assert.Equal(1, measured.MaxJump);
        Assert.Equal(0, measured.MaxPlateau);
        Assert.Equal(1, measured.PathRatio);
    }

    [Fact]
    public void A_coder_with_a_plateau_and_a_jump_is_not()
    {
        // No change until half of the way, then all hits at once: the longer plateau is 32 steps, the jump 64 cells.
        Interpolation measured = Interpolation.Measure(new Counter(share => share >= 32 ? 64 : 0), [default, new Latent(64, 0, 0, 0)], 4, seed: 1);
        Assert.Equal(1, measured.MeanStep);
        Assert.Equal(64, measured.MaxJump);
        Assert.Equal(0.5, measured.MaxPlateau);
    }

    [Fact]
    public void Points_that_pass_the_filter_are_counted_with_the_ends()
    {
        // k hits at the first k steps: n = k of one mask and 32 - k of another; a line of 64 steps has each k = 0 .. 32 about twice.
        Interpolation measured = Interpolation.Measure(new Counter(share => (int)share / 2), [default, new Latent(64, 0, 0, 0)], 1, seed: 1);
        Assert.Equal(0, measured.Passed);
        Assert.Equal(32.0 / 64, measured.MeanStep);
    }

    [Fact]
    public void A_constant_coder_is_one_plateau_with_a_path_ratio_of_0()
    {
        Interpolation measured = Interpolation.Measure(new Counter(_ => 5), [default, new Latent(64, 0, 0, 0)], 2, seed: 1);
        Assert.Equal(1, measured.MaxPlateau);
        Assert.Equal(0, measured.MaxJump);
        Assert.Equal(0, measured.PathRatio);
    }

    [Fact]
    public void One_pattern_has_no_line() =>
        Assert.Throws<ArgumentException>(() => Interpolation.Measure(new Counter(_ => 0), [default], 1, seed: 1));

    private static Pattern Hits(int count)
    {
        var masks = new ushort[Pattern.StepCount];
        for (int i = 0; i < count; i++)
        {
            masks[i % Pattern.StepCount] |= (ushort)(1 << (i / Pattern.StepCount));
        }

        return new Pattern(masks);
    }

    /// <summary>Decodes a number as that many hits.</summary>
    private sealed class Counter(Func<float, int> decode) : IPatternCoder
    {
        public Latent Encode(in Pattern pattern) => throw new NotSupportedException();

        public Pattern Decode(in Latent latent, PatternVariation variation = default) => Hits(decode(latent[0]));
    }
}
