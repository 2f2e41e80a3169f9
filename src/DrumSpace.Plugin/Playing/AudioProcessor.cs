using DrumSpace.Engine;
using DrumSpace.Plugin.Commands;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin.Playing;

/// <summary>
/// Plays blocks: takes settings and commands from the parameters, cuts each block at the messages that came for it, so that each counts
/// from its own frame on, and gives notes and sound to the format.
/// </summary>
/// <remarks>
/// <see cref="Process"/> and <see cref="QueueMidi"/>: the audio thread; no allocation, no lock, no wait, nothing thrown. The rest: the
/// audio thread, or any one thread while the host does not process.
/// </remarks>
internal sealed class AudioProcessor
{
    private const double DefaultSampleRate = 44_100;
    private const int DefaultBlock = 1024;

    private readonly ParameterStore _parameters;
    private readonly PlaybackEngine _engine;
    private readonly InstancePatterns _patterns;
    private readonly ModelSection _models;
    private readonly KitSection _kits;
    private readonly MidiHandler _handler;
    private readonly MidiThru _thru;
    private readonly TouchTracker _touches;
    private readonly HistoryCommand _history;
    private readonly FindPatternCommand _find;
    private readonly PluginCommand[] _commands;
    private readonly ErrorCounters _errors;
    private readonly MidiInput _input = new();

    // A note of every voice, twice over: more cannot sound when the host suspends.
    private readonly MidiEvent[] _pendingOffs = new MidiEvent[64];
    private int _pendingOffCount;
    private float[] _scratchLeft = new float[DefaultBlock];
    private float[] _scratchRight = new float[DefaultBlock];
    private double _sampleRate = DefaultSampleRate;
    private bool _isPrepared;
    private int _appliedVersion = -1;
    private long _droppedNotes;

    /// <summary>Makes a processor for 44 100 frames a second: some hosts never announce what they do.</summary>
    public AudioProcessor(
        ParameterStore parameters, PlaybackEngine engine, InstancePatterns patterns, ModelSection models, KitSection kits,
        MidiHandler handler, MidiThru thru, TouchTracker touches, HistoryCommand history, FindPatternCommand find, PluginCommand[] commands,
        ErrorCounters errors)
    {
        _parameters = parameters;
        _engine = engine;
        _patterns = patterns;
        _models = models;
        _kits = kits;
        _handler = handler;
        _thru = thru;
        _touches = touches;
        _history = history;
        _find = find;
        _commands = commands;
        _errors = errors;
    }

    /// <summary>Frames a second.</summary>
    public double SampleRate => _sampleRate;

    /// <summary>Announces the sample rate.</summary>
    /// <param name="sampleRate">Frames a second; beyond what <see cref="PlaybackEngine.Prepare"/> takes, its limit is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, or not finite; the old one stays.</exception>
    public void SetSampleRate(double sampleRate)
    {
        if (!(sampleRate > 0 && double.IsFinite(sampleRate)))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "A sample rate is above 0.");
        }

        double held = Math.Clamp(sampleRate, PlaybackEngine.MinSampleRate, PlaybackEngine.MaxSampleRate);
        Prepare(held);
        _sampleRate = held;
    }

    /// <summary>Announces the longest block. Longer ones are processed all the same, in slices.</summary>
    /// <param name="frames">1 to 1 048 576.</param>
    /// <exception cref="ArgumentOutOfRangeException">Other lengths; the old one stays.</exception>
    public void SetBlockSize(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, 1 << 20);
        _scratchLeft = new float[frames];
        _scratchRight = new float[frames];

        // Before the first sample rate is known, the kit's sounds would be made for nothing.
        if (_isPrepared)
        {
            Prepare(_sampleRate);
        }
    }

    /// <summary>
    /// Begins to process, with the pattern at the knobs ready for the first step where its model is loaded; it loads in the background
    /// where it is not. Twice in a row is once.
    /// </summary>
    public void Resume()
    {
        if (!_isPrepared)
        {
            Prepare(_sampleRate);
        }

        _patterns.Speed = RenderSpeed.RealTime;
        Apply();
        _engine.Resume();
        _patterns.Await();
        _touches.IsProcessing = true;
    }

    /// <summary>Processing starts again after <see cref="Suspend"/>, without a <see cref="Resume"/>.</summary>
    public void Continue() => _touches.IsProcessing = true;

    /// <summary>As <see cref="Reset"/>, because the host stops processing.</summary>
    public void Suspend()
    {
        _touches.IsProcessing = false;
        Reset();
    }

    /// <summary>
    /// Ends what sounds and forgets the song position. The note-offs leave with the next block, since hosts lose what is sent outside of
    /// one.
    /// </summary>
    public void Reset()
    {
        _engine.Suspend();
        foreach (MidiEvent off in _engine.Events)
        {
            if (_pendingOffCount < _pendingOffs.Length)
            {
                _pendingOffs[_pendingOffCount++] = off with { Frame = 0 };
            }
        }

        _input.Clear();
        _handler.Release();
        _thru.ReleaseLater();
    }

    /// <summary>Takes a message of the coming block. System messages are ignored.</summary>
    /// <param name="midi">The message; a frame outside of the block counts as its first or last.</param>
    public void QueueMidi(in MidiEvent midi)
    {
        if (midi.Status is >= MidiStatus.NoteOff and < MidiStatus.System)
        {
            Add(midi with { Data1 = (byte)(midi.Data1 & 0x7F), Data2 = (byte)(midi.Data2 & 0x7F) });
        }
    }

    /// <summary>Queues the end of passed notes at the coming block's first frame.</summary>
    /// <param name="channel">0 to 15; -1 for all.</param>
    /// <param name="key">0 to 127; -1 for all.</param>
    /// <param name="velocity">0 to 127; of a single key.</param>
    public void QueueNoteOff(int channel, int key, byte velocity)
    {
        for (int each = Math.Max(channel, 0); each <= (channel < 0 ? 15 : channel); each++)
        {
            Add(new MidiEvent(0, (byte)(MidiStatus.NoteOff | each), key < 0 ? ThruNotes.AllKeys : (byte)key, velocity));
        }
    }

    /// <summary>Plays a block of any length.</summary>
    /// <param name="time">The host's time at its first frame.</param>
    /// <param name="frames">Its length.</param>
    /// <param name="output">Where the sound goes.</param>
    /// <param name="speed">How fast the host processes.</param>
    /// <param name="midi">Where the notes go.</param>
    public void Process(in HostTime time, int frames, BlockOutput output, RenderSpeed speed, MidiSink midi)
    {
        _patterns.Speed = speed;
        Apply();
        _history.Advance(frames / _sampleRate);
        for (int number = 0; number < _pendingOffCount; number++)
        {
            midi.Add(_pendingOffs[number]);
        }

        _pendingOffCount = 0;
        _thru.Follow(0, time.IsPlaying, midi);
        HostTime now = time;
        int start = 0;
        for (int number = 0; number < _input.Count; number++)
        {
            MidiEvent message = _input[number];
            if (IsRelevant(message))
            {
                int frame = Math.Clamp(message.Frame, start, Math.Max(frames - 1, start));
                Play(ref now, ref start, frame, output, midi);
                Handle(message with { Frame = frame }, midi);
                _thru.Follow(frame, time.IsPlaying, midi);
            }
        }

        Play(ref now, ref start, frames, output, midi);
        if (_input.HasLostRelease)
        {
            _handler.Release();
            _thru.ReleaseLater();
            _thru.Follow(Math.Max(frames - 1, 0), time.IsPlaying, midi);
        }

        _input.Clear();
        CountDroppedNotes();
    }

    private void CountDroppedNotes()
    {
        long dropped = _engine.DroppedNotes;
        if (dropped > _droppedNotes)
        {
            _errors.Count(Error.DroppedNotes, times: (int)(dropped - _droppedNotes));
        }

        _droppedNotes = dropped;
    }

    private void Add(in MidiEvent midi)
    {
        if (!_input.Add(midi))
        {
            _errors.Count(Error.InputOverflow);
        }
    }

    // Whether the block has to be cut at a message: whether anything is different after it.
    private bool IsRelevant(in MidiEvent midi) =>
        MidiStatus.Of(midi.Status) is MidiStatus.Controller or MidiStatus.Program or MidiStatus.NoteOn
        || _handler.IsRelease(midi) || _thru.IsRelevant(midi);

    private void Handle(in MidiEvent midi, MidiSink output)
    {
        if (!_handler.Handle(midi))
        {
            _thru.Pass(midi, output);
        }

        Apply();
    }

    // Parameters rarely move, and there are many: blocks between moves cost one comparison.
    private void Apply()
    {
        _engine.AdoptLoaded();
        int version = _parameters.Version;
        if (version == _appliedVersion)
        {
            return;
        }

        _appliedVersion = version;
        EngineSettings settings = SettingsReader.Read(_parameters.Current, _kits.Map);
        _models.Follow(settings.Model);
        _engine.Apply(settings);
        foreach (PluginCommand command in _commands)
        {
            command.Apply();
        }
    }

    private void Play(ref HostTime time, ref int start, int end, BlockOutput output, MidiSink midi)
    {
        while (start < end)
        {
            int length = Math.Min(end - start, _scratchLeft.Length);
            PlaySlice(time, length, output.Slice(start, length));
            double seconds = length / _sampleRate;
            _find.Listen(seconds * _engine.Tempo / 60);
            foreach (MidiEvent played in _engine.Events)
            {
                midi.Add(played with { Frame = played.Frame + start });
            }

            start += length;
            time.MoveOn();
            _touches.Advance(seconds);
        }
    }

    private void PlaySlice(in HostTime time, int length, BlockOutput output)
    {
        if (!output.IsWanted || !output.Accumulate)
        {
            _engine.Process(time, length, output.Left, output.Right);
            return;
        }

        Span<float> addedLeft = _scratchLeft.AsSpan(0, length), addedRight = _scratchRight.AsSpan(0, length);
        _engine.Process(time, length, addedLeft, addedRight);
        for (int frame = 0; frame < length; frame++)
        {
            output.Left[frame] += addedLeft[frame];
            output.Right[frame] += addedRight[frame];
        }
    }

    private void Prepare(double sampleRate)
    {
        // Preparing forgets the notes that sound, so they are ended first.
        Suspend();
        _engine.Prepare(sampleRate, _scratchLeft.Length);
        _isPrepared = true;
    }
}
