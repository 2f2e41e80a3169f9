using DrumSpace.Host.Live.Streams;

namespace DrumSpace.Host.Tests.Live;

/// <summary>A sequencer that remembers what is sent, and has what it was given.</summary>
internal sealed class SimulatedMidi(SimulatedStream stream) : MidiPort
{
    private readonly (double Seconds, byte Status, int Length)[] _sent = new (double, byte, int)[100_000];

    /// <summary>The number of messages that were sent.</summary>
    public int Count { get; private set; }

    /// <summary>What comes in, by time; taken once its time has come.</summary>
    public Queue<(double Seconds, byte[] Message)> Incoming { get; } = new();

    /// <summary>Whether the system's queue is full.</summary>
    public bool IsFull { get; set; }

    public override double Now => stream.Time;

    public ReadOnlySpan<(double Seconds, byte Status, int Length)> Sent => _sent.AsSpan(0, Count);

    public override bool TrySend(double seconds, ReadOnlySpan<byte> message)
    {
        if (IsFull)
        {
            return false;
        }

        _sent[Count++ % _sent.Length] = (seconds, message[0], message.Length);
        return true;
    }

    public override bool TryReceive(Span<byte> into, out int length, out double seconds)
    {
        (length, seconds) = (0, 0);
        if (Incoming.Count == 0 || Incoming.Peek().Seconds > Now)
        {
            return false;
        }

        (seconds, byte[] message) = Incoming.Dequeue();
        message.CopyTo(into);
        length = message.Length;
        return true;
    }

    public override void Dispose()
    {
    }
}
