namespace DrumSpace.Host.Live.Streams;

/// <summary>A device's MIDI: messages with times of a clock that runs steadily.</summary>
/// <remarks>Made and disposed by the main thread, used by the audio thread. What is used per block neither waits nor allocates.</remarks>
internal abstract class MidiPort : IDisposable
{
    /// <summary>The longest message in bytes that goes out or comes in; longer ones are lost.</summary>
    public const int MaxBytes = 4096;

    /// <summary>Why there is no MIDI, as one sentence; null if there is.</summary>
    public virtual string? Notice => null;

    /// <summary>The clock now, in seconds.</summary>
    public abstract double Now { get; }

    /// <summary>Sends a message at a time; at once if that is over.</summary>
    /// <param name="seconds">On the clock of <see cref="Now"/>.</param>
    /// <param name="message">A whole message, 1 to <see cref="MaxBytes"/> bytes.</param>
    /// <returns>False if it is lost: the system's queue is full.</returns>
    public abstract bool TrySend(double seconds, ReadOnlySpan<byte> message);

    /// <summary>Takes the oldest message that came in.</summary>
    /// <param name="into">Room for <see cref="MaxBytes"/>.</param>
    /// <param name="length">The message's length in bytes.</param>
    /// <param name="seconds">When it came, on the clock of <see cref="Now"/>.</param>
    /// <returns>False if there is none.</returns>
    public abstract bool TryReceive(Span<byte> into, out int length, out double seconds);

    /// <inheritdoc/>
    public abstract void Dispose();
}
