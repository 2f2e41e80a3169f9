namespace DrumSpace.RealTime.Tests;

public class SeqLockTests
{
    private readonly SeqLock<long[]> _lock = new(new long[256], (from, to) => from.CopyTo(to, 0));

    [Fact]
    public void A_reader_copies_what_was_written_last()
    {
        long[] copy = new long[256];
        for (long number = 1; number <= 3; number++)
        {
            Write(number);
            _lock.Read(copy);
            Assert.All(copy, value => Assert.Equal(number, value));
        }
    }

    [Fact]
    public void A_read_waits_for_the_end_of_a_write()
    {
        _lock.BeginWrite();
        Array.Fill(_lock.Owned, 7);
        long[] copy = new long[256];
        Thread reader = new(() => _lock.Read(copy));
        reader.Start();
        Assert.False(reader.Join(20), "The reader took a write that had not ended.");
        Array.Fill(_lock.Owned, 8);
        _lock.EndWrite();
        Assert.True(reader.Join(TimeSpan.FromMinutes(1)));
        Assert.All(copy, value => Assert.Equal(8, value));
    }

    [Fact]
    public void Under_contention_every_copy_is_whole_and_none_is_older_than_the_one_before()
    {
        using CancellationTokenSource end = new();
        Thread writer = new(() =>
        {
            for (long number = 1; !end.IsCancellationRequested; number++)
            {
                Write(number);
                Thread.SpinWait(500);
            }
        }) { IsBackground = true };
        Thread[] readers = [.. Enumerable.Range(0, 2).Select(_ => new Thread(ReadMany))];
        writer.Start();
        Array.ForEach(readers, reader => reader.Start());
        Array.ForEach(readers, reader => reader.Join());
        end.Cancel();
        writer.Join();
        Assert.Equal(2 * Reads, _wholeCopies);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int number = 0; number < 1000; number++)
        {
            Write(number);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private const int Reads = 5_000;
    private int _wholeCopies;

    // Counts instead of asserting: an exception on this thread would end the process.
    private void ReadMany()
    {
        long[] copy = new long[256];
        long last = 0;
        for (int read = 0; read < Reads; read++)
        {
            _lock.Read(copy);
            if (copy[0] >= last && !copy.AsSpan().ContainsAnyExcept(copy[0]))
            {
                Interlocked.Increment(ref _wholeCopies);
            }

            last = copy[0];
        }
    }

    private void Write(long number)
    {
        _lock.BeginWrite();
        Array.Fill(_lock.Owned, number);
        _lock.EndWrite();
    }
}
