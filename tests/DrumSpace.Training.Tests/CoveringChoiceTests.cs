using DrumSpace.Music;
using DrumSpace.Training.Data;

namespace DrumSpace.Training.Tests;

public sealed class CoveringChoiceTests
{
    private const Voice Kick = Voice.BassDrum, Hat = Voice.ClosedHiHat;

    // Three files that nearly play the same, and a lonely one of three patterns near each other.
    private static readonly Pattern Shared = Beat((Kick, 0), (Kick, 8), (Hat, 4), (Hat, 12), (Kick, 16), (Kick, 24), (Hat, 20), (Hat, 28));
    private static readonly Pattern[] Training =
    [
        .. Enumerable.Range(0, 3).Select(i => With(Lonely(20), (Voice.Crash, i))),
        Shared, With(Shared, (Hat, 1)), With(Shared, (Hat, 2), (Hat, 3), (Hat, 5)),
    ];

    private static readonly int[] Files = [7, 7, 7, 1, 2, 3];

    [Fact]
    public void The_pattern_that_comes_near_to_most_files_is_first()
    {
        Pattern first = CoveringChoice.Of(Training, Files, 1).Single();
        Assert.All(Training[3..], pattern => Assert.InRange(first.DistanceTo(pattern), 1, CoveringChoice.Reach));
    }

    [Fact]
    public void What_is_near_already_is_worth_less_so_that_the_rest_has_its_turn()
    {
        Pattern[] chosen = CoveringChoice.Of(Training, Files, 5);
        Assert.Contains(chosen, pattern => pattern.DistanceTo(Training[0]) <= CoveringChoice.Reach);
    }

    [Fact]
    public void A_file_counts_once_however_many_patterns_it_has()
    {
        // Thirty patterns of one file near each other against two of two files.
        Pattern[] training = [.. Enumerable.Range(0, 30).Select(i => With(Lonely(20), (Voice.Crash, i))), Shared, With(Shared, (Hat, 1))];
        int[] files = [.. Enumerable.Repeat(0, 30), 1, 2];
        Assert.True(CoveringChoice.Of(training, files, 1).Single().DistanceTo(Shared) <= CoveringChoice.Reach);
        Assert.False(CoveringChoice.Of(training, files, 1, fileExponent: 0).Single().DistanceTo(Shared) <= CoveringChoice.Reach);
    }

    [Fact]
    public void Where_worth_is_left_the_choice_stays_where_patterns_are_dense()
    {
        int Near(double worthLeft) => CoveringChoice.Of(Training, Files, 4, worthLeft).Count(pattern => pattern.DistanceTo(Shared) <= CoveringChoice.Reach);
        Assert.Equal((1, 4), (Near(0), Near(1)));
    }

    [Fact]
    public void Bars_of_different_patterns_are_put_together()
    {
        // Nobody plays a, then b; but two files play nearly that, and others play a and b twice.
        Pattern a = Lonely(10), b = Lonely(40), wanted = Join(a, b);
        Pattern[] training =
        [
            Join(a, a), Join(a, a, (Voice.Crash, 31)), Join(b, b), Join(b, b, (Voice.Crash, 0)),
            With(wanted, (Voice.Crash, 0), (Voice.Crash, 5)), With(wanted, (Voice.Crash, 20), (Voice.Crash, 25)),
        ];
        Assert.Contains(wanted, CoveringChoice.Of(training, [.. Enumerable.Range(0, 6)], 6));
    }

    [Fact]
    public void No_more_come_than_there_are_and_none_twice()
    {
        Pattern[] chosen = CoveringChoice.Of([Shared], [0], 10);
        Assert.Equal(Shared, chosen.Single());
    }

    // Far from those of every other number.
    private static Pattern Lonely(int number) => RandomPatterns.Make(1, (ulong)number)[0];

    private static Pattern Beat(params (Voice Voice, int Step)[] hits) => With(new Pattern(new ushort[Pattern.StepCount]), hits);

    private static Pattern With(Pattern pattern, params (Voice Voice, int Step)[] hits)
    {
        ushort[] masks = pattern.Masks.ToArray();
        foreach ((Voice voice, int step) in hits)
        {
            masks[step] ^= (ushort)(1 << (int)voice);
        }

        return new Pattern(masks);
    }

    private static Pattern Join(Pattern first, Pattern second, params (Voice Voice, int Step)[] changed) =>
        With(new Pattern([.. first.Masks[..16], .. second.Masks[..16]]), changed);
}
