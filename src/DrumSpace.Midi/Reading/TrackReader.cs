namespace DrumSpace.Midi.Reading;

/// <summary>
/// Iterates over the events of a track in memory. Allocates nothing but its exceptions, and advances at least one byte at each step, so it
/// ends for any input.
/// </summary>
/// <param name="bytes">The whole file: error messages name its bytes.</param>
/// <param name="start">The first byte of the track's content.</param>
/// <param name="end">The byte after its content, or after the file.</param>
/// <param name="endIsKnown">Whether the next chunk begins at <paramref name="end"/>, and not after the end-of-track event.</param>
/// <param name="number">The track's number in error messages, from 1.</param>
/// <param name="file">The file's name in error messages.</param>
internal ref struct TrackReader(ReadOnlySpan<byte> bytes, int start, int end, bool endIsKnown, int number, string file)
{
    // A delta time of two bytes, a status and two data bytes.
    private const int MaxFastEventBytes = 5;

    private readonly ReadOnlySpan<byte> _bytes = bytes[..end];
    private readonly string _file = file;
    private readonly int _end = end;
    private readonly bool _endIsKnown = endIsKnown;
    private readonly int _number = number;
    private int _position = start;
    private byte _running;

    /// <summary>Ticks from the start of the track; after the last event, the end of the track.</summary>
    public long Ticks { get; private set; }

    /// <summary>The event's status byte: 0x80 to 0xEF, 0xF0, 0xF7 or 0xFF.</summary>
    public byte Status { get; private set; }

    /// <summary>The first data byte, or the type of a meta event.</summary>
    public byte Data1 { get; private set; }

    /// <summary>The second data byte; 0 when there is none.</summary>
    public byte Data2 { get; private set; }

    /// <summary>The bytes of a meta or system exclusive event; undefined for other events.</summary>
    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>The position of the next chunk; valid after <see cref="MoveNext"/> returned false.</summary>
    public readonly int NextChunk => _endIsKnown ? _end : _position;

    /// <summary>Moves to the next event. Without an end-of-track event, the track ends with its chunk.</summary>
    /// <returns>False at the end of the track.</returns>
    /// <exception cref="MidiFormatException">The bytes are not an event.</exception>
    public bool MoveNext()
    {
        // The fast path: channel messages after a delta time of one or two bytes, nearly all events.
        int at = _position;
        if (at <= _bytes.Length - MaxFastEventBytes)
        {
            uint delta = _bytes[at++];
            if (delta >= 0x80)
            {
                delta = ((delta & 0x7F) << 7) | _bytes[at++];
            }

            byte status = _bytes[at];
            bool isRunning = status < 0x80;
            status = isRunning ? _running : status;
            at += isRunning ? 0 : 1;
            byte data1 = _bytes[at++];
            byte data2 = (status & 0xE0) == 0xC0 ? (byte)0 : _bytes[at++];
            if (status is >= 0x80 and < 0xF0 && (data1 | data2) < 0x80 && (_bytes[_position] < 0x80 || _bytes[_position + 1] < 0x80))
            {
                _position = at;
                _running = status;
                Ticks += delta;
                Status = status;
                Data1 = data1;
                Data2 = data2;
                return true;
            }
        }

        return MoveNextSlow();
    }

    private bool MoveNextSlow()
    {
        while (_position < _bytes.Length)
        {
            Ticks += ReadVariableLength("a delta time");
            int at = _position;
            byte status = ReadByte();
            if (status < 0x80)
            {
                // Running status continues after meta and system exclusive events: the specification ends it there, but writers do not.
                if (_running == 0)
                {
                    throw Error(at, $"the data byte 0x{status:X2} where an event must begin");
                }

                _position = at;
                ReadChannelMessage(_running);
                return true;
            }

            if (status < 0xF0)
            {
                _running = status;
                ReadChannelMessage(status);
                return true;
            }

            if (status is 0xFF or 0xF0 or 0xF7)
            {
                return ReadWithPayload(status);
            }

            SkipSystemMessage(at, status);
        }

        return false;
    }

    private bool ReadWithPayload(byte status)
    {
        Status = status;
        Data1 = status == 0xFF ? ReadData("a meta event's type") : (byte)0;
        Data2 = 0;
        int at = _position;
        uint length = ReadVariableLength("the length of an event");
        if (length > _bytes.Length - _position)
        {
            throw Error(at, $"an event of {length} bytes, of which {_bytes.Length - _position} are there");
        }

        Payload = _bytes.Slice(_position, (int)length);
        _position += (int)length;
        return status != 0xFF || Data1 != (byte)MetaType.EndOfTrack;
    }

    private void ReadChannelMessage(byte status)
    {
        Status = status;
        Data1 = ReadData("a data byte");
        Data2 = (status & 0xE0) == 0xC0 ? (byte)0 : ReadData("a data byte");
    }

    // System common and real-time messages are not allowed in files, but raw recordings contain them: they are skipped.
    private void SkipSystemMessage(int at, byte status)
    {
        int count = status switch
        {
            0xF1 or 0xF3 => 1,
            0xF2 => 2,
            0xF6 or 0xF8 or 0xFA or 0xFB or 0xFC or 0xFE => 0,
            _ => throw Error(at, $"the undefined status 0x{status:X2}"),
        };
        for (int i = 0; i < count; i++)
        {
            ReadData("a data byte");
        }
    }

    private byte ReadData(string what)
    {
        int at = _position;
        byte value = ReadByte();
        return value < 0x80 ? value : throw Error(at, $"0x{value:X2} where {what} below 0x80 is due");
    }

    private byte ReadByte() =>
        _position < _bytes.Length ? _bytes[_position++] : throw Error(_position, "the track ends in the middle of an event");

    private uint ReadVariableLength(string what)
    {
        int start = _position;
        uint value = 0;
        for (int i = 0; i < 4; i++)
        {
            byte next = ReadByte();
            value = value << 7 | next & 0x7Fu;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Error(start, $"{what} of more than 4 bytes");
    }

    private readonly MidiFormatException Error(int offset, string reason) => new(_file, offset, $"track {_number}: {reason}");
}
