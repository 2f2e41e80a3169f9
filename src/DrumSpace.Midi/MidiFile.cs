using DrumSpace.Midi.Files;
using DrumSpace.Midi.Reading;
using DrumSpace.Midi.Writing;

namespace DrumSpace.Midi;

/// <summary>A Standard MIDI File in memory: its header and its tracks; chunks of other kinds are skipped. Not thread-safe.</summary>
/// <param name="format">The header's format.</param>
/// <param name="division">The unit of ticks.</param>
public sealed class MidiFile(MidiFileFormat format, TimeDivision division)
{
    /// <summary>The largest file that is read, in bytes: far above any music, far below what fills the memory.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>The header's format.</summary>
    public MidiFileFormat Format { get; } = format;

    /// <summary>The unit of ticks.</summary>
    public TimeDivision Division { get; } = division;

    /// <summary>The tracks, in order.</summary>
    public IList<TrackChunk> Tracks { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="MidiFormatException">Not a MIDI file, or too damaged to read; the message names file, byte and reason.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static MidiFile Read(string path) => Read(BoundedFile.Read(path, MaxBytes), path);

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The file: a Standard MIDI File, or one in a RIFF (RMID) or MacBinary wrapper.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <exception cref="MidiFormatException">Not a MIDI file, or too damaged to read; the message names file, byte and reason.</exception>
    public static MidiFile Read(ReadOnlySpan<byte> bytes, string name)
    {
        ChunkReader chunks = new(bytes, name);
        MidiFile file = new(chunks.Format, chunks.Division);
        while (chunks.MoveNext(out TrackReader reader))
        {
            TrackChunk track = new();
            while (reader.MoveNext())
            {
                Add(track, ref reader);
            }

            track.EndTicks = reader.Ticks;
            file.Tracks.Add(track);
            chunks.Leave(reader);
        }

        return file;
    }

    /// <summary>Writes the file, replacing one that is there. Nothing is written when the file cannot be expressed.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="runningStatus">Whether to leave out status bytes that repeat: smaller, but some devices misread it.</param>
    /// <exception cref="InvalidOperationException">See <see cref="Write(Stream, bool)"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path, bool runningStatus = false)
    {
        using MemoryStream bytes = new();
        Write(bytes, runningStatus);
        File.WriteAllBytes(path, bytes.ToArray());
    }

    /// <summary>Writes the file: the header, and the tracks with their events sorted by time (stably).</summary>
    /// <param name="stream">The destination.</param>
    /// <param name="runningStatus">Whether to leave out status bytes that repeat: smaller, but some devices misread it.</param>
    /// <exception cref="InvalidOperationException">Format 0 with other than one track, more than 65,535 tracks, or more than 268,435,455
    /// ticks from one event to the next.</exception>
    public void Write(Stream stream, bool runningStatus = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MidiFileWriter.Write(this, stream, runningStatus);
    }

    private static void Add(TrackChunk track, ref TrackReader reader)
    {
        switch (reader.Status)
        {
            case 0xFF:
                track.AddMeta(reader.Ticks, (MetaType)reader.Data1, reader.Payload);
                break;
            case 0xF0 or 0xF7:
                track.AddSystemExclusive(reader.Ticks, reader.Payload, reader.Status == 0xF7);
                break;
            default:
                track.Add(reader.Ticks, reader.Status, reader.Data1, reader.Data2);
                break;
        }
    }
}
