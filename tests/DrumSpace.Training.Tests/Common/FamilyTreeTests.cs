using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Common;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests.Common;

public sealed class FamilyTreeTests
{
    private const int FamilySize = 50;
    private static readonly Pattern[] Patterns = Mixed(BeatVariation.CommonFamilies * FamilySize);
    private static readonly LatentPrior Prior = new() { Mean = [1, 0, 0, -2], Deviation = [1, 1, 2, 1] };
    private static readonly CommonBeat[] Beats = FamilyTree.Place(Patterns, Prior);

    [Fact]
    public void All_are_placed_once_in_families_of_one_size()
    {
        Assert.Equal(Patterns.ToHashSet(), Beats.Select(beat => beat.Pattern).ToHashSet());
        Assert.Equal(Patterns.Length, Beats.Length);
        Assert.All(Beats.CountBy(beat => beat.Family), family => Assert.Equal(FamilySize, family.Value));
    }

    [Fact]
    public void Families_are_more_alike_than_all_are()
    {
        static double Spread(IReadOnlyList<Pattern> patterns) => patterns.Average(a => patterns.Average(b => a.DistanceTo(b)));
        Assert.True(Beats.GroupBy(beat => beat.Family).Average(family => Spread([.. family.Select(beat => beat.Pattern)])) < 0.5 * Spread(Patterns));
    }

    [Fact]
    public void Places_are_spread_as_the_prior_is_a_little_closer()
    {
        foreach (IGrouping<int, CommonBeat> family in Beats.GroupBy(beat => beat.Family))
        {
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                double[] places = [.. family.Select(beat => (double)beat.Place[axis]).Order()];
                double mean = places.Average(), deviation = Math.Sqrt(places.Average(place => (place - mean) * (place - mean)));
                Assert.Equal(Prior.Mean[axis], mean, 1e-3);
                double spread = 0.85 * Prior.Deviation[axis];
                Assert.Equal(spread, deviation, 0.05 * spread);

                // The normal quantiles at 0.01 and 0.75 are -2.3263 and 0.6745.
                Assert.Equal(Prior.Mean[axis] - (2.3263 * spread), places[0], 0.02);
                Assert.Equal(FamilySize, places.Distinct().Count());
                Assert.InRange(places.Count(place => place < Prior.Mean[axis] + (0.6745 * spread)), 37, 38);
            }
        }
    }

    [Fact]
    public void Each_axis_goes_along_with_its_trait()
    {
        foreach (IGrouping<int, CommonBeat> family in Beats.GroupBy(beat => beat.Family))
        {
            CommonBeat[] beats = [.. family];
            Pattern[] patterns = [.. beats.Select(beat => beat.Pattern)];
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                Assert.InRange(BeatTrait.All[axis].CorrelationWith(patterns, i => beats[i].Place[axis]), 0.5, 1);
            }
        }
    }

    [Fact]
    public void A_trait_that_never_changes_is_no_hindrance()
    {
        Pattern[] alike = [.. Enumerable.Range(0, 32).Select(step => new Pattern([.. Enumerable.Range(0, 32).Select(i => (ushort)(i == step ? 1 << 9 : 0))]))];
        Assert.All(FamilyTree.Place(alike, Prior), beat => Assert.All(Enumerable.Range(0, 4), axis => Assert.True(float.IsFinite(beat.Place[axis]))));
        Assert.Throws<ArgumentOutOfRangeException>(() => FamilyTree.Place(alike[..7], Prior));
    }

    // Four beats, each with hits of its own here and there, so that there is something to part them by.
    private static Pattern[] Mixed(int count)
    {
        Pattern[] beats = RandomPatterns.Make(4, 1, 0.2f);
        return [.. RandomPatterns.Make(count, 2, 0.03f).Select((noise, i) => new Pattern(
            [.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)(noise[step] ^ beats[i % 4][step]))]))];
    }
}
