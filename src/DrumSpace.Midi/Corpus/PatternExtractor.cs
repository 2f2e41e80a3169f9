using DrumSpace.Midi.Files;
using DrumSpace.Midi.Reading;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// Cuts the drums of MIDI files into patterns. The drum note-ons of channel 10 are rounded to the 16th grid of their part of the file; the
/// time signatures cut a file into parts (4/4 where it gives none), and parts of other than 4/4 give nothing. From the start of each part,
/// a window of two bars begins at every bar or every other bar, up to the bar of the part's last onset; the last may end in silence, and
/// windows without a hit are passed over.
/// </summary>
/// <remarks>
/// Works on the bytes without an object an event, in buffers that grow to the largest file and are used again: after that, no allocation.
/// Time and memory follow the number of events, never what a file says of its length. Not thread-safe: one extractor a thread.
/// Files of SMPTE time have no bars, and so no windows; tracks of format 2 are files of their own, one after the other.
/// </remarks>
public sealed class PatternExtractor
{
    private const int DrumNoteOn = 0x99;
    private const int StepsPerBar = 16;

    private readonly int _hopBars;
    private readonly List<Onset> _onsets = [];
    private readonly List<Signature> _signatures = [];
    private readonly BarGrid _grid = new();
    private byte[] _buffer = [];

    /// <summary>Makes an extractor.</summary>
    /// <param name="hopBars">Bars from one window to the next: 2 for windows side by side, 1 for windows that overlap by a bar.</param>
    public PatternExtractor(int hopBars = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hopBars, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hopBars, 2);
        _hopBars = hopBars;
    }

    /// <summary>Adds a file's patterns to a list, in the order of time, duplicates among them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <param name="patterns">What to add to; nothing is added when this throws.</param>
    /// <exception cref="MidiFormatException">Not a MIDI file, or damaged beyond reading.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MidiFile.MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Extract(string path, Kit kit, List<Pattern> patterns) =>
        Extract(BoundedFile.Read(path, MidiFile.MaxBytes, ref _buffer), path, kit, patterns);

    /// <summary>Adds the patterns of a file that lies in memory to a list.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What refusals call it.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <param name="patterns">What to add to; nothing is added when this throws.</param>
    /// <exception cref="MidiFormatException">Not a MIDI file, or damaged beyond reading.</exception>
    public void Extract(ReadOnlySpan<byte> bytes, string name, Kit kit, List<Pattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(patterns);
        int before = patterns.Count;
        try
        {
            Clear();
            ChunkReader chunks = new(bytes, name);
            while (chunks.MoveNext(out TrackReader track, out bool isTrack))
            {
                if (!isTrack)
                {
                    continue;
                }

                Collect(ref track, kit);
                chunks.Leave(track);
                if (chunks.Format == MidiFileFormat.MultiSequence)
                {
                    Cut(chunks.Division, patterns);
                    Clear();
                }
            }

            Cut(chunks.Division, patterns);
        }
        catch
        {
            patterns.RemoveRange(before, patterns.Count - before);
            throw;
        }
    }

    private void Clear()
    {
        _onsets.Clear();
        _signatures.Clear();
    }

    private void Collect(ref TrackReader track, Kit kit)
    {
        while (track.MoveNext())
        {
            if (track.Status == DrumNoteOn)
            {
                ushort mask = kit.MaskOf(track.Data1);
                if (mask != 0 && track.Data2 != 0)
                {
                    _onsets.Add(new Onset(track.Ticks, mask));
                }
            }
            else if (track.Status == 0xFF && track.Data1 == (byte)MetaType.TimeSignature && track.Payload.Length >= 2)
            {
                bool isFourFour = track.Payload[0] == 4 && track.Payload[1] == 2;
                _signatures.Add(new Signature(track.Ticks, _signatures.Count + 1, isFourFour));
            }
        }
    }

    private void Cut(TimeDivision division, List<Pattern> patterns)
    {
        if (division.IsSmpte || _onsets.Count == 0)
        {
            return;
        }

        _signatures.Add(new Signature(0, 0, IsFourFour: true));
        _signatures.Sort();
        _onsets.Sort();
        int next = 0;
        for (int i = 0; i < _signatures.Count; i++)
        {
            Signature part = _signatures[i];
            bool isLast = i + 1 == _signatures.Count;
            if (!isLast && _signatures[i + 1].Ticks == part.Ticks)
            {
                continue; // Of several signatures at one place the last one read counts.
            }

            int first = next;
            long end = isLast ? long.MaxValue : _signatures[i + 1].Ticks;
            while (next < _onsets.Count && (isLast || EighthsLate(_onsets[next].Ticks, end, division) < 0))
            {
                next++;
            }

            if (part.IsFourFour)
            {
                CutPart(part.Ticks, first, next, division, patterns);
            }
        }
    }

    private void CutPart(long start, int first, int end, TimeDivision division, List<Pattern> patterns)
    {
        _grid.Clear();
        for (int i = first; i < end; i++)
        {
            long step = EighthsLate(_onsets[i].Ticks, start, division) / (2 * division.TicksPerQuarter);
            _grid.Hit(step / StepsPerBar, (int)(step % StepsPerBar), _onsets[i].Mask);
        }

        _grid.AddWindows(_hopBars, patterns);
    }

    // How far an onset lies behind the point half a 16th ahead of a part's start, in eighths of a tick: below 0, it rounds to a step before
    // the part; otherwise a step is 2 * TicksPerQuarter of them. Halves round up.
    private static long EighthsLate(long ticks, long start, TimeDivision division) => (8 * (ticks - start)) + division.TicksPerQuarter;

    private readonly record struct Onset(long Ticks, ushort Mask) : IComparable<Onset>
    {
        public int CompareTo(Onset other) => Ticks.CompareTo(other.Ticks);
    }

    private readonly record struct Signature(long Ticks, int Order, bool IsFourFour) : IComparable<Signature>
    {
        public int CompareTo(Signature other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Order.CompareTo(other.Order);
    }
}
