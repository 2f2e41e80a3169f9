namespace DrumSpace.RealTime.Tests;

public class HistoryRingTests(ITestOutputHelper output)
{
    private const int Capacity = 1 << 10;

    // More than a machine word, so that a mixed item shows.
    private readonly record struct Item(long Number, long Double, byte Low)
    {
        public static Item Of(long number) => new(number, 2 * number, (byte)number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-8)]
    [InlineData(24)]
    public void A_capacity_must_be_a_power_of_two(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HistoryRing<long>(capacity));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(8, 8)]
    [InlineData(29, 8)]
    public void The_newest_items_are_kept_oldest_first(int added, int kept)
    {
        HistoryRing<long> ring = new(8);
        for (int number = 0; number < added; number++)
        {
            ring.Begin(1);
            ring.Add(number);
            ring.End(number + 1);
        }

        Assert.Equal(Enumerable.Range(added - kept, kept).Select(number => (long)number), ring.Read(new long[8], out long time).ToArray());
        Assert.Equal(added, time);
    }

    [Fact]
    public void Items_are_read_from_the_end_of_their_write_and_those_that_a_write_may_overwrite_are_left_out()
    {
        HistoryRing<long> ring = new(8);
        long[] room = new long[8];
        ring.Begin(8);
        for (int number = 0; number < 8; number++)
        {
            ring.Add(number);
        }

        Assert.Equal(0, ring.Read(room, out _).Length);
        ring.End(10);
        ring.Begin(3);
        ring.Add(8);
        Assert.Equal([3, 4, 5, 6, 7], ring.Read(room, out long time).ToArray());
        Assert.Equal(10, time);
        ring.End(20);
        Assert.Equal([3, 4, 5, 6, 7, 8], ring.Read(room, out time).ToArray());
        Assert.Equal(20, time);
    }

    [Fact]
    public void Under_contention_a_reader_sees_an_unbroken_run_of_whole_items()
    {
        int seed = Seed.Take(output.WriteLine);
        HistoryRing<Item> ring = new(Capacity);
        using CancellationTokenSource end = new();
        Thread writer = new(() =>
        {
            Random random = new(seed);
            for (long number = 0; !end.IsCancellationRequested;)
            {
                int max = random.Next(200);
                ring.Begin(max);
                for (int left = random.Next(max + 1); left > 0; left--)
                {
                    ring.Add(Item.Of(number++));
                }

                ring.End(number);
            }
        }) { IsBackground = true };
        writer.Start();
        Item[] room = new Item[Capacity];
        long last = 0;
        int halfFull = 0;
        for (int read = 0; read < 3_000 || (halfFull < 100 && read < 1_000_000); read++)
        {
            ReadOnlySpan<Item> items = ring.Read(room, out long time);
            halfFull += items.Length > Capacity / 2 ? 1 : 0;
            for (int i = 0; i < items.Length; i++)
            {
                Assert.True(items[i] == Item.Of(items[0].Number + i), $"{items[i]} is {i} after {items[0]}.");
            }

            if (items.Length > 0)
            {
                Assert.True(time <= items[^1].Number + 1, "The time is later than the items.");
                Assert.True(items[^1].Number >= last, "Items that were read before are gone.");
                last = items[^1].Number;
            }
        }

        end.Cancel();
        writer.Join();
        Assert.InRange(ring.Read(room, out _).Length, Capacity - 200, Capacity);
        Assert.True(halfFull >= 100, "The reader hardly ever saw more than half of the ring.");
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        HistoryRing<Item> ring = new(16);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int number = 0; number < 1000; number++)
        {
            ring.Begin(2);
            ring.Add(Item.Of(number));
            ring.End(number);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
