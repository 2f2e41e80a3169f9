using System.Buffers.Binary;
using System.Text;

namespace DrumSpace.Midi.Writing;

/// <summary>Writes Standard MIDI Files.</summary>
internal static class MidiFileWriter
{
    private const int MaxDelta = 0x0FFFFFFF;

    /// <summary>Writes a file, as <see cref="MidiFile.Write(Stream, bool)"/> does.</summary>
    public static void Write(MidiFile file, Stream stream, bool runningStatus)
    {
        if (file.Format == MidiFileFormat.SingleTrack && file.Tracks.Count != 1)
        {
            throw new InvalidOperationException($"A file of format 0 has one track, not {file.Tracks.Count}.");
        }

        if (file.Tracks.Count > ushort.MaxValue)
        {
            throw new InvalidOperationException($"A file has at most {ushort.MaxValue} tracks, not {file.Tracks.Count}.");
        }

        Span<byte> header = stackalloc byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)file.Format);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)file.Tracks.Count);
        BinaryPrimitives.WriteInt16BigEndian(header[4..], file.Division.Raw);
        WriteChunk(stream, "MThd", header);
        using MemoryStream content = new();
        foreach (TrackChunk track in file.Tracks)
        {
            content.SetLength(0);
            WriteEvents(content, track, runningStatus);
            WriteChunk(stream, "MTrk", content.GetBuffer().AsSpan(0, (int)content.Length));
        }
    }

    private static void WriteEvents(MemoryStream content, TrackChunk track, bool runningStatus)
    {
        long now = 0;
        byte running = 0;
        foreach (TrackEvent item in track.Events.ToArray().OrderBy(item => item.Ticks))
        {
            WriteDelta(content, item.Ticks - now);
            now = item.Ticks;
            if (!item.IsChannelMessage || !runningStatus || item.Status != running)
            {
                content.WriteByte(item.Status);
            }

            running = item.IsChannelMessage ? item.Status : (byte)0;
            if (item.IsChannelMessage)
            {
                content.WriteByte(item.Data1);
                if ((item.Status & 0xE0) != 0xC0)
                {
                    content.WriteByte(item.Data2);
                }

                continue;
            }

            if (item.IsMeta)
            {
                content.WriteByte(item.Data1);
            }

            ReadOnlySpan<byte> payload = track.PayloadOf(item);
            WriteVariableLength(content, payload.Length);
            content.Write(payload);
        }

        WriteDelta(content, track.EndTicks - now);
        content.Write([0xFF, (byte)MetaType.EndOfTrack, 0]);
    }

    private static void WriteDelta(MemoryStream content, long ticks) =>
        WriteVariableLength(content, ticks <= MaxDelta
            ? (int)ticks
            : throw new InvalidOperationException($"{ticks} ticks from one event to the next: a file holds at most {MaxDelta}."));

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
        Span<byte> preface = stackalloc byte[8];
        Encoding.ASCII.GetBytes(id, preface);
        BinaryPrimitives.WriteInt32BigEndian(preface[4..], content.Length);
        stream.Write(preface);
        stream.Write(content);
    }
}
