using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DrumSpace.Midi;

/// <summary>
/// A track: its events as compact values in the order of the file, and their payloads in one array. Events may be added in any order of
/// time; <see cref="MidiFile.Write(Stream, bool)"/> sorts them stably. Not thread-safe.
/// </summary>
public sealed class TrackChunk
{
    private readonly List<TrackEvent> _events = [];
    private byte[] _payloads = [];
    private int _payloadsLength;
    private long _lastEventTicks;
    private long _endTicks;

    /// <summary>The events, without the end of track.</summary>
    public ReadOnlySpan<TrackEvent> Events => CollectionsMarshal.AsSpan(_events);

    /// <summary>The time of the end of track, in ticks; never before the last event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to before the last event.</exception>
    public long EndTicks
    {
        get => _endTicks;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, _lastEventTicks);
            _endTicks = value;
        }
    }

    /// <summary>The bytes of a meta or system exclusive event of this track, without status, type and length; empty for others.</summary>
    public ReadOnlySpan<byte> PayloadOf(in TrackEvent midiEvent)
    {
        if (midiEvent.Payload < 0)
        {
            return [];
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(_payloads.AsSpan(midiEvent.Payload));
        return _payloads.AsSpan(midiEvent.Payload + sizeof(int), length);
    }

    /// <summary>Adds a note, controller, program, pressure or bend message.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="status">0x80 to 0xEF.</param>
    /// <param name="data1">0 to 127.</param>
    /// <param name="data2">0 to 127; not written for programs and channel pressure.</param>
    public void Add(long ticks, byte status, byte data1, byte data2 = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, (byte)0x80);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, (byte)0xEF);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data1, (byte)0x7F);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data2, (byte)0x7F);
        Append(new TrackEvent(ticks, status, data1, data2, -1));
    }

    /// <summary>Adds a note: its note-on and its note-off.</summary>
    /// <param name="ticks">The note-on's time, at least 0.</param>
    /// <param name="length">Ticks to the note-off, at least 1.</param>
    /// <param name="channel">0 to 15.</param>
    /// <param name="note">0 to 127.</param>
    /// <param name="velocity">1 to 127.</param>
    public void AddNote(long ticks, long length, int channel, int note, int velocity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)channel, 15u, nameof(channel));
        ArgumentOutOfRangeException.ThrowIfLessThan(velocity, 1);
        Add(ticks, (byte)(0x90 | channel), checked((byte)note), checked((byte)velocity));
        Add(ticks + length, (byte)(0x80 | channel), checked((byte)note), 64);
    }

    /// <summary>Adds a tempo.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="quartersPerMinute">At least 3.6, the minimum of the file's three bytes.</param>
    public void AddTempo(long ticks, double quartersPerMinute)
    {
        double microseconds = Math.Round(60_000_000 / quartersPerMinute);
        if (!(microseconds is >= 1 and <= 0xFFFFFF))
        {
            throw new ArgumentOutOfRangeException(nameof(quartersPerMinute), quartersPerMinute, "The tempo does not fit into three bytes.");
        }

        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)microseconds);
        AddMeta(ticks, MetaType.Tempo, bytes[1..]);
    }

    /// <summary>Adds a time signature with a metronome click per quarter.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="numerator">1 to 255.</param>
    /// <param name="denominator">A power of two, 1 to 64.</param>
    public void AddTimeSignature(long ticks, int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, 255);
        if (denominator is < 1 or > 64 || !int.IsPow2(denominator))
        {
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "A denominator is a power of two, 1 to 64.");
        }

        AddMeta(ticks, MetaType.TimeSignature, [(byte)numerator, (byte)int.Log2(denominator), 24, 8]);
    }

    /// <summary>Adds a meta event.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="type">0 to 127, except the end of track, which is <see cref="EndTicks"/>.</param>
    /// <param name="payload">Its bytes, copied.</param>
    public void AddMeta(long ticks, MetaType type, ReadOnlySpan<byte> payload)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)type, (byte)0x7F, nameof(type));
        ArgumentOutOfRangeException.ThrowIfEqual((byte)type, (byte)MetaType.EndOfTrack, nameof(type));
        Append(new TrackEvent(ticks, 0xFF, (byte)type, 0, Store(payload)));
    }

    /// <summary>Adds a meta event of text, in UTF-8.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="type">A type of text, such as the track's name or a marker.</param>
    /// <param name="text">The text.</param>
    public void AddText(long ticks, MetaType type, string text) => AddMeta(ticks, type, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a system exclusive message, or a packet of one.</summary>
    /// <param name="ticks">From the start of the track, at least 0.</param>
    /// <param name="payload">Its bytes without the status, including the final 0xF7 of a complete message; copied.</param>
    /// <param name="isContinuation">True for status 0xF7: a later packet, or bytes to send unchanged.</param>
    public void AddSystemExclusive(long ticks, ReadOnlySpan<byte> payload, bool isContinuation = false) =>
        Append(new TrackEvent(ticks, isContinuation ? (byte)0xF7 : (byte)0xF0, 0, 0, Store(payload)));

    private void Append(in TrackEvent midiEvent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(midiEvent.Ticks, nameof(midiEvent));
        _events.Add(midiEvent);
        _lastEventTicks = Math.Max(_lastEventTicks, midiEvent.Ticks);
        _endTicks = Math.Max(_endTicks, midiEvent.Ticks);
    }

    private int Store(ReadOnlySpan<byte> payload)
    {
        int start = _payloadsLength;
        int end = checked(start + sizeof(int) + payload.Length);
        if (end > _payloads.Length)
        {
            Array.Resize(ref _payloads, Math.Max(end, Math.Min(_payloads.Length * 2, Array.MaxLength)));
        }

        BinaryPrimitives.WriteInt32LittleEndian(_payloads.AsSpan(start), payload.Length);
        payload.CopyTo(_payloads.AsSpan(start + sizeof(int)));
        _payloadsLength = end;
        return start;
    }
}
