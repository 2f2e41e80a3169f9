using DrumSpace.Midi.Files;
using DrumSpace.Midi.Reading;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// Cuts the drums of MIDI files into patterns. The notes of the drums (<see cref="DrumPart"/>) are rounded to the 16th grid of their part of
/// the file: time signatures divide a file into parts (4/4 by default), and parts in other signatures are skipped. In each part, a window of
/// two bars begins at every bar or every other bar, up to the bar of the last onset; the last window may end in silence, and windows without
/// a hit are skipped.
/// </summary>
/// <remarks>
/// Works on the bytes, in buffers that grow to the largest file and are reused: after that, it does not allocate, unless it reads swing.
/// Time and memory grow with the number of events, never with the times in a file. Not thread-safe: one extractor per thread. Files with
/// SMPTE time have no bars, and so no windows; tracks of format 2 are cut like files of their own.
/// </remarks>
public sealed class PatternExtractor
{
    private const double FarOffGrid = 0.25;

    private readonly int _hopBars;
    private readonly bool _readsSwing;
    private readonly DrumPart _drums = new();
    private readonly List<Onset> _onsets = [];
    private readonly List<Signature> _signatures = [];
    private readonly List<(long Start, int First, int End)> _parts = [];
    private readonly BarGrid _bars = new();
    private byte[] _buffer = [];
    private ReadingTally _tally;

    /// <summary>Makes an extractor.</summary>
    /// <param name="hopBars">Bars from one window to the next: 2 for adjacent windows, 1 for windows that overlap by a bar.</param>
    /// <param name="readsSwing">Whether files with a clear swing are rounded to the swung grid instead of the straight one.</param>
    public PatternExtractor(int hopBars = 2, bool readsSwing = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hopBars, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hopBars, 2);
        _hopBars = hopBars;
        _readsSwing = readsSwing;
    }

    /// <summary>What became of the last file's drum notes.</summary>
    public ReadingTally Tally => _tally;

    /// <summary>The swing of the last file, 0.5 (straight) to 0.75; of a file of format 2, of its last track.</summary>
    public double Swing { get; private set; } = SwingFinder.Straight;

    /// <summary>Why the last file gave no pattern, as the end of a sentence; null if it has hits.</summary>
    public string? Absence { get; private set; }

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
        (_tally, Absence, Swing) = (default, null, SwingFinder.Straight);
        try
        {
            Begin(kit);
            ChunkReader chunks = new(bytes, name);
            while (chunks.MoveNext(out TrackReader track))
            {
                Collect(ref track);
                chunks.Leave(track);
                if (chunks.Format == MidiFileFormat.MultiSequence)
                {
                    Cut(chunks.Division, kit, patterns);
                    Begin(kit);
                }
            }

            if (chunks.Format != MidiFileFormat.MultiSequence)
            {
                Cut(chunks.Division, kit, patterns);
            }
        }
        catch
        {
            patterns.RemoveRange(before, patterns.Count - before);
            throw;
        }

        Absence = _tally.Hits > 0 ? null : Absence ?? AbsenceOf(_tally, kit);
        bool hasDrums = _tally.Hits + _tally.WithoutDrum + _tally.OtherMeter > 0;
        _tally = _tally with { FilesOnOtherChannel = Math.Min(1, _tally.FilesOnOtherChannel), FilesWithoutDrums = hasDrums ? 0 : 1 };
    }

    private static string? AbsenceOf(ReadingTally tally, Kit kit) =>
        tally.OtherMeter > 0 ? "its drums are in other meters than 4/4"
        : tally.WithoutDrum > 0 ? $"none of its {tally.WithoutDrum} drum notes means a drum of {kit.Name}"
        : null;

    private void Begin(Kit kit)
    {
        _drums.Begin(kit);
        _onsets.Clear();
        _signatures.Clear();
        _parts.Clear();
    }

    private void Collect(ref TrackReader track)
    {
        while (track.MoveNext())
        {
            switch (track.Status)
            {
                case >= 0x90 and <= 0x9F when track.Data2 != 0:
                    _drums.AddNote(track.Ticks, track.Status & 0x0F, track.Data1);
                    break;
                case >= 0xC0 and <= 0xCF:
                    _drums.AddProgram(track.Status & 0x0F, track.Data1);
                    break;
                case 0xFF when track.Data1 == (byte)MetaType.TimeSignature && track.Payload.Length >= 2:
                    bool isFourFour = track.Payload[0] == 4 && track.Payload[1] == 2;
                    _signatures.Add(new Signature(track.Ticks, _signatures.Count + 1, isFourFour));
                    break;
            }
        }
    }

    private void Cut(TimeDivision division, Kit kit, List<Pattern> patterns)
    {
        _drums.Resolve(kit, division);
        Absence = _drums.Absence ?? (division.IsSmpte ? "its time is SMPTE's, which has no bars" : null);
        if (_drums.Channel < 0)
        {
            return;
        }

        foreach (DrumOnset onset in _drums.Onsets)
        {
            if (_drums.Kit.MaskOf(onset.Note) is var mask and not 0)
            {
                _onsets.Add(new Onset(onset.Ticks, mask));
            }
        }

        _tally += new ReadingTally
        {
            WithoutDrum = _drums.Onsets.Length - _onsets.Count,
            FilesOnOtherChannel = _drums.IsOnOtherChannel ? 1 : 0,
        };
        if (!division.IsSmpte)
        {
            FindParts(division);
        }

        Swing = _readsSwing ? FindSwing(division) : SwingFinder.Straight;
        int inParts = 0;
        foreach ((long start, int first, int end) in _parts)
        {
            CutPart(new StepGrid(start, division.TicksPerQuarter, Swing), first, end, patterns);
            inParts += end - first;
        }

        _tally += new ReadingTally { Hits = inParts, OtherMeter = _onsets.Count - inParts };
    }

    private void FindParts(TimeDivision division)
    {
        _signatures.Add(new Signature(0, 0, IsFourFour: true));
        _signatures.Sort();
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
                _parts.Add((part.Ticks, first, next));
            }
        }
    }

    private double FindSwing(TimeDivision division) => SwingFinder.Find(
    [
        .. _parts.SelectMany(part => _onsets[part.First..part.End]
            .Select(onset => new StepGrid(part.Start, division.TicksPerQuarter).PlaceInPair(onset.Ticks))),
    ]);

    private void CutPart(StepGrid grid, int first, int end, List<Pattern> patterns)
    {
        _bars.Clear();
        int offGrid = 0;
        for (int i = first; i < end; i++)
        {
            // A swung grid may round an early note to before the part.
            long step = Math.Max(0, grid.StepOf(_onsets[i].Ticks));
            _bars.Hit(step / Pattern.StepsPerBar, (int)(step % Pattern.StepsPerBar), _onsets[i].Mask);
            offGrid += Math.Abs(grid.OffsetOf(_onsets[i].Ticks)) > FarOffGrid ? 1 : 0;
        }

        _tally += new ReadingTally { OffGrid = offGrid };
        _bars.AddWindows(_hopBars, patterns);
    }

    private readonly record struct Onset(long Ticks, ushort Mask);

    private readonly record struct Signature(long Ticks, int Order, bool IsFourFour) : IComparable<Signature>
    {
        public int CompareTo(Signature other) => Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks) : Order.CompareTo(other.Order);
    }
}
