using System.Diagnostics;

namespace DrumSpace.Host.Live.Streams;

/// <summary>The MIDI of a system that has none.</summary>
/// <param name="reason">Why, as one sentence.</param>
internal sealed class NoMidiPort(string reason) : MidiPort
{
    public override string? Notice => reason;

    public override double Now => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    public override bool TrySend(double seconds, ReadOnlySpan<byte> message) => true;

    public override bool TryReceive(Span<byte> into, out int length, out double seconds)
    {
        (length, seconds) = (0, 0);
        return false;
    }

    public override void Dispose()
    {
    }
}
