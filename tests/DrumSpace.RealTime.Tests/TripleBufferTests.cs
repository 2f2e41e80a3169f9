namespace DrumSpace.RealTime.Tests;

public class TripleBufferTests
{
    [Fact]
    public void Nothing_can_be_taken_before_the_first_publish()
    {
        TripleBuffer<long[]> buffer = new(() => new long[1]);
        Assert.False(buffer.HasFresh);
        Assert.False(buffer.TryTake());
    }

    [Fact]
    public void The_reader_takes_the_newest_item_once()
    {
        TripleBuffer<long[]> buffer = new(() => new long[1]);
        for (long number = 1; number <= 3; number++)
        {
            buffer.Writing[0] = number;
            buffer.Publish();
        }

        Assert.True(buffer.HasFresh);
        Assert.True(buffer.TryTake());
        Assert.Equal(3, buffer.Reading[0]);
        Assert.False(buffer.HasFresh);
        Assert.False(buffer.TryTake());
        Assert.Equal(3, buffer.Reading[0]);
    }

    [Fact]
    public void Writing_goes_on_while_the_reader_keeps_its_item()
    {
        TripleBuffer<long[]> buffer = new(() => new long[1]);
        buffer.Writing[0] = 1;
        buffer.Publish();
        Assert.True(buffer.TryTake());
        long[] held = buffer.Reading;
        for (long number = 2; number < 10; number++)
        {
            Assert.NotSame(held, buffer.Writing);
            buffer.Writing[0] = number;
            buffer.Publish();
            Assert.Equal(1, held[0]);
        }
    }

    [Fact]
    public void Under_contention_the_two_sides_never_share_an_item_and_items_come_in_order()
    {
        const int Count = 200_000;
        TripleBuffer<long[]> buffer = new(() => new long[64]);
        Thread writer = new(() =>
        {
            for (long number = 1; number <= Count; number++)
            {
                Array.Fill(buffer.Writing, number);
                buffer.Publish();
            }
        }) { IsBackground = true };
        writer.Start();
        for (long last = 0; last < Count;)
        {
            if (buffer.TryTake())
            {
                long number = buffer.Reading[0];
                Assert.True(number > last, $"{number} came after {last}.");
                Assert.False(buffer.Reading.AsSpan().ContainsAnyExcept(number), "The item was written while it was read.");
                last = number;
            }
        }

        writer.Join();
    }

    [Fact]
    public void Neither_side_allocates()
    {
        TripleBuffer<long[]> buffer = new(() => new long[1]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int number = 0; number < 1000; number++)
        {
            buffer.Writing[0] = number;
            buffer.Publish();
            buffer.TryTake();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
