using DrumSpace.Engine.Capture;
using DrumSpace.Engine.Listening;
using DrumSpace.Engine.Notes;
using DrumSpace.Engine.Patterns;
using DrumSpace.Engine.Playing;
using DrumSpace.Engine.Slots;
using DrumSpace.Engine.Steps;
using DrumSpace.Engine.Transport;
using DrumSpace.Music;
using DrumSpace.Music.Capture;

namespace DrumSpace.Engine;

/// <summary>
/// Turns the host's time and the newest pattern into sample-accurate notes, and plays them on the built-in instruments. Every step of the
/// song sounds once, at the frame nearest to its place or, with a groove, each of its hits at its own time; every note-on is followed by
/// one note-off: at the end of its gate, or earlier at a stop, a jump, a bypass, a mute, a suspension or a resumption.
/// <para>
/// With <see cref="EngineSettings.GrooveTiming"/> hits leave the grid, early ones too, and nothing is delayed for it: a step is decided
/// (its pattern taken, its slot entered, its hits chosen) when its earliest hit could sound, at most half a step before its place, and each
/// hit then waits for its own time. What is decided stays: a pattern, slot or setting that comes later counts from the next step; only what
/// silences counts at once. In the host's loop a step belongs to a pass by its place on the grid, and its hits run on in time: an early
/// hit of the loop's first step sounds at the end of the pass before. Where the song starts or jumps, an early hit whose time is past
/// sounds at once, and of the steps before, hits that are late enough still sound.
/// </para>
/// </summary>
/// <remarks>
/// <see cref="Process"/>, <see cref="Apply"/>, <see cref="AdoptLoaded"/>, <see cref="StoreSlot"/>, <see cref="Silence"/>,
/// <see cref="Suspend"/> and <see cref="Resume"/>: the audio thread, or any one thread while the host does not process; they do not
/// allocate, lock, wait or throw.
/// <see cref="Prepare"/> allocates and is for the time in between. What any thread may call says so.
/// </remarks>
public sealed class PlaybackEngine
{
    /// <summary>The lowest sample rate, in frames a second.</summary>
    public const double MinSampleRate = 1_000;

    /// <summary>The highest sample rate, in frames a second, that hosts and validators use.</summary>
    public const double MaxSampleRate = 768_000;

    private const int MaxCapturedBars = 64;

    private readonly TransportFollower _transport = new();
    private readonly SlotMemory _memory = new();
    private readonly PatternQueue _patterns;
    private readonly PatternRequester _requester;
    private readonly SlotSequencer _slots;
    private readonly NoteScheduler _notes = new();
    private readonly MelodyPlayer _melody = new();
    private readonly PatternSwitcher _switcher;
    private readonly SegmentPlayer _player;
    private readonly CaptureTimeline _capture = new();
    private readonly PlayheadPublisher _playhead = new();
    private EngineSettings _settings = new();
    private SongBars _bars = new();
    private PlayablePattern? _loaded;
    private PlayablePattern? _first;
    private bool _isNewSettings = true;

    // A tap may be over before the block in which it came.
    private bool _isFillWanted;
    private bool _mustEndNotes;

    /// <summary>Makes an engine, at 44 100 frames a second and without a sounding kit until <see cref="Prepare"/>.</summary>
    /// <param name="source">Where its patterns come from.</param>
    /// <param name="first">What plays before the first of them, of request 0; nothing by default. The engine owns it.</param>
    public PlaybackEngine(PatternSource source, PlayablePattern? first = null)
    {
        Source = source;
        _patterns = new PatternQueue(source.Replies, first ?? new PlayablePattern());
        _requester = new PatternRequester(source, _memory);
        _slots = new SlotSequencer(_transport, _memory, _requester, _patterns);
        _switcher = new PatternSwitcher(_patterns, _requester, _slots, _melody);
        _player = new SegmentPlayer(_transport, _slots, _patterns, _switcher, _melody, _notes);
    }

    /// <summary>Where its patterns come from.</summary>
    public PatternSource Source { get; }

    /// <summary>The notes of the last processed block, or the note-offs of the last suspension, sorted by frame.</summary>
    public ReadOnlySpan<MidiEvent> Events => _notes.Events.Events;

    /// <summary>The most events that one block can bring; changes with <see cref="Prepare"/>.</summary>
    public int EventCapacity => _notes.Events.Capacity;

    /// <summary>Notes that found no room since the last <see cref="Prepare"/>; their note-offs never lack it.</summary>
    public long DroppedNotes => _notes.Events.Dropped;

    /// <summary>Whether the engine is silent while it keeps following the song. Any thread.</summary>
    public bool IsBypassed { get; set; }

    /// <summary>The slot that plays, 1 to 8; 0 for the knobs. Any thread.</summary>
    public int PlayingSlot => _slots.Playing;

    /// <summary>Where the song is. Any thread but the audio thread; does not allocate.</summary>
    public Playhead Playhead => _playhead.Read();

    /// <summary>The song's path, which plays by <see cref="EngineSettings.Path"/>; null for none. Any thread.</summary>
    public KnobPath? Path
    {
        get => _slots.Path;
        set => _slots.Path = value;
    }

    /// <summary>How many bars <see cref="Capture"/> has to give, the one that runs among them: 0 to 64. Any thread.</summary>
    public int CapturedBars => Math.Min(_capture.BarCount, MaxCapturedBars);

    /// <summary>Where the last block lies on the capture timeline.</summary>
    public CaptureTime CaptureTime => _capture.Time;

    /// <summary>The tempo of the last block, or the last that was known, in quarters a minute.</summary>
    public double Tempo => _transport.Tempo;

    /// <summary>
    /// Makes ready for a sample rate: sizes the events for the longest block at the highest tempo and makes the kit's sounds, which
    /// engines of the same rate share. Forgets the position and any sounding note. Not while a block is processed.
    /// </summary>
    /// <param name="sampleRate">Frames a second, 1 000 to 768 000.</param>
    /// <param name="maxBlock">Frames of the longest block that the host announced; longer ones are played too.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside of that range, or a block below 1.</exception>
    public void Prepare(double sampleRate, int maxBlock)
    {
        if (sampleRate is not (>= MinSampleRate and <= MaxSampleRate))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "A sample rate is 1 000 to 768 000 frames a second.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(maxBlock, 1);
        double quarters = maxBlock / sampleRate * TransportFollower.MaxTempo / 60;

        // The steps of the block, and hits of one before and one after it.
        _notes.Prepare(sampleRate, (int)Math.Min(quarters / StepSequencer.MinStepQuarters, 10_000) + 4);
        _transport.Prepare(sampleRate);
        _mustEndNotes = false;
    }

    /// <summary>Takes other settings; they count from the next block.</summary>
    public void Apply(in EngineSettings settings)
    {
        _settings = settings;
        _isNewSettings = true;
        _isFillWanted |= settings.FillNow;
        _slots.Apply(settings);
    }

    /// <summary>Stores what plays, the point, the pins and the seed, with the next block.</summary>
    /// <param name="slot">1 to 8; others store nothing.</param>
    public void StoreSlot(int slot) => _slots.Store(slot);

    /// <summary>
    /// Takes over slots that were loaded, and requests the pattern anew with the next block. Call it before the settings of the same state
    /// are applied: pins stay that are there with their switches or before them.
    /// </summary>
    public void AdoptLoaded()
    {
        if (_memory.TakeLoaded())
        {
            _requester.Forget();
            _first = Volatile.Read(ref _loaded);
        }
    }

    /// <summary>Copies the slots and pins. Any thread but the audio thread, one at a time.</summary>
    public void SaveSlots(PatternSlots into) => _memory.Save(into);

    /// <summary>
    /// Loads slots and pins, once the settings of the same state are set. Any thread but the audio thread, one at a time.
    /// </summary>
    /// <param name="slots">They must not be changed any more.</param>
    /// <param name="first">
    /// What plays at once, until the pattern of the settings is there; null leaves what plays. It must not be changed any more.
    /// </param>
    public void LoadSlots(PatternSlots slots, PlayablePattern? first = null)
    {
        Volatile.Write(ref _loaded, first);
        _memory.Load(slots);
    }

    /// <summary>
    /// Pins voices to rows, and leaves everything else as it is. The switches of the voices must be set before. Any thread but the audio
    /// thread.
    /// </summary>
    /// <param name="pins">They must not be changed any more.</param>
    public void LoadPins(PinnedRows pins) => _memory.LoadPins(pins);

    /// <summary>Copies the pattern that plays. Any thread but the audio thread.</summary>
    /// <param name="into">Written over.</param>
    public void ReadPlaying(PlayablePattern into) => _patterns.Read(into);

    /// <summary>
    /// The last bars that were played, as the song runs now or ran last: <see cref="CaptureTimeline"/> lays what is played one after
    /// another. Any thread but the audio thread; waits for nobody.
    /// </summary>
    /// <param name="bars">At most how many, at least 1.</param>
    /// <returns>Null when nothing was played yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public CaptureClip? Capture(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);

        return _capture.LastBars(bars);
    }

    /// <summary>Plays a block: afterwards <see cref="Events"/> are its notes and the spans its sound, overwritten.</summary>
    /// <param name="time">The host's time at the block's first frame; the default value when the host has none to give.</param>
    /// <param name="frames">Frames in the block; of none or less, nothing happens.</param>
    /// <param name="left">The left output; empty when the sound is not wanted.</param>
    /// <param name="right">The right output, as long as the left.</param>
    public void Process(in HostTime time, int frames, Span<float> left, Span<float> right)
    {
        _notes.Events.Clear();
        if (frames <= 0)
        {
            return;
        }

        bool isBypassed = IsBypassed;
        _transport.Begin(time, frames);
        if (_bars.Follow(time, isElsewhere: !_transport.IsRolling || _transport.BeginsWithJump) || _isNewSettings)
        {
            // Rare, and dear for a block in which nothing happens.
            _player.Follow(_bars, _settings, _isFillWanted);
            _playhead.Follow(_player.PatternGrid, _bars.Meter, _settings.Swing);
            _isNewSettings = _isFillWanted = false;
        }

        _capture.Begin(_bars.Meter, _transport.Tempo);
        _player.Begin();
        bool isSilent = isBypassed || !_transport.IsRolling;
        EndSilentNotes(isSilent);
        FollowPatterns(time, frames, isSilent);
        _playhead.Publish(_transport, time, _slots.Playing, _slots.PlayingPoint);
        BlockContext block = ContextOf(frames, isBypassed);
        while (_transport.Next(out TransportSegment segment))
        {
            _capture.Enter(segment);
            _player.Play(segment, block);
        }

        _notes.EndBlock(frames);
        _capture.End(_notes.Events, frames);
        _notes.Render(left, right, isBypassed ? 0 : _settings.KitLevel, isBypassed ? 0 : _settings.MelodyLevel);
    }

    /// <summary>
    /// Ends all that sounds, because the host stops processing: <see cref="Events"/> are then the note-offs, at frame 0, for the host
    /// that still takes them. Twice in a row is once.
    /// </summary>
    public void Suspend()
    {
        _notes.Events.Clear();
        _notes.End(~0, 0);
        _capture.Suspend(_notes.Events);
        _notes.Silence();
        _transport.Reset();
    }

    /// <summary>
    /// Ends all notes at the first frame of the next block, and silences the built-in instruments at once. The song goes on.
    /// </summary>
    public void Silence()
    {
        _mustEndNotes = true;
        _notes.Silence();
    }

    /// <summary>
    /// Begins anew, because the host is about to process, and requests the pattern of the song's start. Notes that still sound end at the
    /// first frame processed.
    /// </summary>
    public void Resume()
    {
        _notes.Events.Clear();
        _slots.Prepare(_player.Grid, _settings);
        _mustEndNotes = true;
        _notes.Silence();
        _transport.Reset();
    }

    private BlockContext ContextOf(int frames, bool isBypassed)
    {
        int silentParts = _settings.SilentVoices | (_settings.Melody.IsEnabled ? 0 : 1 << NoteScheduler.MelodyPart);
        return new BlockContext(
            frames - 1, _transport.FramesPerQuarter, _settings.Gate / _player.Grid.StepsPerQuarter, isBypassed, silentParts,
            _settings.Channel, _settings.KitMap, _settings.MelodyChannel, _settings.Melody.Role);
    }

    private void EndSilentNotes(bool isSilent)
    {
        if (isSilent || _mustEndNotes)
        {
            _notes.End(~0, 0);
            _mustEndNotes = false;
        }

        if (_melody.SwitchesOff(isOn: _settings.Melody.IsEnabled))
        {
            _notes.End(1 << NoteScheduler.MelodyPart, 0);
        }

        _notes.End(_settings.SilentVoices, 0);
    }

    private void FollowPatterns(in HostTime time, int frames, bool isSilent)
    {
        if (_first is { } first)
        {
            _switcher.Play(first);
            _first = null;
        }

        _slots.Follow(time, frames, _player.Grid, _player.Steps, _settings);
        _patterns.Poll();
        if (_patterns.Next.RequestId < _requester.LastId || !_patterns.Next.IsWhole)
        {
            Source.Serve(isNew: false);
            _patterns.Poll();
        }

        // The very first reply waits for nothing: what played before it was not of these settings.
        if (isSilent || _settings.Switch == PatternSwitch.Immediate || _patterns.Playing.RequestId == 0)
        {
            _switcher.Switch(isBoundary: true);
        }

        _slots.FollowPins(_settings);
    }
}
