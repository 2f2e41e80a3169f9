using System.Buffers.Binary;

namespace DrumSpace.Midi.Reading;

/// <summary>
/// Iterates over the chunks of a Standard MIDI File in memory. Allocates nothing but its exceptions. Common deviations from the
/// specification are tolerated as commented below; others are refused with <see cref="MidiFormatException"/>.
/// </summary>
internal ref struct ChunkReader
{
    private const uint HeaderId = 0x4D546864; // MThd
    private const uint TrackId = 0x4D54726B; // MTrk
    private const int ChunkPreface = 8;
    private const int MacBinaryHeader = 128;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _file;
    private readonly int _end;
    private int _next;
    private int _trackCount;

    /// <summary>Reads the header, inside a RIFF or MacBinary wrapper if there is one.</summary>
    /// <exception cref="MidiFormatException">Not a Standard MIDI File.</exception>
    public ChunkReader(ReadOnlySpan<byte> bytes, string file)
    {
        _bytes = bytes;
        _file = file;
        (int start, _end) = Unwrap(bytes, file);
        if (_end - start < ChunkPreface || UIntAt(start) != HeaderId)
        {
            throw new MidiFormatException(file, start, bytes.Length == 0 ? "the file is empty" : "not a Standard MIDI File: no MThd here");
        }

        // The specification allows longer headers, for future fields; those are skipped.
        uint length = UIntAt(start + 4);
        if (length < 6)
        {
            throw new MidiFormatException(file, start + 4, $"the header's length is {length}; it has at least 6 bytes");
        }

        if (length > _end - start - ChunkPreface)
        {
            throw new MidiFormatException(file, start + 4, $"the header's {length} bytes run past the end of the file");
        }

        int format = BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 8)..]);
        if (format > (int)MidiFileFormat.MultiSequence)
        {
            throw new MidiFormatException(file, start + 8, $"format {format} is not 0, 1 or 2");
        }

        Format = (MidiFileFormat)format;

        // The header's number of tracks is ignored: the tracks present count.
        short division = BinaryPrimitives.ReadInt16BigEndian(bytes[(start + 12)..]);
        if (!TimeDivision.TryFromRaw(division, out TimeDivision known))
        {
            throw new MidiFormatException(file, start + 12, $"the time division 0x{(ushort)division:X4} means no time");
        }

        Division = known;
        _next = start + ChunkPreface + (int)length;
    }

    /// <summary>The header's format.</summary>
    public MidiFileFormat Format { get; }

    /// <summary>The header's time division.</summary>
    public TimeDivision Division { get; }

    /// <summary>Moves to the next track, over chunks of other kinds; after it, call <see cref="Leave"/>.</summary>
    /// <param name="track">The track's events.</param>
    /// <returns>
    /// False at the end of the file, and at bytes after the tracks that are not a chunk (padding, tags of download sites).
    /// </returns>
    /// <exception cref="MidiFormatException">There is no track before the end, or before bytes that are not a chunk.</exception>
    public bool MoveNext(out TrackReader track)
    {
        while (_end - _next >= ChunkPreface && IsId(_next) && UIntAt(_next) != HeaderId)
        {
            int start = _next + ChunkPreface;
            uint length = UIntAt(_next + 4);
            if (UIntAt(_next) == TrackId)
            {
                _trackCount++;

                // A track's length is trusted when the file or a next chunk begins there. Otherwise it is wrong (a truncated file, a writer
                // that never filled it in), and the track extends to its end-of-track event.
                long end = start + (long)length;
                bool isTrusted = end == _end || (end <= _end - ChunkPreface && IsId((int)end));
                track = new TrackReader(_bytes, start, isTrusted ? (int)end : _end, isTrusted, _trackCount, _file);
                return true;
            }

            if (length > _end - start)
            {
                return EndsWith(out track, _next + 4, $"a chunk's {length} bytes run past the end of the file");
            }

            _next = start + (int)length;
        }

        return EndsWith(out track, _next, "no track before the end of the file, or before bytes that are not a chunk");
    }

    /// <summary>Continues after a track that was read to its end.</summary>
    public void Leave(in TrackReader track) => _next = track.NextChunk;

    private static (int Start, int End) Unwrap(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.StartsWith("RIFF"u8))
        {
            return UnwrapRiff(bytes, file);
        }

        // MacBinary: a leading 0, a name of up to 63 letters, and the file after 128 bytes.
        bool isMacBinary = bytes.Length > MacBinaryHeader && bytes[0] == 0 && bytes[1] is > 0 and < 64 &&
            bytes[MacBinaryHeader..].StartsWith("MThd"u8);
        return (isMacBinary ? MacBinaryHeader : 0, bytes.Length);
    }

    private static (int Start, int End) UnwrapRiff(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length < 12 || !bytes[8..].StartsWith("RMID"u8))
        {
            throw new MidiFormatException(file, Math.Min(8, bytes.Length), "a RIFF file, but not of MIDI (RMID)");
        }

        for (long at = 12; at <= bytes.Length - ChunkPreface;)
        {
            long start = at + ChunkPreface;
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[((int)at + 4)..]);
            if (bytes[(int)at..].StartsWith("data"u8))
            {
                // A length past the end of the file is cut: the MIDI file inside may still be complete.
                return ((int)start, (int)Math.Min(start + length, bytes.Length));
            }

            at = start + length + (length & 1);
        }

        throw new MidiFormatException(file, bytes.Length, "a RIFF file of MIDI without a data chunk");
    }

    private readonly uint UIntAt(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_bytes[offset..]);

    private readonly bool IsId(int offset) => _bytes.Slice(offset, 4).IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;

    private readonly bool EndsWith(out TrackReader track, int offset, string reason)
    {
        track = default;
        return _trackCount > 0 ? false : throw new MidiFormatException(_file, offset, reason);
    }
}
