using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Commands;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Background;

/// <summary>The background work of one instance delays no other instance.</summary>
[Collection("log")]
public sealed class BackgroundThreadTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BackgroundThread _thread = new("test");
    private readonly ManualResetEventSlim _started = new();
    private readonly ManualResetEventSlim _released = new();

    [Fact]
    public async Task While_one_instance_loads_a_model_another_is_opened_undoes_and_is_closed()
    {
        using TestModels models = new();
        ModelList list = models.Add("flagship", "Flagship").List();
        using Blocker load = new(Block(BackgroundThread.Loading), _released);
        await Task.Run(() =>
        {
            using SongPlayer player = new(list) { Speed = RenderSpeed.RealTime };
            player.PlayUntil(() => player.Core.UndoCount == 1);
            player.Set(ParameterTable.Knobs[0], 0.75f);
            player.PlayUntil(() => player.Core.UndoCount == 2);
            player.Set(ParameterTable.Undo, 0.5f);
            player.PlayUntil(() => player.Knobs[0] == 0.25f);
        }).WaitAsync(Patience);
        Assert.False(_released.IsSet);
        _released.Set();
    }

    [Fact]
    public async Task While_a_command_of_one_instance_runs_another_is_opened_and_closed()
    {
        using TestModels models = new();
        ModelList list = models.Add("flagship", "Flagship").List();
        using Blocker command = new(Block(BackgroundThread.Commands), _released);
        await Task.Run(() => new PluginCore(list).Dispose()).WaitAsync(Patience);
        _released.Set();
    }

    [Fact]
    public async Task A_task_is_detached_after_its_own_work_ended()
    {
        BackgroundTask task = Block(_thread);
        Task detached = Task.Run(task.Dispose);
        await Assert.ThrowsAsync<TimeoutException>(() => detached.WaitAsync(TimeSpan.FromMilliseconds(50)));
        _released.Set();
        await detached.WaitAsync(Patience);
    }

    [Fact]
    public void A_detached_task_does_not_run_although_it_was_requested()
    {
        int runs = 0;
        using Blocker running = new(Block(_thread), _released);
        BackgroundTask task = _thread.Attach(() => runs++);
        task.Request();
        task.Dispose();
        task.Request();
        _released.Set();
        RunOnce(_thread);
        Assert.Equal(0, runs);
    }

    [Fact]
    public void A_task_may_detach_itself()
    {
        BackgroundTask? task = null;
        task = _thread.Attach(() =>
        {
            task!.Dispose();
            _started.Set();
        });
        task.Request();
        Assert.True(_started.Wait(Patience));
        RunOnce(_thread);
    }

    [Fact]
    public void Requests_before_the_work_starts_are_one_and_a_request_while_it_runs_is_another()
    {
        int runs = 0;
        BackgroundTask blocking = Block(_thread);
        using Blocker running = new(blocking, _released);
        using BackgroundTask task = _thread.Attach(() => Interlocked.Increment(ref runs));
        for (int request = 0; request < 1000; request++)
        {
            task.Request();
        }

        blocking.Request();
        _started.Reset();
        _released.Set();
        Assert.True(_started.Wait(Patience));
        RunOnce(_thread);
        Assert.Equal(1, runs);
    }

    [Fact]
    public void Work_that_fails_is_logged_and_the_thread_goes_on()
    {
        using BackgroundTask task = _thread.Attach(() => throw new InvalidOperationException("no disk"));
        task.Request();
        RunOnce(_thread);
        RunOnce(_thread);
        string log = LogFile.Read(PluginLog.FilePath);
        Assert.Contains("Work in the background failed: System.InvalidOperationException: no disk", log);
    }

    [Fact]
    public void A_request_allocates_nothing()
    {
        using BackgroundTask task = _thread.Attach(() => { });
        task.Request();
        CorePlayer.Await(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int request = 0; request < 1000; request++)
            {
                task.Request();
            }

            return GC.GetAllocatedBytesForCurrentThread() == before;
        });
    }

    public void Dispose()
    {
        _released.Set();
        RunOnce(_thread);
        _started.Dispose();
        _released.Dispose();
    }

    // Releases the work before it waits for its end, also where a test fails.
    private sealed class Blocker(BackgroundTask task, ManualResetEventSlim released) : IDisposable
    {
        public void Dispose()
        {
            released.Set();
            task.Dispose();
        }
    }

    // A task whose work runs until it is released.
    private BackgroundTask Block(BackgroundThread thread)
    {
        BackgroundTask task = thread.Attach(() =>
        {
            _started.Set();
            _released.Wait();
        });
        task.Request();
        Assert.True(_started.Wait(Patience));
        return task;
    }

    private static void RunOnce(BackgroundThread thread)
    {
        using ManualResetEventSlim hasRun = new();
        using BackgroundTask task = thread.Attach(hasRun.Set);
        task.Request();
        Assert.True(hasRun.Wait(Patience));
    }
}
