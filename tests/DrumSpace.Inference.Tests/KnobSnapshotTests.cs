using DrumSpace.Inference.Decoding;
using DrumSpace.Music;

namespace DrumSpace.Inference.Tests;

public sealed class KnobSnapshotTests
{
    [Fact]
    public void What_was_written_last_is_read_bit_by_bit()
    {
        KnobSnapshot snapshot = new();
        snapshot.Write(new Knobs(1, 1, 1, 1), default);
        snapshot.Write(new Knobs(0.1f, -0f, float.NaN, float.MaxValue), new PatternVariation(0.3, 77));
        (Knobs read, PatternVariation variation) = snapshot.Read();
        Assert.Equal(new PatternVariation(0.3, 77), variation);
        Assert.Equal(0.1f, read[0]);
        Assert.True(float.IsNegative(read[1]));
        Assert.True(float.IsNaN(read[2]));
        Assert.Equal(float.MaxValue, read[3]);
        Assert.True(snapshot.Holds(new Knobs(0.1f, -0f, float.NaN, float.MaxValue), new PatternVariation(0.3, 77)));
        Assert.False(snapshot.Holds(new Knobs(0.1f, 0f, float.NaN, float.MaxValue), new PatternVariation(0.3, 77)));
        Assert.False(snapshot.Holds(new Knobs(0.1f, -0f, float.NaN, float.MaxValue), new PatternVariation(0.3, 78)));
        Assert.False(snapshot.Holds(new Knobs(0.1f, -0f, float.NaN, float.MaxValue), new PatternVariation(0.4, 77)));
    }

    [Fact]
    public void A_reader_never_sees_two_writes_mixed_nor_time_run_backwards()
    {
        KnobSnapshot snapshot = new();
        const int Writes = 300_000;
        Thread writer = new(() =>
        {
            for (int i = 1; i <= Writes; i++)
            {
                snapshot.Write(new Knobs(i, i + 1, i + 2, i + 3), new PatternVariation(i, i));
            }
        });
        snapshot.Write(new Knobs(0, 1, 2, 3), default);
        writer.Start();
        float last = 0;
        while (last < Writes)
        {
            (Knobs knobs, PatternVariation variation) = snapshot.Read();
            Assert.True(knobs[0] >= last);
            Assert.True(knobs[1] == knobs[0] + 1 && knobs[2] == knobs[0] + 2 && knobs[3] == knobs[0] + 3);
            Assert.Equal(new PatternVariation(knobs[0], (int)knobs[0]), variation);
            last = knobs[0];
        }

        writer.Join();
    }

    [Fact]
    public void Two_writers_at_once_cannot_hang_a_reader()
    {
        KnobSnapshot snapshot = new();
        Parallel.For(0, 4, writer =>
        {
            for (int i = 0; i < 50_000; i++)
            {
                snapshot.Write(new Knobs(writer, writer, writer, writer), new PatternVariation(1, writer));
            }
        });
        Assert.InRange(snapshot.Read().Knobs[0], 0, 3);
    }
}
