using DrumSpace.Inference.Bundles;

namespace DrumSpace.Inference.Decoding;

/// <summary>
/// Decodes beats for every plugin instance of the process on one background thread, which begins with the first channel and ends with
/// the last.
/// </summary>
/// <remarks>Attaching and detaching are safe on every thread but the audio thread, in any order: they lock, allocate and load.</remarks>
public sealed class DecodeWorker
{
    private readonly Lock _gate = new();
    private DecodeThread? _thread;

    /// <summary>Makes a worker of its own, for tests that must not meet each other; the product has <see cref="Shared"/> alone.</summary>
    internal DecodeWorker()
    {
    }

    /// <summary>The process's worker.</summary>
    public static DecodeWorker Shared { get; } = new();

    /// <summary>The managed bytes that the thread has allocated since it began; 0 while there is no channel. Any thread but the audio thread.</summary>
    public long AllocatedBytes => Thread?.AllocatedBytes ?? 0;

    /// <summary>The run of the thread that serves now; null while there is no channel.</summary>
    internal DecodeThread? Thread
    {
        get
        {
            lock (_gate)
            {
                return _thread;
            }
        }
    }

    /// <summary>Makes a channel for one plugin instance. It decodes nothing until it is asked.</summary>
    /// <param name="bundle">The model; it may be disposed before the channel.</param>
    /// <param name="failed">
    /// Told of each decode that failed, on the worker's thread or in <see cref="DecodeChannel.DecodeNow"/> on the caller's. May be null:
    /// the channel also keeps and counts failures. It must not wait for a thread that disposes channels.
    /// </param>
    /// <exception cref="ObjectDisposedException">The bundle is already disposed.</exception>
    public DecodeChannel Attach(ModelBundle bundle, Action<Exception>? failed = null)
    {
        DecodeSource source = new(bundle);
        lock (_gate)
        {
            try
            {
                _thread ??= new DecodeThread();
                DecodeChannel channel = new(this, _thread, source, failed);
                _thread.Add(channel);
                return channel;
            }
            catch
            {
                source.Dispose();
                throw;
            }
        }
    }

    /// <summary>Takes a channel out; with the last one the thread ends.</summary>
    internal void Detach(DecodeChannel channel, DecodeThread thread)
    {
        lock (_gate)
        {
            thread.Remove(channel);
            if (thread.ChannelCount > 0)
            {
                return;
            }

            // The next channel begins a new run, even while this one is still ending.
            _thread = null;
        }

        thread.Stop();
    }
}
