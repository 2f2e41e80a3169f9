using DrumSpace.Engine.Memory;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Sound;
using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;
using DrumSpace.Music.Melody;

namespace DrumSpace.Engine;

/// <summary>
/// Turns the host's time and the newest decoded beat into sample-accurate notes, and plays them on the built-in kit. Every step of the
/// song sounds once, at the frame nearest to its place or, with a groove, each of its hits at its own, and every note-on is followed by one
/// note-off: at the end of its gate, or earlier at a stop, a jump, a bypass, a mute, a suspension or a resumption.
/// </summary>
/// <remarks>
/// <see cref="Process"/>, <see cref="Suspend"/> and <see cref="Resume"/>: audio thread, or any one thread while the host does not process.
/// They do not allocate, lock, wait or throw. <see cref="Prepare"/> allocates and is for the time in between. The settings may be set from
/// any thread; they count from the next block at the latest.
/// </remarks>
public sealed partial class PlaybackEngine
{
    private const int FewestEvents = 256;

    private readonly PatternExchange _exchange;
    private readonly TransportFollower _transport = new();
    private readonly DrumKit _kit = new();
    private MidiEventBuffer _events = new(FewestEvents);
    private ActiveNotes _notes;
    private readonly HitRules _rules = new();
    private StepSequencer _clock = new();
    private PatternGrid _grid = new();
    private bool _mustEndNotes;

    /// <summary>Makes an engine, at 44 100 frames a second and without a sounding kit until <see cref="Prepare"/>.</summary>
    /// <param name="exchange">Where the decoded beats come from; the engine is its only reader.</param>
    /// <param name="requests">Where it asks for them; null when somebody else does, or nobody.</param>
    /// <param name="lines">Where the lines that follow them come from; the engine is its only reader. Null for none.</param>
    public PlaybackEngine(PatternExchange exchange, IBeatRequests? requests = null, MelodyExchange? lines = null)
    {
        _exchange = exchange;
        _lines = lines ?? new MelodyExchange();
        _requests = requests;
        _slots = new SlotPlayer(_memory.Owned);
        _notes = new ActiveNotes(_events);
    }

    /// <summary>The notes of the last processed block, or the note-offs of the last suspension, sorted by frame.</summary>
    public ReadOnlySpan<MidiEvent> Events => _events.Events;

    /// <summary>The most events that one block can bring; changes with <see cref="Prepare"/>.</summary>
    public int EventCapacity => _events.Capacity;

    /// <summary>Notes that found no room since the last <see cref="Prepare"/>; their note-offs never lack it.</summary>
    public long DroppedNotes => _events.Dropped;

    /// <summary>
    /// Makes ready for a sample rate: sizes the events for the longest block at the highest tempo and makes the kit's sounds, which
    /// engines of the same rate share. Forgets the position and any sounding note. Not while a block is processed.
    /// </summary>
    /// <param name="sampleRate">Frames a second, 1 000 to 400 000.</param>
    /// <param name="maxBlock">Frames of the longest block that the host announced; longer ones are played too.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside of that range, or a block below 1.</exception>
    public void Prepare(double sampleRate, int maxBlock)
    {
        if (sampleRate is not (>= 1_000 and <= 400_000))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "A sample rate is 1 000 to 400 000 frames a second.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(maxBlock, 1);
        double quarters = maxBlock / sampleRate * TransportFollower.MaxTempo / 60;

        // The steps of the block, and hits of one before and one after it.
        int steps = (int)Math.Min(quarters / StepSequencer.MinStepQuarters, 10_000) + 4;
        _events = new MidiEventBuffer(Math.Max(FewestEvents, steps * (Pattern.VoiceCount + 1) * 2));
        _notes = new ActiveNotes(_events);
        _transport.Prepare(sampleRate);
        _kit.Prepare(sampleRate);
        _melody.Prepare(sampleRate);
        _mustEndNotes = false;
    }

    /// <summary>Plays a block: afterwards <see cref="Events"/> are its notes and the spans its sound, overwritten.</summary>
    /// <param name="time">The host's time at the block's first frame; the default value when the host has none to give.</param>
    /// <param name="frames">Frames in the block; of none or less, nothing happens.</param>
    /// <param name="left">The left output; empty when the sound is not wanted.</param>
    /// <param name="right">The right output, as long as the left.</param>
    public void Process(in HostTime time, int frames, Span<float> left, Span<float> right)
    {
        _events.Clear();
        if (frames <= 0)
        {
            return;
        }

        _transport.Begin(time, frames);
        _grid.Follow(time, Rate);
        _heard.Begin(time, _transport.Tempo);
        FollowGroove();
        bool isSilent = Bypassed || !_transport.IsRolling;
        if (isSilent || _mustEndNotes)
        {
            EndNotes(0);
            _mustEndNotes = false;
        }

        FollowSlots(time, frames);

        // The very first beat waits for nothing: before it there is none to play on.
        bool isTimely = (isSilent || Quantization == PatternSwitch.Immediate) && !_isHeld;
        if (isTimely || _exchange.Reading.Serial == 0)
        {
            TakeBeat();
        }

        FollowLocks();
        FollowMelody();
        if (isTimely)
        {
            TakeLine(isTimely: true);
        }

        _notes.EndVoices(SilentVoices, 0);
        while (_transport.Next(out TransportSegment segment))
        {
            _heard.Enter(segment);
            Play(segment, frames - 1);
        }

        _notes.EndBlock(frames);
        _heard.End(_events, frames);
        _kit.Render(left, right, KitEnabled && !Bypassed ? KitLevel : 0);
        _melody.Render(left, right, Bypassed ? 0 : MelodyLevel);
    }

    /// <summary>
    /// Ends all that sounds, because the host stops processing: <see cref="Events"/> are then the note-offs, at frame 0, for the host
    /// that still takes them. Twice in a row is once.
    /// </summary>
    public void Suspend()
    {
        _events.Clear();
        _notes.EndVoices(~0, 0);
        _heard.Suspend(_events);
        _kit.Silence();
        _melody.Silence();
        _transport.Reset();
    }

    /// <summary>
    /// Begins anew, because the host is about to process, and asks for the beat of the song's start. Notes that still sound end at the first
    /// frame processed.
    /// </summary>
    public void Resume()
    {
        _events.Clear();
        JumpTo(0);
        Ask(_slots.PointAt(0), _slots.Playing);
        _mustEndNotes = true;
        _kit.Silence();
        _melody.Silence();
        _transport.Reset();
    }

    private void Play(in TransportSegment segment, int lastFrame)
    {
        Enter(segment);
        do
        {
            while (_clock.Next(segment, lastFrame, out DueStep due))
            {
                SoundTo(segment, due.Frame - 1, lastFrame);
                if (!due.IsPast)
                {
                    EnterStep(due.Step);
                }

                Decide(due);
                DecideNote(due);
            }
        }
        while (BeginsPass(segment, lastFrame));
        SoundTo(segment, Math.Min(segment.EndFrame, lastFrame), lastFrame, isEnd: true);
    }

    // The beat that takes over at a step also gives its early hits, if it is there when the step is decided.
    private void EnterStep(long songStep)
    {
        if (_grid.IsBoundary(PatternSwitch.Bar, songStep))
        {
            EnterBar(songStep);
        }

        bool isTimely = _grid.IsBoundary(Quantization, songStep) && !_isHeld;
        if (isTimely || _isOwed)
        {
            TakeBeat();
        }

        TakeLine(isTimely);
    }
}
