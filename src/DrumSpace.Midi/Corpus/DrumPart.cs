using System.Runtime.InteropServices;
using DrumSpace.Music;

namespace DrumSpace.Midi.Corpus;

/// <summary>
/// The drums of a file. They are the notes of channel 10. Sequencers export a clip of one instrument on any channel, though, mostly on the
/// first: where channel 10 has no note, the notes of the only other channel are the drums if they are played like drums. With
/// <see cref="Kit.DrumChannel"/> the notes of that channel are, and no others.
/// </summary>
/// <remarks>
/// Notes are played like drums if nine in ten mean a drum of the kit and half of them kick, snare, hi-hat or ride, and if in one of ten
/// steps with notes several sound together; or if they are at most four of these drums alone. Reused for many files; not thread-safe.
/// </remarks>
internal sealed class DrumPart
{
    private const int MaxSoloDrums = 4;
    private const int CoreVoices =
        1 << (int)Voice.BassDrum | 1 << (int)Voice.Snare | 1 << (int)Voice.ClosedHiHat | 1 << (int)Voice.OpenHiHat | 1 << (int)Voice.Ride;

    private readonly List<DrumOnset> _drums = [];
    private readonly List<DrumOnset> _others = [];
    private int? _only;
    private UInt128 _notes;
    private int _otherChannel;
    private bool _hasSeveral;
    private bool _hasProgram;

    /// <summary>The notes of the drums, in order of time; valid after <see cref="Resolve"/> until <see cref="Begin"/>.</summary>
    public ReadOnlySpan<DrumOnset> Onsets => CollectionsMarshal.AsSpan(_drums.Count > 0 ? _drums : _others);

    /// <summary>The channel of the drums, 0 to 15; -1 when there are none.</summary>
    public int Channel { get; private set; } = -1;

    /// <summary>Whether the drums are on another channel than those are expected on.</summary>
    public bool IsOnOtherChannel => Channel >= 0 && _drums.Count == 0;

    /// <summary>How the notes are read.</summary>
    public Kit Kit { get; private set; } = Kit.GeneralMidi;

    /// <summary>Why there are no drums, as the end of a sentence; null when there are.</summary>
    public string? Absence { get; private set; }

    /// <summary>The drums of a file that was read into events.</summary>
    public static DrumPart Of(MidiFile file, Kit kit)
    {
        DrumPart part = new();
        part.Begin(kit);
        foreach (TrackChunk track in file.Tracks)
        {
            foreach (ref readonly TrackEvent midiEvent in track.Events)
            {
                if (midiEvent.IsNoteOn)
                {
                    part.AddNote(midiEvent.Ticks, midiEvent.Channel, midiEvent.Data1);
                }
                else if ((midiEvent.Status & 0xF0) == 0xC0)
                {
                    part.AddProgram(midiEvent.Channel, midiEvent.Data1);
                }
            }
        }

        part.Resolve(kit, file.Division);
        return part;
    }

    /// <summary>Begins a file, and forgets the one before.</summary>
    /// <param name="kit">How its notes are read.</param>
    public void Begin(Kit kit)
    {
        _only = kit.DrumChannel - 1;
        _drums.Clear();
        _others.Clear();
        (_notes, _otherChannel, _hasSeveral, _hasProgram, Channel) = (0, 0, false, false, -1);
    }

    /// <summary>Adds a note-on.</summary>
    public void AddNote(long ticks, int channel, byte note)
    {
        if (channel == (_only ?? MidiChannel.Drums))
        {
            _drums.Add(new DrumOnset(ticks, note));
            _notes |= UInt128.One << note;
        }
        else if (_only is not null)
        {
            return;
        }
        else if (_others.Count > 0 && channel != _otherChannel)
        {
            _hasSeveral = true;
        }
        else if (_others.Count == 0 || (_drums.Count == 0 && !_hasSeveral))
        {
            // Most files are songs, and of those the other notes do not matter.
            _otherChannel = channel;
            _others.Add(new DrumOnset(ticks, note));
        }
    }

    /// <summary>Adds a program change; on another channel than 10 all programs but the first are melodic instruments.</summary>
    public void AddProgram(int channel, int program) => _hasProgram |= channel != MidiChannel.Drums && program > 0;

    /// <summary>Decides, when all of the file's notes were added, what its drums are.</summary>
    /// <param name="kit">How its notes are read.</param>
    /// <param name="division">The file's time division.</param>
    public void Resolve(Kit kit, TimeDivision division)
    {
        Kit = kit.For(_notes);
        Absence = null;
        if (_drums.Count > 0)
        {
            Channel = _only ?? MidiChannel.Drums;
            _drums.Sort();
            return;
        }

        Absence = _only is { } only ? $"it has no note on channel {only + 1}"
            : _others.Count == 0 ? "it has no notes"
            : _hasSeveral ? "it has no note on channel 10, but notes on several others"
            : _hasProgram || division.IsSmpte || !IsPlayedLikeDrums(kit, division)
                ? $"it has no note on channel 10, and those of channel {_otherChannel + 1} are not played like drums"
            : null;
        Channel = Absence is null ? _otherChannel : -1;
    }

    private bool IsPlayedLikeDrums(Kit kit, TimeDivision division)
    {
        foreach (DrumOnset onset in _others)
        {
            _notes |= UInt128.One << onset.Note;
        }

        Kit = kit.For(_notes);
        _others.Sort();
        StepGrid grid = new(0, division.TicksPerQuarter);
        (int drums, int core, int steps, int chords) = (0, 0, 0, 0);
        (long step, UInt128 together) = (-1, 0);
        foreach (DrumOnset onset in _others)
        {
            ushort mask = Kit.MaskOf(onset.Note);
            drums += mask == 0 ? 0 : 1;
            core += (mask & CoreVoices) == 0 ? 0 : 1;
            UInt128 note = UInt128.One << onset.Note;
            if (grid.StepOf(onset.Ticks) is var at && at != step)
            {
                (step, together) = (at, note);
                steps++;
            }
            else if (together != 0 && together != note)
            {
                chords++;
                together = 0; // Counted.
            }
        }

        bool isSolo = core == _others.Count && UInt128.PopCount(_notes) <= MaxSoloDrums;
        return isSolo || (drums * 10 >= _others.Count * 9 && core * 2 >= _others.Count && chords * 10 >= steps);
    }
}
