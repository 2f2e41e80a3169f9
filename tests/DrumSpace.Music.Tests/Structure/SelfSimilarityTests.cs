using DrumSpace.Music.Structure;

namespace DrumSpace.Music.Tests.Structure;

public class SelfSimilarityTests
{
    [Fact]
    public void Bars_are_alike_by_what_both_have_of_what_either_has()
    {
        SongBar one = Bar([(0, 0b11), (8, 0b1)], [(0, 60), (4, 64)]), other = Bar([(0, 0b1), (8, 0b1), (12, 0b1)], [(0, 60), (4, 65), (5, 67)]);

        // Drums: 2 of 4; notes: 1 of 4.
        Assert.Equal((0.5 + 0.25) / 2, one.SimilarityTo(other), 12);
        Assert.Equal(one.SimilarityTo(other), other.SimilarityTo(one));
        Assert.Equal(1, one.SimilarityTo(one));
        Assert.Equal((3, 2), (one.HitCount, one.NoteCount));
    }

    [Fact]
    public void A_part_that_is_silent_in_both_bars_does_not_count()
    {
        SongBar drums = Bar([(0, 0b11)], []), fewer = Bar([(0, 0b1)], []), both = Bar([(0, 0b11)], [(0, 127)]), silence = Bar([], []);
        Assert.Equal(0.5, drums.SimilarityTo(fewer));
        Assert.Equal(0.5, drums.SimilarityTo(both));
        Assert.Equal(0, drums.SimilarityTo(silence));
        Assert.Equal(1, silence.SimilarityTo(Bar([], [])));
    }

    [Fact]
    public void Hits_and_notes_twice_are_one()
    {
        SongBar bar = Bar([(3, 0b11), (3, 0b110)], [(3, 60), (3, 60)]);
        Assert.Equal((3, 1), (bar.HitCount, bar.NoteCount));
    }

    [Fact]
    public void Lags_and_novelty_agree_with_a_matrix_by_hand()
    {
        double[,] cells =
        {
            { 1.0, 0.8, 0.2, 0.1 },
            { 0.8, 1.0, 0.4, 0.3 },
            { 0.2, 0.4, 1.0, 0.6 },
            { 0.1, 0.3, 0.6, 1.0 },
        };
        SelfSimilarity matrix = SelfSimilarity.From(4, (row, column) => cells[row, column]);
        Assert.Equal((0.8 + 0.4 + 0.6) / 3, matrix.AtLag(1), 12);
        Assert.Equal((0.2 + 0.3) / 2, matrix.AtLag(2), 12);
        Assert.Equal(0.1, matrix.AtLag(3), 12);

        // Before bar 2: .8; from it on: .6; between: (.2 + .1 + .4 + .3) / 4 = .25.
        Assert.Equal((0.8 + 0.6) / 2 - 0.25, matrix.NoveltyAt(2, 2), 12);
        Assert.Equal(cells[3, 1], matrix[3, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.AtLag(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.NoveltyAt(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.NoveltyAt(1, 1));

        SelfSimilarity turned = matrix.Reordered([3, 2, 1, 0]);
        Assert.Equal((cells[3, 2], cells[3, 0]), (turned[0, 1], turned[3, 0]));
    }

    [Fact]
    public void A_song_of_eight_bars_over_and_over_has_the_structure_that_follows()
    {
        SongStructure song = SongStructure.Of(SelfSimilarity.From(32, (row, column) => (column - row) % 8 == 0 ? 1 : 0));
        Assert.Equal(32, song.Bars);
        Assert.Equal(0, song.NearSimilarity);

        // Of the lags 16 to 24 two are 1; of the lags 8 to 24 three.
        Assert.Equal(2 / 9.0, song.FarSimilarity, 12);
        Assert.Equal((1, 1, 0.25), (song.RepeatedBars, song.RepeatedPassages, song.DistinctBars));
        Assert.Equal(Math.Sqrt(3 / 17.0 * (14 / 17.0)), song.LagContrast, 12);

        // Four different bars to either side.
        Assert.Equal(0, song.Novelty, 12);
    }

    [Fact]
    public void Two_parts_of_one_bar_each_are_wholly_new_where_the_second_begins()
    {
        SelfSimilarity matrix = SelfSimilarity.From(32, (row, column) => row / 16 == column / 16 ? 1 : 0);
        Assert.Equal(1, matrix.NoveltyAt(16, 4), 12);

        // A bar off: of the four bars before, three are alike (3 of 6 pairs), and the fourth is like the four after it (4 of 16).
        Assert.Equal((0.5 + 1) / 2 - 0.25, matrix.NoveltyAt(17, 4), 12);
        Assert.Equal(0, matrix.NoveltyAt(8, 4), 12);
    }

    [Fact]
    public void One_bar_for_ever_and_never_the_same_bar_are_the_ends()
    {
        SongStructure loop = SongStructure.Of(SelfSimilarity.From(40, (_, _) => 1)), wander = SongStructure.Of(SelfSimilarity.From(40, (_, _) => 0));
        Assert.Equal(new SongStructure(40, 1, 1, 1, 1, 1 / 40.0, 0, 0), loop);
        Assert.Equal(new SongStructure(40, 0, 0, 0, 0, 1, 0, 0), wander);
    }

    [Fact]
    public void Bars_that_come_again_out_of_order_are_no_passage()
    {
        // The second half says the bars of the first backwards: each comes again, no four of them do.
        SongStructure song = SongStructure.Of(SelfSimilarity.From(48, (row, column) => row + column == 47 ? 1 : 0));
        Assert.Equal(40 / 48.0, song.RepeatedBars, 12);
        Assert.Equal(0, song.RepeatedPassages);
        Assert.Equal(0.5, song.DistinctBars);
    }

    [Fact]
    public void Alike_begins_at_four_fifths()
    {
        Assert.Equal(1, SongStructure.Of(SelfSimilarity.From(32, (_, _) => 0.8)).RepeatedPassages);
        Assert.Equal(0, SongStructure.Of(SelfSimilarity.From(32, (_, _) => 0.799)).RepeatedPassages);
    }

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        Assert.Equal(2.5, SongStructure.Quantile([4, 1, 3, 2], 0.5), 12);
        Assert.Equal(1.75, SongStructure.Quantile([4, 1, 3, 2], 0.25), 12);
        Assert.Equal((1, 4, 7), (SongStructure.Quantile([4, 1], 0), SongStructure.Quantile([4, 1], 1), SongStructure.Quantile([7], 0.9)));
    }

    [Fact]
    public void Too_few_bars_have_no_structure() =>
        Assert.Throws<ArgumentException>(() => SongStructure.Of(SelfSimilarity.From(31, (_, _) => 0)));

    private static SongBar Bar((int Step, int Voices)[] hits, (int Step, int Note)[] notes)
    {
        SongBar bar = new();
        foreach ((int step, int voices) in hits)
        {
            bar.AddHits(step, (ushort)voices);
        }

        foreach ((int step, int note) in notes)
        {
            bar.AddNote(step, note);
        }

        return bar;
    }
}
