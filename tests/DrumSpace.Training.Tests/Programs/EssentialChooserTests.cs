using DrumSpace.Inference.Bundles;
using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Programs;

namespace DrumSpace.Training.Tests.Programs;

public class EssentialChooserTests
{
    private static readonly string Flagship = Path.Combine(Repository.Root, "presets", "models", "flagship");
    private static readonly Pattern Straight = Loop(Voice.ClosedHiHat, "x-x-x-x-x-x-x-x-", "----x-------x---", "x-----x---x-----");
    private static readonly Pattern Shuffle = Loop(Voice.Ride, "xx-xxx-xxx-xxx-x", "----x-------x---", "x--x---xx--x----");

    [Fact]
    public void The_first_of_a_genre_is_near_most_of_its_patterns_and_the_next_near_the_others()
    {
        // Files have equal weight: the many patterns of one do not outweigh those of three.
        Pattern[][] rock = [[Straight], [Straight], [Straight], [.. Enumerable.Repeat(Shuffle, 50)], [Shuffle]];
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        using BundleCoder coder = new(bundle);
        IReadOnlyList<EssentialPattern> chosen = Choose(bundle, rock);
        Assert.True(IsNear(chosen[0].Pattern, Straight) && !IsNear(chosen[0].Pattern, Shuffle));
        Assert.True(IsNear(chosen[1].Pattern, Shuffle));
        Assert.Equal([(3, 0.6), (2, 0.4)], chosen.Select(one => (one.Files, Math.Round(one.Share, 6))));
        Assert.All(chosen, one =>
        {
            Assert.Equal("rock", one.Genre.Label);
            Assert.Equal(one.Pattern, coder.Decode(bundle.Mapping.ToLatent(one.Knobs)));
            Assert.All(
                ProgramChooser.Choose(bundle),
                other => Assert.True(one.Pattern.DistanceTo(other.Pattern) >= ProgramChooser.MinDistance));
        });
        Assert.Equal(["Rock 1", "Rock 2"], chosen.Select(one => one.Name));
    }

    [Fact]
    public void A_pattern_of_one_file_is_not_typical()
    {
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        Assert.Empty(Choose(bundle, [[Straight, Straight], [Shuffle]]));
    }

    private static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, Pattern[][] rock) =>
        EssentialChooser.Choose(bundle, rock.ToLookup(_ => "rock", IReadOnlyList<Pattern> (patterns) => patterns));

    private static bool IsNear(Pattern one, Pattern pattern) =>
        1 - ((double)one.DistanceTo(pattern) / (one.HitCount + pattern.HitCount)) >= EssentialChooser.Near;

    private static Pattern Loop(Voice cymbal, string time, string snare, string kick)
    {
        ushort[] bar = [.. Enumerable.Range(0, 16).Select(step => (ushort)(
            Bit(time, step, cymbal) | Bit(snare, step, Voice.Snare) | Bit(kick, step, Voice.BassDrum)))];
        return new Pattern([.. bar, .. bar]);
    }

    private static int Bit(string row, int step, Voice voice) => row[step] == 'x' ? 1 << (int)voice : 0;
}
