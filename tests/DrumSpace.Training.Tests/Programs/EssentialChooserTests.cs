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
    public void The_first_of_a_genre_is_near_most_of_its_patterns_and_the_next_near_what_is_left()
    {
        // Every file counts alike: the many patterns of one do not outweigh those of three.
        Pattern[][] rock = [[Straight], [Straight], [Straight], [.. Enumerable.Repeat(Shuffle, 50)], [Shuffle]];
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        using BundleCoder coder = new(bundle);
        IReadOnlyList<EssentialPattern> beats = Choose(bundle, rock);
        Assert.True(IsNear(beats[0].Pattern, Straight) && !IsNear(beats[0].Pattern, Shuffle));
        Assert.True(IsNear(beats[1].Pattern, Shuffle));
        Assert.Equal([(3, 0.6), (2, 0.4)], beats.Select(beat => (beat.Files, Math.Round(beat.Share, 6))));
        Assert.All(beats, beat =>
        {
            Assert.Equal("rock", beat.Genre.Label);
            Assert.Equal(beat.Pattern, coder.Decode(bundle.Mapping.ToLatent(beat.Knobs)));
            Assert.All(BeatChooser.Choose(bundle), other => Assert.True(beat.Pattern.DistanceTo(other.Pattern) >= BeatChooser.MinDistance));
        });
        Assert.Equal(["Rock 1", "Rock 2"], beats.Select(beat => beat.Name));
    }

    [Fact]
    public void What_one_file_alone_plays_is_not_typical()
    {
        using ModelBundle bundle = ModelBundle.Load(Flagship);
        Assert.Empty(Choose(bundle, [[Straight, Straight], [Shuffle]]));
    }

    private static IReadOnlyList<EssentialPattern> Choose(ModelBundle bundle, Pattern[][] rock) =>
        EssentialChooser.Choose(bundle, rock.ToLookup(_ => "rock", IReadOnlyList<Pattern> (patterns) => patterns));

    private static bool IsNear(Pattern beat, Pattern pattern) =>
        1 - ((double)beat.DistanceTo(pattern) / (beat.HitCount + pattern.HitCount)) >= EssentialChooser.Near;

    private static Pattern Loop(Voice cymbal, string time, string snare, string kick)
    {
        ushort[] bar = [.. Enumerable.Range(0, 16).Select(step => (ushort)(
            Bit(time, step, cymbal) | Bit(snare, step, Voice.Snare) | Bit(kick, step, Voice.BassDrum)))];
        return new Pattern([.. bar, .. bar]);
    }

    private static int Bit(string row, int step, Voice voice) => row[step] == 'x' ? 1 << (int)voice : 0;
}
