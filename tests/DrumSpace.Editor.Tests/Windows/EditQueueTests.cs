using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Tests.Windows;

public sealed class EditQueueTests
{
    private readonly EditQueue _queue = new();
    private readonly RecordingHost _host = new();

    [Fact]
    public void Edits_and_calls_arrive_in_order()
    {
        _queue.Add(new HostEdit(HostEditKind.Begin, 3, 0));
        _queue.Add(new HostEdit(HostEditKind.Set, 3, 0.5f));
        _queue.Post(() => _host.Lines.Add("call"));
        _queue.Add(new HostEdit(HostEditKind.End, 3, 0));
        Assert.Empty(_host.Lines);
        _queue.Drain(_host);
        Assert.Equal(["begin 3", "edit 3 0.5", "call", "end 3"], _host.Lines);
        _queue.Drain(_host);
        Assert.Equal(4, _host.Lines.Count);
    }

    [Fact]
    public void A_full_queue_drops_values_but_no_gesture()
    {
        _queue.Add(new HostEdit(HostEditKind.Begin, 1, 0));
        for (int i = 0; i < 5000; i++)
        {
            _queue.Add(new HostEdit(HostEditKind.Set, 1, i));
        }

        _queue.Add(new HostEdit(HostEditKind.End, 1, 0));
        _queue.Drain(_host);
        Assert.Equal(["edit 1 1022", "end 1"], _host.Lines[^2..]);
        _queue.Add(new HostEdit(HostEditKind.Set, 1, 1));
        _queue.Drain(_host);
        Assert.Equal("edit 1 1", _host.Lines[^1]);
    }

    [Fact]
    public void Adding_and_draining_allocate_nothing()
    {
        SilentHost host = new();
        long allocated = 0;
        for (int i = 0; i < 100; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _queue.Add(new HostEdit(HostEditKind.Set, 1, 0.5f));
            _queue.Drain(host);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_host_on_another_thread_misses_nothing()
    {
        const int count = 20_000;
        Thread window = new(() =>
        {
            for (int i = 0; i < count; i++)
            {
                _queue.Add(new HostEdit(i % 2 == 0 ? HostEditKind.Begin : HostEditKind.End, i, 0));
            }
        });
        window.Start();
        while (window.IsAlive)
        {
            _queue.Drain(_host);
        }

        _queue.Drain(_host);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i % 2 == 0 ? $"begin {i}" : $"end {i}"), _host.Lines);
    }

    private sealed class SilentHost : IEditorHost
    {
        public void BeginEdit(int index)
        {
        }

        public void Edit(int index, float value)
        {
        }

        public void EndEdit(int index)
        {
        }

        public bool RequestSize(PixelSize size) => false;
    }
}
