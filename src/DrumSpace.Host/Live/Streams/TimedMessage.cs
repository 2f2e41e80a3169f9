using System.Runtime.CompilerServices;

namespace DrumSpace.Host.Live.Streams;

/// <summary>A short MIDI message with a time, as plain data for queues between threads.</summary>
internal struct TimedMessage
{
    /// <summary>The most bytes: channel messages, and machine control's exclusive ones.</summary>
    public const int MaxBytes = 16;

    private Content _bytes;

    /// <summary>Makes a message.</summary>
    /// <param name="seconds">Its time.</param>
    /// <param name="message">1 to <see cref="MaxBytes"/> bytes.</param>
    public TimedMessage(double seconds, ReadOnlySpan<byte> message)
    {
        Seconds = seconds;
        Length = message.Length;
        message.CopyTo(_bytes);
    }

    public double Seconds { get; }

    public int Length { get; }

    /// <summary>Copies the bytes.</summary>
    public readonly void CopyTo(Span<byte> into) => ((ReadOnlySpan<byte>)_bytes)[..Length].CopyTo(into);

    [InlineArray(MaxBytes)]
    private struct Content
    {
        private byte _first;
    }
}
