using DrumSpace.Music.Songs;

namespace DrumSpace.Music.Tests.Songs;

public class SongWalkTests
{
    [Fact]
    public void Equal_seeds_give_equal_walks_and_others_do_not()
    {
        Assert.Equal(Points(Walk("pop", 5)), Points(Walk("pop", 5)));
        Assert.NotEqual(Points(Walk("pop", 5)), Points(Walk("pop", 6)));
    }

    [Fact]
    public void Every_two_bars_of_every_section_are_a_unit()
    {
        IReadOnlyList<SongUnit> walk = Walk("I4 V8 C2", 1);
        Assert.Equal(
            [(0, 0, 2), (0, 1, 2), (1, 0, 4), (1, 1, 4), (1, 2, 4), (1, 3, 4), (2, 0, 1)],
            walk.Select(unit => (unit.Section, unit.Index, unit.Count)));
        Assert.Equal([false, true, false, false, false, true, false], walk.Select(unit => unit.IsTurnaround));
        Assert.Equal([false, true, false, false, false, true, true], walk.Select(unit => unit.IsLast));
    }

    [Fact]
    public void Knobs_stay_in_their_range()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            Assert.All(Points(Walk("I V P C B K S O", seed)).SelectMany(point => point), place => Assert.InRange(place, 0f, 1f));
        }
    }

    [Fact]
    public void A_repeated_section_is_close_to_its_first_occurrence()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            SongUnit[] first = [.. Walk("I V C V C", seed).Where(unit => unit.Section == 1)];
            SongUnit[] again = [.. Walk("I V C V C", seed).Where(unit => unit.Section == 3)];
            SongUnit chorus = Walk("I V C V C", seed).First(unit => unit.Section == 2);
            Assert.InRange(Distance(first[0].Point, again[0].Point), 0.001, 0.021);
            Assert.InRange(Distance(first[0].Point, chorus.Point), 0.05, 0.26);
        }
    }

    [Fact]
    public void Phrases_stay_at_home_until_their_turnaround()
    {
        SongUnit[] verse = [.. Walk("V8", 3)];
        Assert.Equal(Points(verse[..1]), Points(verse[1..2]));
        Assert.Equal(Points(verse[..1]), Points(verse[2..3]));
        Assert.InRange(Distance(verse[0].Point, verse[3].Point), 0.01, 0.061);
    }

    [Fact]
    public void Another_section_moves_no_other()
    {
        float[][] two = Points(Walk("V C", 9)), three = Points(Walk("V C B", 9));
        Assert.Equal(two, three[..two.Length]);
    }

    [Fact]
    public void An_intro_approaches_the_verse_unit_by_unit()
    {
        IReadOnlyList<SongUnit> walk = Walk("I16 V2", 4);
        double[] ways = [.. walk.Take(7).Where(unit => !unit.IsTurnaround).Select(unit => Distance(unit.Point, walk[8].Point))];
        Assert.Equal(ways.OrderDescending(), ways);
        Assert.True(ways[0] > 2 * ways[^1]);
    }

    [Fact]
    public void Homes_are_drawn_until_one_is_accepted()
    {
        SongForm form = Form("V C B");
        IReadOnlyList<SongUnit> walk = SongWalk.Of(form, 1, point => point[0] > 0.5f);
        Assert.All(walk.Where(unit => !unit.IsTurnaround), unit => Assert.True(unit.Point[0] > 0.5f));
        Assert.Equal(12, SongWalk.Of(form, 1, _ => false).Count);
    }

    private static IReadOnlyList<SongUnit> Walk(string form, ulong seed) => SongWalk.Of(Form(form), seed, _ => true);

    private static SongForm Form(string text)
    {
        Assert.True(SongFormParser.TryParse(text, 8, out SongForm form, out string? error), error);
        return form;
    }

    private static float[][] Points(IEnumerable<SongUnit> walk) => [.. walk.Select(unit => PlacesOf(unit.Point))];

    private static float[] PlacesOf(Knobs point) => [point[0], point[1], point[2], point[3]];

    private static double Distance(Knobs one, Knobs other)
    {
        double squares = 0;
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            squares += (one[axis] - other[axis]) * (one[axis] - other[axis]);
        }

        return Math.Sqrt(squares);
    }
}
