using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

public sealed class RealBoundsTests
{
    // 300 patterns: a file of 270, whose patterns are all near the held-out ones, and thirty of one pattern each.
    private static readonly Pattern[] Random = RandomPatterns.Make(300, seed: 5);
    private static readonly Pattern[] HeldOut = [.. Random[..60].Select(pattern => Flip(pattern, 447))];
    private static readonly TrainingData Data = new([], Random, HeldOut) { TrainingFiles = [.. Enumerable.Range(0, 300).Select(i => Math.Max(0, i - 269))] };
    private static readonly Dictionary<string, Pattern[]> Sets = RealBounds.Of(Data, 60, seed: 1).ToDictionary(set => set.Name, set => set.Patterns);

    [Fact]
    public void All_of_training_is_all_of_it() => Assert.Equal(Random, Sets["all of training"]);

    [Fact]
    public void Where_files_count_alike_single_patterns_come_before_those_of_a_long_file()
    {
        Pattern[] chosen = Sets["training, files alike"];
        Assert.Equal(60, chosen.Distinct().Count());
        Assert.True(chosen.Count(pattern => Array.IndexOf(Random, pattern) >= 270) > 25);
    }

    [Fact]
    public void The_nearest_to_other_files_are_nearer_to_them_than_the_rest()
    {
        Pattern[] chosen = Sets["training, nearest to other files"];
        int Distance(Pattern pattern)
        {
            int own = Array.IndexOf(Random, pattern);
            return Enumerable.Range(0, 300).Where(i => Data.TrainingFiles[i] != Data.TrainingFiles[own]).Min(i => pattern.DistanceTo(Random[i]));
        }

        Assert.True(chosen.Max(Distance) <= Random.Except(chosen).Min(Distance));
    }

    [Fact]
    public void What_is_chosen_by_the_held_out_patterns_has_the_precision_it_is_chosen_for()
    {
        Pattern[] chosen = Sets["training, chosen by held-out"];
        double precision = HammingNeighbours.ShareInside(chosen, HeldOut, HammingNeighbours.Radii(HeldOut, PrecisionRecall.Neighbour));
        Assert.True(precision >= RealBounds.OraclePrecision - 0.01, $"{precision}");
        Assert.Superset(Random[..60].ToHashSet(), chosen.ToHashSet());
    }

    private static Pattern Flip(Pattern pattern, int cell)
    {
        ushort[] masks = pattern.Masks.ToArray();
        masks[cell / Pattern.VoiceCount] ^= (ushort)(1 << (cell % Pattern.VoiceCount));
        return new Pattern(masks);
    }
}
