namespace DrumSpace.RealTime.Tests;

/// <summary>A lost signal leaves a thread asleep: joins have a generous limit that fails such a test.</summary>
public class WakeSignalTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NeverReached = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Posts_before_the_wait_are_counted(bool isTimed)
    {
        WakeSignal signal = WakeSignal.Create();
        Thread waiter = new(() =>
        {
            for (int wait = 0; wait < 3; wait++)
            {
                Wait(signal, isTimed);
            }
        });
        signal.Post();
        signal.Post();
        signal.Post();
        waiter.Start();
        Assert.True(waiter.Join(Hang));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_post_wakes_a_thread_that_sleeps(bool isTimed)
    {
        WakeSignal signal = WakeSignal.Create();
        bool isPosted = false, wasPosted = false;
        Thread waiter = new(() =>
        {
            // A wait may also return early.
            while (!Volatile.Read(ref isPosted))
            {
                Wait(signal, isTimed);
            }

            wasPosted = true;
        });
        waiter.Start();
        Thread.Sleep(20);
        Volatile.Write(ref isPosted, true);
        signal.Post();
        Assert.True(waiter.Join(Hang));
        Assert.True(wasPosted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_without_a_post_sleeps(bool isTimed)
    {
        // A wait may return early, but not every time.
        Assert.Contains(Enumerable.Range(0, 10), _ =>
        {
            WakeSignal signal = WakeSignal.Create();
            Thread waiter = new(() => Wait(signal, isTimed));
            waiter.Start();
            bool sleeps = !waiter.Join(20);
            signal.Post();
            Assert.True(waiter.Join(Hang));
            return sleeps;
        });
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(20)]
    public void A_timed_wait_ends_without_a_post(double milliseconds)
    {
        WakeSignal signal = WakeSignal.Create();
        Thread waiter = new(() => signal.Wait(TimeSpan.FromMilliseconds(milliseconds)));
        waiter.Start();
        Assert.True(waiter.Join(Hang));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Under_contention_no_post_is_lost(bool isTimed)
    {
        const int Count = 5_000;
        WakeSignal request = WakeSignal.Create(), reply = WakeSignal.Create();
        int asked = 0, answered = 0;
        Thread worker = new(() =>
        {
            while (answered < Count)
            {
                Wait(request, isTimed);
                Volatile.Write(ref answered, Volatile.Read(ref asked));
                reply.Post();
            }
        });
        Thread asker = new(() =>
        {
            for (int number = 1; number <= Count; number++)
            {
                Volatile.Write(ref asked, number);
                request.Post();
                while (Volatile.Read(ref answered) < number)
                {
                    Wait(reply, isTimed);
                }
            }
        });
        worker.Start();
        asker.Start();
        Assert.True(asker.Join(Hang));
        Assert.True(worker.Join(Hang));
    }

    [Fact]
    public void Posting_allocates_nothing()
    {
        WakeSignal signal = WakeSignal.Create();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int post = 0; post < 1000; post++)
        {
            signal.Post();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Wait(WakeSignal signal, bool isTimed)
    {
        if (isTimed)
        {
            signal.Wait(NeverReached);
        }
        else
        {
            signal.Wait();
        }
    }
}
