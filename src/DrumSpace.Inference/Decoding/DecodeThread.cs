using DrumSpace.RealTime;
namespace DrumSpace.Inference.Decoding;

/// <summary>
/// One run of the worker's thread, from the first channel to the last. It sleeps on a signal, and when woken serves every channel that
/// asks. A channel keeps the run that it was attached to, so a run that ends and a new one that begins never share anything.
/// </summary>
/// <remarks>Steadily, the thread allocates no managed memory, so it never causes a collection that would stop an audio thread.</remarks>
internal sealed class DecodeThread
{
    // ONNX Runtime's matrix kernels keep panels of up to 64 KiB on the stack.
    private const int StackBytes = 512 << 10;

    private readonly WakeSignal _signal = WakeSignal.Create();
    private readonly Thread _thread;
    private DecodeChannel[] _channels = [];
    private volatile bool _stopping;
    private long _allocatedBytes;

    public DecodeThread()
    {
        // Above normal: a musician waits for what it computes, and it computes for microseconds.
        _thread = new Thread(Run, StackBytes)
        {
            IsBackground = true,
            Name = "DrumSpace decode",
            Priority = ThreadPriority.AboveNormal,
        };
        _thread.Start();
    }

    /// <summary>The number of channels. Under the worker's lock.</summary>
    public int ChannelCount => _channels.Length;

    /// <summary>Whether the thread has not ended.</summary>
    public bool IsRunning => _thread.IsAlive;

    /// <summary>The managed bytes that the thread has allocated since it began, as of the last time it went to sleep.</summary>
    public long AllocatedBytes => Volatile.Read(ref _allocatedBytes);

    /// <summary>Serves one channel more. Under the worker's lock.</summary>
    public void Add(DecodeChannel channel) => Volatile.Write(ref _channels, [.. _channels, channel]);

    /// <summary>Serves one channel less. Under the worker's lock.</summary>
    public void Remove(DecodeChannel channel) => Volatile.Write(ref _channels, [.. _channels.Where(other => other != channel)]);

    /// <summary>Makes the thread look at its channels. Wait-free; the audio thread may call it.</summary>
    public void Wake() => _signal.Post();

    /// <summary>Ends the thread, and waits for its end unless it is the caller itself. Not under the worker's lock.</summary>
    public void Stop()
    {
        _stopping = true;
        _signal.Post();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        while (!_stopping)
        {
            do
            {
                foreach (DecodeChannel channel in Volatile.Read(ref _channels))
                {
                    channel.Serve();
                }
            }
            while (!_stopping && ServeOneLine());

            Volatile.Write(ref _allocatedBytes, GC.GetAllocatedBytesForCurrentThread());
            _signal.Wait();
        }
    }

    // One at a time: a beat that was asked for meanwhile comes before the next line.
    private bool ServeOneLine()
    {
        foreach (DecodeChannel channel in Volatile.Read(ref _channels))
        {
            if (channel.ServeLine())
            {
                return true;
            }
        }

        return false;
    }
}
