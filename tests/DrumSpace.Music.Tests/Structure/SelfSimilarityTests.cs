using DrumSpace.Music.Structure;

namespace DrumSpace.Music.Tests.Structure;

public class SelfSimilarityTests
{
    [Fact]
    public void Similarity_is_the_intersection_over_the_union()
    {
        SongBar one = Bar([(0, 0b11), (8, 0b1)], [(0, 60), (4, 64)]), other = Bar([(0, 0b1), (8, 0b1), (12, 0b1)], [(0, 60), (4, 65), (5, 67)]);

        // Drums: 2 of 4; notes: 1 of 4.
        Assert.Equal((0.5 + 0.25) / 2, one.SimilarityTo(other), 12);
        Assert.Equal(one.SimilarityTo(other), other.SimilarityTo(one));
        Assert.Equal(1, one.SimilarityTo(one));
        Assert.Equal((3, 2), (one.HitCount, one.NoteCount));
    }

    [Fact]
    public void Drums_or_notes_that_are_silent_in_both_bars_do_not_count()
    {
        SongBar drums = Bar([(0, 0b11)], []), fewer = Bar([(0, 0b1)], []), both = Bar([(0, 0b11)], [(0, 127)]), silence = Bar([], []);
        Assert.Equal(0.5, drums.SimilarityTo(fewer));
        Assert.Equal(0.5, drums.SimilarityTo(both));
        Assert.Equal(0, drums.SimilarityTo(silence));
        Assert.Equal(1, silence.SimilarityTo(Bar([], [])));
    }

    [Fact]
    public void Repeated_hits_and_notes_count_once()
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
    public void A_loop_of_eight_bars_has_the_structure_of_a_loop()
    {
        SongStructure song = SongStructure.Of(SelfSimilarity.From(32, (row, column) => (column - row) % 8 == 0 ? 1 : 0));
        Assert.Equal(32, song.Bars);
        Assert.Equal(0, song.NearSimilarity);

        // Two of the lags from 16 to 24 are 1, and three of those from 8 to 24.
        Assert.Equal(2 / 9.0, song.FarSimilarity, 12);
        Assert.Equal((1, 1, 0.25), (song.RepeatedBars, song.RepeatedPassages, song.DistinctBars));
        Assert.Equal(Math.Sqrt(3 / 17.0 * (14 / 17.0)), song.LagContrast, 12);

        // Four different bars on either side.
        Assert.Equal(0, song.Novelty, 12);
    }

    [Fact]
    public void Novelty_is_1_between_two_parts_of_equal_bars()
    {
        SelfSimilarity matrix = SelfSimilarity.From(32, (row, column) => row / 16 == column / 16 ? 1 : 0);
        Assert.Equal(1, matrix.NoveltyAt(16, 4), 12);

        // A bar off: three of the four bars before are equal (3 of 6 pairs), and the fourth equals the four after it (4 of 16).
        Assert.Equal((0.5 + 1) / 2 - 0.25, matrix.NoveltyAt(17, 4), 12);
        Assert.Equal(0, matrix.NoveltyAt(8, 4), 12);
    }

    [Fact]
    public void One_repeated_bar_and_all_different_bars_are_the_extremes()
    {
        SongStructure loop = SongStructure.Of(SelfSimilarity.From(40, (_, _) => 1)), wander = SongStructure.Of(SelfSimilarity.From(40, (_, _) => 0));
        Assert.Equal(new SongStructure(40, 1, 1, 1, 1, 1 / 40.0, 0, 0), loop);
        Assert.Equal(new SongStructure(40, 0, 0, 0, 0, 1, 0, 0), wander);
    }

    [Fact]
    public void Bars_repeated_out_of_order_are_no_repeated_passage()
    {
        // The second half has the bars of the first in reverse: each is repeated, but no four in order.
        SongStructure song = SongStructure.Of(SelfSimilarity.From(48, (row, column) => row + column == 47 ? 1 : 0));
        Assert.Equal(40 / 48.0, song.RepeatedBars, 12);
        Assert.Equal(0, song.RepeatedPassages);
        Assert.Equal(0.5, song.DistinctBars);
    }

    [Fact]
    public void Repeats_have_a_similarity_of_at_least_four_fifths()
    {
        Assert.Equal(1, SongStructure.Of(SelfSimilarity.From(32, (_, _) => 0.8)).RepeatedPassages);
        Assert.Equal(0, SongStructure.Of(SelfSimilarity.From(32, (_, _) => 0.799)).RepeatedPassages);
    }

    [Fact]
    public void Quantiles_are_interpolated_between_neighbours()
    {
        Assert.Equal(2.5, SongStructure.Quantile([4, 1, 3, 2], 0.5), 12);
        Assert.Equal(1.75, SongStructure.Quantile([4, 1, 3, 2], 0.25), 12);
        Assert.Equal((1, 4, 7), (SongStructure.Quantile([4, 1], 0), SongStructure.Quantile([4, 1], 1), SongStructure.Quantile([7], 0.9)));
    }

    [Fact]
    public void Too_few_bars_cannot_be_measured() =>
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
