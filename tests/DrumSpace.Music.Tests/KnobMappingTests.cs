namespace DrumSpace.Music.Tests;

public sealed class KnobMappingTests
{
    // Four tables of different lengths: linear, bent, with a flat part, and spanning all floats.
    private static readonly float[][] Tables = [[-2, 2], [0, 1, 10], [-1, 0, 0, 0, 4], [-float.MaxValue, float.MaxValue]];

    private readonly KnobMapping _mapping = new(Tables);

    [Theory]
    [InlineData(0, 0f, -2f)]
    [InlineData(0, 0.25f, -1f)]
    [InlineData(0, 1f, 2f)]
    [InlineData(1, 0.25f, 0.5f)]
    [InlineData(1, 0.5f, 1f)]
    [InlineData(1, 0.75f, 5.5f)]
    [InlineData(2, 0.125f, -0.5f)]
    [InlineData(2, 0.6f, 0f)]
    [InlineData(2, 0.875f, 2f)]
    [InlineData(3, 0.5f, 0f)]
    public void Knobs_are_interpolated_linearly_between_quantiles(int axis, float knob, float expected) =>
        Assert.Equal(expected, _mapping.ToLatent(axis, knob), 1e-5);

    [Theory]
    [InlineData(-0.1f, -2f)]
    [InlineData(1.1f, 2f)]
    [InlineData(float.NegativeInfinity, -2f)]
    [InlineData(float.PositiveInfinity, 2f)]
    [InlineData(float.NaN, 0f)]
    public void A_knob_outside_0_to_1_is_clamped_and_NaN_is_a_half(float knob, float expected) =>
        Assert.Equal(expected, _mapping.ToLatent(0, knob));

    [Theory]
    [InlineData(0, -3f, 0f)]
    [InlineData(0, 3f, 1f)]
    [InlineData(0, float.NaN, 0.5f)]
    [InlineData(2, 0f, 0.25f)]
    [InlineData(3, 0f, 0.5f)]
    [InlineData(3, float.PositiveInfinity, 1f)]
    [InlineData(3, float.NegativeInfinity, 0f)]
    public void A_coordinate_maps_to_the_lowest_knob_that_reaches_it(int axis, float coordinate, float expected) =>
        Assert.Equal(expected, _mapping.ToKnob(axis, coordinate));

    [Fact]
    public void Both_ends_are_reached_exactly()
    {
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            Assert.Equal(Tables[axis][0], _mapping.ToLatent(axis, 0));
            Assert.Equal(Tables[axis][^1], _mapping.ToLatent(axis, 1));
        }
    }

    [Fact]
    public void The_mapping_is_monotone_both_ways()
    {
        KnobMapping mapping = RandomMapping(1);
        for (int axis = 0; axis < Latent.Dimensions; axis++)
        {
            float last = float.NegativeInfinity;
            float lastKnob = 0;
            for (int i = 0; i <= 100_000; i++)
            {
                float coordinate = mapping.ToLatent(axis, i / 100_000f);
                float knob = mapping.ToKnob(axis, coordinate);
                Assert.True(coordinate >= last, $"axis {axis} falls at {i}");
                Assert.True(knob >= lastKnob, $"knob of axis {axis} falls at {i}");
                (last, lastKnob) = (coordinate, knob);
            }
        }
    }

    [Fact]
    public void Mapping_there_and_back_is_the_identity()
    {
        KnobMapping mapping = RandomMapping(2);
        Random random = new(3);
        for (int i = 0; i < 10_000; i++)
        {
            Knobs knobs = new(random.NextSingle(), random.NextSingle(), random.NextSingle(), random.NextSingle());
            Knobs back = mapping.ToKnobs(mapping.ToLatent(knobs));
            for (int axis = 0; axis < Latent.Dimensions; axis++)
            {
                Assert.Equal(knobs[axis], back[axis], 1e-4);
            }
        }
    }

    [Fact]
    public void Mapping_allocates_nothing()
    {
        Knobs knobs = new(0.1f, 0.2f, 0.3f, 0.4f);
        _ = _mapping.ToKnobs(_mapping.ToLatent(knobs));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            knobs = _mapping.ToKnobs(_mapping.ToLatent(knobs));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_table_changed_afterwards_does_not_change_the_mapping()
    {
        float[] axis = [0, 1];
        KnobMapping mapping = new([axis, axis, axis, axis]);
        axis[1] = 100;
        Assert.Equal(1, mapping.ToLatent(0, 1));
    }

    [Theory]
    [InlineData("2 to 1025 points, not 1", 1f)]
    [InlineData("point 1 is not a finite number", 0f, float.NaN)]
    [InlineData("point 0 is not a finite number", float.NegativeInfinity, 0f)]
    [InlineData("point 2 is below point 1", 0f, 2f, 1f)]
    [InlineData("all points are equal", 3f, 3f, 3f)]
    public void A_bad_table_is_refused_with_the_reason(string words, params float[] table)
    {
        float[] good = [0, 1];
        ArgumentException e = Assert.Throws<ArgumentException>(() => new KnobMapping([good, good, table, good]));
        Assert.Contains("axis 2", e.Message);
        Assert.Contains(words, e.Message);
    }

    [Fact]
    public void Other_than_four_tables_are_refused() =>
        Assert.Contains("4 axes", Assert.Throws<ArgumentException>(() => new KnobMapping([[0f, 1f]])).Message);

    private static KnobMapping RandomMapping(int seed)
    {
        Random random = new(seed);
        return new([.. Enumerable.Range(0, Latent.Dimensions).Select(_ =>
        {
            float[] axis = [.. Enumerable.Range(0, 65).Select(_ => (random.NextSingle() - 0.5f) * 20)];
            Array.Sort(axis);
            return axis;
        })]);
    }
}
