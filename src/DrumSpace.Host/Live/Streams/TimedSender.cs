using System.Diagnostics;
using DrumSpace.RealTime;

namespace DrumSpace.Host.Live.Streams;

/// <summary>Sends messages at their times from a thread of its own, for systems whose MIDI has no queue.</summary>
/// <remarks><see cref="TrySend"/>: the audio thread; wait-free, no allocation. Else the main thread.</remarks>
internal sealed class TimedSender : IDisposable
{
    // Sleeping is only so exact: what is nearer is waited for with the processor.
    private const double SleepSeconds = 0.002;

    private readonly RingQueue<TimedMessage> _queue = new(4096);
    private readonly Action<ReadOnlySpan<byte>> _send;
    private readonly Thread _thread;
    private volatile bool _ends;

    /// <summary>Starts the thread.</summary>
    /// <param name="send">Sends a message at once; called from the thread.</param>
    public TimedSender(Action<ReadOnlySpan<byte>> send)
    {
        _send = send;
        _thread = new Thread(Run) { IsBackground = true, Name = "MIDI out", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>The clock of the times, in seconds.</summary>
    public static double Now => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    /// <summary>Adds a message; send in order of times.</summary>
    /// <returns>False if the queue is full, or the message too long.</returns>
    public bool TrySend(double seconds, ReadOnlySpan<byte> message) =>
        message.Length is > 0 and <= TimedMessage.MaxBytes && _queue.TryAdd(new TimedMessage(seconds, message));

    /// <summary>Sends what is left, each message at its time, and ends the thread.</summary>
    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    private void Run()
    {
        Span<byte> bytes = stackalloc byte[TimedMessage.MaxBytes];
        for (;;)
        {
            if (!_queue.TryTake(out TimedMessage next))
            {
                if (_ends)
                {
                    return;
                }

                Thread.Sleep(1);
                continue;
            }

            for (double rest; (rest = next.Seconds - Now) > 0;)
            {
                if (rest > SleepSeconds)
                {
                    Thread.Sleep(1);
                }
                else
                {
                    Thread.SpinWait(50);
                }
            }

            next.CopyTo(bytes);
            _send(bytes[..next.Length]);
        }
    }
}
