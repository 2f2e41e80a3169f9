using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Midi;

public sealed partial class MidiFile
{
    private const int LargestDelta = 0x0FFFFFFF;

    /// <summary>Writes the file, replacing one that is there. Nothing is written when the file cannot be expressed.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="runningStatus">Whether to leave out status bytes that repeat: smaller, and read wrongly by some devices.</param>
    /// <exception cref="InvalidOperationException">The format does not hold it; see <see cref="Write(Stream, bool)"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path, bool runningStatus = false)
    {
        using MemoryStream bytes = new();
        Write(bytes, runningStatus);
        File.WriteAllBytes(path, bytes.ToArray());
    }

    /// <summary>Writes the file: the header, the tracks with their events sorted by time (stably), and the chunks of other kinds.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="runningStatus">Whether to leave out status bytes that repeat: smaller, and read wrongly by some devices.</param>
    /// <exception cref="InvalidOperationException">Format 0 with other than one track, more than 65,535 tracks, more than 268,435,455 ticks
    /// from one event to the next, or a chunk whose id is not four letters.</exception>
    public void Write(Stream stream, bool runningStatus = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (Format == MidiFileFormat.SingleTrack && Tracks.Count != 1)
        {
            throw new InvalidOperationException($"A file of format 0 has one track, not {Tracks.Count}.");
        }

        if (Tracks.Count > ushort.MaxValue)
        {
            throw new InvalidOperationException($"A file has at most {ushort.MaxValue} tracks, not {Tracks.Count}.");
        }

        Span<byte> header = stackalloc byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)Format);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)Tracks.Count);
        BinaryPrimitives.WriteInt16BigEndian(header[4..], Division.Raw);
        WriteChunk(stream, "MThd", header);
        using MemoryStream content = new();
        foreach (TrackChunk track in Tracks)
        {
            content.SetLength(0);
            WriteEvents(content, track, runningStatus);
            WriteChunk(stream, "MTrk", content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        foreach (UnknownChunk chunk in UnknownChunks)
        {
            WriteChunk(stream, chunk.Id, chunk.Content);
        }
    }

    private static void WriteEvents(MemoryStream content, TrackChunk track, bool runningStatus)
    {
        long now = 0;
        byte running = 0;
        foreach (TrackEvent one in track.Events.ToArray().OrderBy(one => one.Ticks))
        {
            WriteDelta(content, one.Ticks - now);
            now = one.Ticks;
            if (one.IsChannelMessage)
            {
                if (!runningStatus || one.Status != running)
                {
                    content.WriteByte(one.Status);
                }

                running = one.Status;
                content.WriteByte(one.Data1);
                if ((one.Status & 0xE0) != 0xC0)
                {
                    content.WriteByte(one.Data2);
                }

                continue;
            }

            running = 0;
            content.WriteByte(one.Status);
            if (one.IsMeta)
            {
                content.WriteByte(one.Data1);
            }

            ReadOnlySpan<byte> payload = track.PayloadOf(one);
            WriteVariableLength(content, payload.Length);
            content.Write(payload);
        }

        WriteDelta(content, track.EndTicks - now);
        content.Write([0xFF, (byte)MetaType.EndOfTrack, 0]);
    }

    private static void WriteDelta(MemoryStream content, long ticks) =>
        WriteVariableLength(content, ticks <= LargestDelta
            ? (int)ticks
            : throw new InvalidOperationException($"{ticks} ticks from one event to the next are more than the {LargestDelta} that a file holds."));

    private static void WriteVariableLength(MemoryStream content, int value)
    {
        for (int shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                content.WriteByte((byte)(value >> shift | 0x80));
            }
        }

        content.WriteByte((byte)(value & 0x7F));
    }

    private static void WriteChunk(Stream stream, string id, ReadOnlySpan<byte> content)
    {
        if (id.Length != 4 || !Ascii.IsValid(id))
        {
            throw new InvalidOperationException($"'{id}' is no chunk's id: four letters.");
        }

        Span<byte> preface = stackalloc byte[8];
        Encoding.ASCII.GetBytes(id, preface);
        BinaryPrimitives.WriteInt32BigEndian(preface[4..], content.Length);
        stream.Write(preface);
        stream.Write(content);
    }
}
