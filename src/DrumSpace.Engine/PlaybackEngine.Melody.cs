using DrumSpace.Engine.Sound;
using DrumSpace.Engine.Steps;
using DrumSpace.Music;
using DrumSpace.Music.Capture;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine;

/// <summary>
/// Plays the line that follows the beat, on a channel of its own and in step with the pattern: its length, start, rate and swing are the
/// line's too. One note sounds at a time.
/// <list type="bullet">
/// <item>A line takes over with its beat, or at the first step at which it is there; another line for the same beat takes over where beats
/// do. What sounds then ends by its own gate.</item>
/// <item>Ties lengthen a note, up to the end of the pattern's pass and of the host's loop. A tie whose note did not begin here, because the
/// song jumped or the line took over, is silent until the next note begins.</item>
/// </list>
/// </summary>
public sealed partial class PlaybackEngine
{
    // The notes of the line are the voice after the drums.
    private const int MelodyNotes = CaptureClip.MelodyPart;

    // A line does not say how sure it is of a note; between the drums' softest and surest hits.
    private const float MelodyCertainty = 0.5f;

    private readonly MelodyExchange _lines;
    private readonly MonoSynth _melody = new();
    private MelodyPhrase _line;
    private long _lineBeat;
    private bool _isLineWaiting;
    private bool _wasMelodyOn;
    private int _melodyChannel = 1;
    private double _melodyGate = 0.9;
    private float _melodyLevel = 0.5f;

    /// <summary>Whether the line is played. It is not unless set; when it is switched off, what sounds ends at once.</summary>
    public bool IsMelodyOn { get; set; }

    /// <summary>How the melody's own voice sounds.</summary>
    public MelodyRole MelodyRole { get; set; }

    /// <summary>The MIDI channel of the line, 1 to 16; 1 unless set. What sounds ends on the channel on which it began.</summary>
    public int MelodyChannel
    {
        get => _melodyChannel;
        set => _melodyChannel = Math.Clamp(value, 1, 16);
    }

    /// <summary>How long a note lasts, as a part of what the line gives it, ties included: 0.05 to 1; 0.9 unless set.</summary>
    public double MelodyGate
    {
        get => _melodyGate;
        set => _melodyGate = value is >= 0.05 and <= 1 ? value : value > 1 ? 1 : 0.05;
    }

    /// <summary>The level of the melody's own voice, 0 to 1 (linear gain); changes are smoothed. The notes are the same at any level.</summary>
    public float MelodyLevel
    {
        get => _melodyLevel;
        set => _melodyLevel = value is >= 0 and <= 1 ? value : value > 1 ? 1 : 0;
    }

    // Before a block plays. Lines that come while the melody is off are of no use when it is on again.
    private void FollowMelody()
    {
        _isLineWaiting = (_lines.TryTake() || _isLineWaiting) && IsMelodyOn;
        if (_wasMelodyOn && !IsMelodyOn)
        {
            _line = default;
            _lineBeat = 0;
            _notes.EndVoices(1 << MelodyNotes, 0);
            _melody.Release(0);
        }

        _wasMelodyOn = IsMelodyOn;
    }

    private void TakeLine(bool isTimely)
    {
        _isLineWaiting |= _lines.TryTake();
        long beat = _exchange.Reading.Serial;
        bool isOwed = _lineBeat < beat;
        if (IsMelodyOn && _isLineWaiting && (isTimely || isOwed) && _lines.Reading.BeatSerial <= beat)
        {
            _isLineWaiting = false;
            _line = _lines.Reading.Line;
            _lineBeat = _lines.Reading.BeatSerial;
        }
    }

    private void DecideNote(in DueStep due)
    {
        int step = _grid.StepOf(due.Step);
        if (!IsMelodyOn || due.IsPast || !_line[step].IsNote)
        {
            return;
        }

        long end = due.Step + 1;
        while (!_grid.IsBoundary(PatternSwitch.Pattern, end) && _line[_grid.StepOf(end)].IsTie)
        {
            end++;
        }

        double start = _clock.PpqOf(due.Step);
        double loopEnd = _transport.Loop.End;
        double until = start < loopEnd ? Math.Min(_clock.PpqOf(end), loopEnd) : _clock.PpqOf(end);
        int velocity = HitVelocity.Within(LowVelocity, HighVelocity, HitVelocity.Of(step, MelodyCertainty));
        if (!_pending.Add(new QueuedNote(due.Ppq, due.Ppq, MelodyNotes, velocity, _line[step].Note, MelodyGate * (until - start))))
        {
            _events.Drop();
        }
    }

    private void SoundNote(in QueuedNote note, int frame)
    {
        if (Bypassed || !IsMelodyOn)
        {
            return;
        }

        long length = Math.Max(1, (long)Math.Round(note.Quarters * _transport.FramesPerQuarter));
        _notes.EndVoices(1 << MelodyNotes, frame);
        _notes.Start(frame, MelodyChannel - 1, note.Note, note.Velocity, MelodyNotes, length);
        _melody.Start(frame, note.Note, note.Velocity, length, MelodyRole);
    }

    private void EndNotes(int frame)
    {
        _notes.EndVoices(~0, frame);
        _melody.Release(frame);
    }
}
