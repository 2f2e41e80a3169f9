namespace DrumSpace.RealTime.Tests;

public sealed class RingQueueTests
{
    [Fact]
    public void What_does_not_fit_is_refused_whole()
    {
        RingQueue<int> queue = new(4);
        Assert.True(queue.TryAdd([1, 2, 3]));
        Assert.False(queue.TryAdd([4, 5]));
        Assert.True(queue.TryAdd(4));
        Assert.False(queue.TryAdd(5));
        int[] into = new int[3];
        Assert.Equal(3, queue.Take(into));
        Assert.Equal([1, 2, 3], into);
        Assert.True(queue.TryAdd([5, 6, 7]));
        Assert.Equal(4, queue.Count);
        Assert.True(queue.TryTake(out int item));
        Assert.Equal(4, item);
        Assert.Equal(3, queue.Take(into));
        Assert.Equal([5, 6, 7], into);
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public void The_capacity_is_a_power_of_two() => Assert.Throws<ArgumentOutOfRangeException>(() => new RingQueue<int>(3));

    [Fact]
    public void Two_threads_lose_and_repeat_nothing()
    {
        RingQueue<int> queue = new(64);
        const int Count = 1_000_000;
        Thread writer = new(() =>
        {
            SpinWait wait = default;
            for (int next = 0; next < Count;)
            {
                if (queue.TryAdd(next))
                {
                    next++;
                }
                else
                {
                    wait.SpinOnce();
                }
            }
        });
        writer.Start();
        Span<int> items = stackalloc int[17];
        SpinWait idle = default;
        for (int expected = 0; expected < Count;)
        {
            int taken = queue.Take(items);
            for (int i = 0; i < taken; i++)
            {
                Assert.Equal(expected++, items[i]);
            }

            if (taken == 0)
            {
                idle.SpinOnce();
            }
        }

        writer.Join();
        Assert.Equal(0, queue.Count);
    }
}
