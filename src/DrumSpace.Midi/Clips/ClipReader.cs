using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Files;
using DrumSpace.Music;

namespace DrumSpace.Midi.Clips;

/// <summary>
/// Reads a MIDI clip as a pattern, by the rules of <see cref="PatternExtractor"/>. Of a longer clip it takes the medoid of its windows: the
/// one with the lowest sum of Hamming distances to the others, the first of equals. In a clip without notes on the drums' channel all
/// channels count, because sequencers export clips of one instrument on any channel.
/// </summary>
public static class ClipReader
{
    // The start of a longer file is representative.
    private const int MaxWindows = 256;

    // Later events could not be written again: a delta time has 28 bits. No clip is as long.
    private const long MaxTicks = 0x0FFFFFFF;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">Not a MIDI file, or no drum hit in bars of 4/4; the message names file and position.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MidiFile.MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Pattern Read(string path, Kit kit) => Read(BoundedFile.Read(path, MidiFile.MaxBytes), path, kit);

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">As for the other overload.</exception>
    public static Pattern Read(ReadOnlySpan<byte> bytes, string name, Kit kit)
    {
        List<Pattern> windows = [];
        PatternExtractor extractor = new();
        extractor.Extract(bytes, name, kit, windows);
        if (windows.Count == 0 && OnDrumChannel(MidiFile.Read(bytes, name)) is { } moved)
        {
            using MemoryStream stream = new();
            moved.Write(stream);
            extractor.Extract(stream.ToArray(), name, kit, windows);
        }

        return windows.Count > 0
            ? Medoid(windows)
            : throw new FormatException($"{name}: there is no drum hit in bars of 4/4.");
    }

    // The file with all notes on the drums' channel; null when that has notes already.
    private static MidiFile? OnDrumChannel(MidiFile file)
    {
        MidiFileFormat format = file.Format == MidiFileFormat.SingleTrack ? MidiFileFormat.MultiTrack : file.Format;
        MidiFile moved = new(format, file.Division);
        foreach (TrackChunk track in file.Tracks)
        {
            TrackChunk copy = new();
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                if (midiEvent.IsNoteOn && midiEvent.Channel == MidiChannel.Drums)
                {
                    return null;
                }

                if (midiEvent.Ticks > MaxTicks)
                {
                    continue;
                }

                if (midiEvent.IsNoteOn)
                {
                    copy.Add(midiEvent.Ticks, 0x90 | MidiChannel.Drums, midiEvent.Data1, midiEvent.Data2);
                }
                else if (midiEvent.IsMeta && midiEvent.Data1 == (byte)MetaType.TimeSignature)
                {
                    copy.AddMeta(midiEvent.Ticks, MetaType.TimeSignature, track.PayloadOf(midiEvent));
                }
            }

            moved.Tracks.Add(copy);
        }

        return moved;
    }

    private static Pattern Medoid(List<Pattern> windows)
    {
        Pattern[] candidates = [.. windows.Take(MaxWindows)];
        return candidates.MinBy(candidate => candidates.Sum(other => candidate.DistanceTo(other)));
    }
}
