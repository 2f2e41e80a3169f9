namespace DrumSpace.Music.Tests;

public sealed class PatternCellsTests
{
    private static readonly Pattern Any = AnyPattern();

    [Fact]
    public void Cell_step_times_14_plus_voice_is_1_where_the_voice_is_hit_at_the_step()
    {
        var cells = new float[Pattern.CellCount];
        PatternCells.Write(Any.Masks, cells);
        for (int cell = 0; cell < cells.Length; cell++)
        {
            Assert.Equal(Any.Has((Voice)(cell % 14), cell / 14) ? 1 : 0, cells[cell]);
        }
    }

    [Fact]
    public void A_pattern_round_trips_through_cells()
    {
        var cells = new float[Pattern.CellCount];
        PatternCells.Write(Any.Masks, cells);
        Assert.Equal(Any, PatternCells.Read<float>(cells));
        Assert.Equal(Any, PatternCells.Read<byte>([.. cells.Select(cell => (byte)cell)]));
    }

    [Fact]
    public void A_probability_at_its_voices_threshold_is_a_hit_and_NaN_is_none()
    {
        float[] thresholds = [.. Enumerable.Range(0, 14).Select(voice => 0.1f + 0.05f * voice)];
        var probabilities = new float[Pattern.CellCount];
        for (int cell = 0; cell < probabilities.Length; cell++)
        {
            float threshold = thresholds[cell % 14];
            float miss = cell % 2 == 0 ? MathF.BitDecrement(threshold) : float.NaN;
            probabilities[cell] = Any.Has((Voice)(cell % 14), cell / 14) ? threshold : miss;
        }

        Assert.Equal(Any, PatternCells.AtThresholds(probabilities, thresholds));
    }

    private static Pattern AnyPattern()
    {
        Random random = new(17);
        return new Pattern([.. Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(1 << 14))]);
    }
}
