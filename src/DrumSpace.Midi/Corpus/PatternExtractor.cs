using DrumSpace.Midi.Files;
using DrumSpace.Midi.Reading;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// Cuts the drums of MIDI files into patterns. The note-ons of channel 10 are rounded to the 16th grid of their part of the file: time
/// signatures divide a file into parts (4/4 by default), and parts in other signatures are skipped. In each part, a window of two bars
/// begins at every bar or every other bar, up to the bar of the last onset; the last window may end in silence, and windows without a hit
/// are skipped.
/// </summary>
/// <remarks>
/// Works on the bytes, in buffers that grow to the largest file and are reused: after that, it does not allocate. Time and memory grow with
/// the number of events, never with the times in a file. Not thread-safe: one extractor per thread. Files with SMPTE time have no bars, and
/// so no windows; tracks of format 2 are cut like files of their own.
/// </remarks>
public sealed class PatternExtractor
{
    private const int DrumNoteOn = 0x99;

    private readonly int _hopBars;
    private readonly List<Onset> _onsets = [];
    private readonly List<Signature> _signatures = [];
    private readonly BarGrid _bars = new();
    private byte[] _buffer = [];

    /// <summary>Makes an extractor.</summary>
    /// <param name="hopBars">Bars from one window to the next: 2 for adjacent windows, 1 for windows that overlap by a bar.</param>
    public PatternExtractor(int hopBars = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hopBars, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hopBars, 2);
        _hopBars = hopBars;
    }

    /// <summary>Adds a file's patterns to a list, in order of time, duplicates included.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <param name="patterns">The list to add to; unchanged when this throws.</param>
    /// <exception cref="MidiFormatException">Not a MIDI file, or too damaged to read.</exception>
    /// <exception cref="IOException">The file is missing, cannot be read or is larger than <see cref="MidiFile.MaxBytes"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Extract(string path, Kit kit, List<Pattern> patterns) =>
        Extract(BoundedFile.Read(path, MidiFile.MaxBytes, ref _buffer), path, kit, patterns);

    /// <summary>Adds the patterns of a file in memory to a list.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <param name="kit">How its notes are read.</param>
    /// <param name="patterns">The list to add to; unchanged when this throws.</param>
    /// <exception cref="MidiFormatException">Not a MIDI file, or too damaged to read.</exception>
    public void Extract(ReadOnlySpan<byte> bytes, string name, Kit kit, List<Pattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(patterns);
        int before = patterns.Count;
        try
        {
            Clear();
            ChunkReader chunks = new(bytes, name);
            while (chunks.MoveNext(out TrackReader track))
            {
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
                continue; // The last signature at a tick counts.
            }

            int first = next;
            StepGrid end = new(isLast ? 0 : _signatures[i + 1].Ticks, division.TicksPerQuarter);
            while (next < _onsets.Count && (isLast || end.IsBefore(_onsets[next].Ticks)))
            {
                next++;
            }

            if (part.IsFourFour)
            {
                CutPart(new StepGrid(part.Ticks, division.TicksPerQuarter), first, next, patterns);
            }
        }
    }

    private void CutPart(StepGrid grid, int first, int end, List<Pattern> patterns)
    {
        _bars.Clear();
        for (int i = first; i < end; i++)
        {
            long step = grid.StepOf(_onsets[i].Ticks);
            _bars.Hit(step / Pattern.StepsPerBar, (int)(step % Pattern.StepsPerBar), _onsets[i].Mask);
        }

        _bars.AddWindows(_hopBars, patterns);
    }

    private readonly record struct Onset(long Ticks, ushort Mask) : IComparable<Onset>
    {
        public int CompareTo(Onset other) => Ticks.CompareTo(other.Ticks);
    }

    private readonly record struct Signature(long Ticks, int Order, bool IsFourFour) : IComparable<Signature>
    {
        public int CompareTo(Signature other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Order.CompareTo(other.Order);
    }
}
