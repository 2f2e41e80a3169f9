using DrumSpace.Midi.Corpus;
using DrumSpace.Midi.Files;
using DrumSpace.Music;

namespace DrumSpace.Midi.Clips;

/// <summary>
/// Reads a MIDI clip as a beat of two bars, by the rules of <see cref="PatternExtractor"/>. Of a longer clip's pairs of bars it is the one
/// most like all the others: the least sum of Hamming distances, the first of equals. A clip without any note on the drums' channel is read
/// as if all its notes were on it, as sequencers write the clips of one instrument.
/// </summary>
public static class ClipReader
{
    // A longer file is no clip; its beginning tells enough.
    private const int MostWindows = 256;
    private const int DrumChannel = 9;

    // A file can say no longer distance from one event to the next, and no clip is as long.
    private const long LastTick = 0x0FFFFFFF;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">Not a MIDI file, or no hit of a drum in bars of 4/4; one sentence that names file and place.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MidiFile.MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static Pattern Read(string path, Kit kit) => Read(BoundedFile.Read(path, MidiFile.MaxBytes), path, kit);

    /// <summary>Reads a file that lies in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What refusals call it.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <exception cref="FormatException">As for the other.</exception>
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
            ? Middle(windows)
            : throw new FormatException($"{name}: there is no hit of a drum in bars of 4/4.");
    }

    // Null when the drums' channel has notes already.
    private static MidiFile? OnDrumChannel(MidiFile file)
    {
        MidiFileFormat format = file.Format == MidiFileFormat.SingleTrack ? MidiFileFormat.MultiTrack : file.Format;
        MidiFile moved = new(format, file.Division);
        foreach (TrackChunk track in file.Tracks)
        {
            TrackChunk copy = new();
            foreach (ref readonly TrackEvent one in track.Events)
            {
                if (one.IsNoteOn && one.Channel == DrumChannel)
                {
                    return null;
                }

                if (one.Ticks > LastTick)
                {
                    continue;
                }

                if (one.IsNoteOn)
                {
                    copy.Add(one.Ticks, 0x90 | DrumChannel, one.Data1, one.Data2);
                }
                else if (one.IsMeta && one.Data1 == (byte)MetaType.TimeSignature)
                {
                    copy.AddMeta(one.Ticks, MetaType.TimeSignature, track.PayloadOf(one));
                }
            }

            moved.Tracks.Add(copy);
        }

        return moved;
    }

    private static Pattern Middle(List<Pattern> windows)
    {
        int count = Math.Min(windows.Count, MostWindows);
        int best = 0;
        long least = long.MaxValue;
        for (int one = 0; one < count; one++)
        {
            long sum = 0;
            for (int other = 0; other < count; other++)
            {
                sum += windows[one].DistanceTo(windows[other]);
            }

            if (sum < least)
            {
                least = sum;
                best = one;
            }
        }

        return windows[best];
    }
}
