using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace DrumSpace.Torch.Tests;

public class WorkersTests
{
    [Fact]
    public async Task The_number_of_threads_may_change_while_another_thread_shares_work()
    {
        const int changes = 500;
        int threads = get_num_threads();
        int runs = 0, wrong = 0;
        using CancellationTokenSource stop = new();
        Task computing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                int[] done = new int[8];
                Workers.For(done.Length, task => Interlocked.Increment(ref done[task]));
                wrong += Array.TrueForAll(done, static times => times == 1) ? 0 : 1;
                Interlocked.Increment(ref runs);
            }
        });
        try
        {
            for (int change = 0; change < changes && !computing.IsCompleted; change++)
            {
                set_num_threads(3);
                int before = Volatile.Read(ref runs);
                SpinWait.SpinUntil(() => Volatile.Read(ref runs) > before + 2 || computing.IsCompleted);
                set_num_threads(2);
                set_num_threads(1);
            }
        }
        finally
        {
            await stop.CancelAsync();
            set_num_threads(threads);
        }

        await computing;
        Assert.Equal(0, wrong);
    }
}
