using DrumSpace.Engine;
using DrumSpace.Engine.Playing;
using DrumSpace.Engine.Slots;
using DrumSpace.Inference.Bundles;
using DrumSpace.Inference.Finding;
using DrumSpace.Inference.Service;
using DrumSpace.Midi.Clips;
using DrumSpace.Music;
using DrumSpace.Music.Capture;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Capture;
using DrumSpace.Plugin.Clips;
using DrumSpace.Plugin.Commands;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Input;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Playing;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin;

/// <summary>
/// One instance of the plugin, whatever the format: the one place where its parts are put together. A format's folder translates between it
/// and its hosts.
/// </summary>
/// <remarks>
/// Main thread, unless a member says otherwise. <see cref="Process"/> and <see cref="QueueMidi"/>: the audio thread; <see cref="Resume"/>,
/// <see cref="Suspend"/>, <see cref="Continue"/>, <see cref="Reset"/>, sample rate and block size: the audio thread, or any one thread
/// while the host does not process; <see cref="Parameters"/>: any thread.
/// </remarks>
public sealed class PluginCore : IDisposable
{
    // Seconds: no drum of the built-in kit sounds longer, and no release of the melody's synthesizer.
    private const double LongestTail = 3;

    private readonly StatusLine _status = new();
    private readonly InstanceModels _models;
    private readonly ModelService _service;
    private readonly PlaybackEngine _engine;
    private readonly EditHistory _history;
    private readonly TouchTracker _touches;
    private readonly MidiThru _thru;
    private readonly PatternPreview _preview;
    private readonly PatternSearch _search;
    private readonly FindPatternCommand _find;
    private readonly SetHitCommand _setHit;
    private readonly ClipWriter _clips;
    private readonly AudioProcessor _processor;
    private readonly PluginCommand[] _commands;
    private readonly BackgroundTask _background;
    private readonly ModelSection _modelSection;
    private readonly KitSection _kits;
    private readonly PresetActions _presets;
    private readonly PointText _point;
    private readonly LearnControllerCommand _learn;
    private readonly StateSections _sections;

    /// <summary>Makes an instance. Its model begins to load when the host is about to process.</summary>
    /// <param name="models">The models to choose from; without any that can be loaded, the default beat plays.</param>
    public PluginCore(ModelList models)
        : this(models, CaptureFolder.Shared)
    {
    }

    /// <summary>Makes an instance that writes captures to a folder.</summary>
    internal PluginCore(ModelList models, CaptureFolder captures)
    {
        Models = models;
        Programs = new ProgramBank(Parameters, PresetFolder.Programs);
        _models = new InstanceModels(models, _status);
        _service = ModelWorker.Shared.Attach(_models, failure => Errors.Count(Error.Decode, failure));
        _models.Loaded = _service.Notify;
        _preview = new PatternPreview(_models, Errors);
        InstancePatterns patterns = new(_service);
        _engine = new PlaybackEngine(patterns, DefaultPattern.Make());

        MidiMappings mappings = new();
        _kits = new KitSection(KitList.Shared, Parameters, _status.Notify);
        _modelSection = new ModelSection(models, Parameters, _status.Notify);
        _sections = new StateSections([_modelSection, mappings, new KitChannelsSection(_kits), _kits,
            new PathSection(() => _engine.Path, path => _engine.Path = path)]);

        _history = new EditHistory(Parameters, _engine);
        _touches = new TouchTracker(Parameters);
        _thru = new MidiThru(Parameters);
        HistoryCommand history = new(Parameters, _history);
        _learn = new LearnControllerCommand(Parameters, mappings, _touches);
        CaptureFileCommand capture = new(Parameters, _engine, captures, _status);
        RowPins pins = new(Parameters, _engine);
        _search = new PatternSearch(Parameters, _models, _status);
        _find = new FindPatternCommand(Parameters, _engine, _search, history, pins, _status);
        _setHit = new SetHitCommand(Parameters, _engine, history, pins);
        _commands = [new StoreSlotCommand(Parameters, _engine, history), _learn, history, _find, capture];
        _background = BackgroundThread.Commands.Attach(ServeCommands);
        history.Background = _find.Background = capture.Background = _background;

        MidiHandler handler = new(Parameters, _engine, Programs, mappings, _learn, _find, _kits);
        _processor = new AudioProcessor(
            Parameters, _engine, patterns, _modelSection, _kits, handler, _thru, _touches, history, _find, _commands, Errors);
        _clips = new ClipWriter(Parameters, _engine, _kits, captures.Clips, _status);
        _point = new PointText(Parameters, history, _models, _status);
        _presets = new PresetActions(Parameters, _engine, _modelSection, _find, _status);
    }

    /// <summary>The parameters' values. Any thread.</summary>
    public ParameterStore Parameters { get; } = new();

    /// <summary>The programs.</summary>
    public ProgramBank Programs { get; }

    /// <summary>The models to choose from.</summary>
    public ModelList Models { get; }

    /// <summary>What went wrong on the audio thread and waits to be logged. Any thread.</summary>
    public ErrorCounters Errors { get; } = new();

    /// <summary>What a musician should know of now; empty when all is well. Any thread.</summary>
    public string Status => _status.Text;

    /// <summary>How long the built-in instruments sound on after the last note, in frames.</summary>
    public int TailFrames => (int)(LongestTail * _processor.SampleRate);

    /// <summary>The model that plays, or will with its first pattern; null before the first is loaded. Any thread.</summary>
    public ModelEntry? Model => _models.Used;

    /// <summary>Why no model can be loaded; empty where one can, or none was needed yet. Any thread.</summary>
    public string ModelProblem => _models.Problem;

    /// <summary>The model that the song asks for and that is not there; null when nothing is missing.</summary>
    public string? MissingModel => _modelSection.Missing;

    /// <summary>What the four axes of the model that plays mean; null when it does not say. Any thread.</summary>
    public IReadOnlyList<AxisLabel>? AxisLabels => Model?.Manifest.Axes;

    /// <summary>
    /// The map of the model that plays; null where it has none that can be read, or no model is loaded yet. Made with the first call for a
    /// model. Any thread but the audio thread.
    /// </summary>
    public KnobMap? Map => Model?.Map;

    /// <summary>The points of the song's path; none where it has no path. Any thread.</summary>
    public IReadOnlyList<Knobs> Path => _engine.Path?.Points ?? [];

    /// <summary>The number of patterns decoded for this instance. Any thread.</summary>
    public long DecodeCount => _service.ReplyCount;

    /// <summary>The notes of the voices, and the voices that incoming notes mean. Any thread.</summary>
    public KitMap KitMap => _kits.Map;

    /// <summary>A copy of the slots and pins as they are now.</summary>
    public PatternSlots Slots
    {
        get
        {
            PatternSlots slots = new();
            _engine.SaveSlots(slots);
            return slots;
        }
    }

    /// <summary>A copy of the pattern that plays.</summary>
    public PlayablePattern Playing
    {
        get
        {
            PlayablePattern playing = new();
            _engine.ReadPlaying(playing);
            return playing;
        }
    }

    /// <summary>Copies the pattern that plays. Any thread but the audio thread; no allocation.</summary>
    /// <param name="into">Written over.</param>
    public void ReadPlaying(PlayablePattern into) => _engine.ReadPlaying(into);

    /// <summary>Copies the slots and pins as they are now. Any thread but the audio thread; no allocation.</summary>
    /// <param name="into">Written over.</param>
    public void ReadSlots(PatternSlots into) => _engine.SaveSlots(into);

    /// <summary>Where the song is, and what plays there. Any thread but the audio thread; does not allocate.</summary>
    public Playhead Playhead => _engine.Playhead;

    /// <inheritdoc cref="PlaybackEngine.CapturedBars"/>
    public int CapturedBars => _engine.CapturedBars;

    /// <summary>The index of the parameter touched last; -1 before any was. Any thread.</summary>
    public int Touched => _touches.Touched;

    /// <summary>
    /// Whether incoming messages pass to the output; a format may pass on at their frames what is no short message. Any thread.
    /// </summary>
    public bool IsPassing => _thru.IsOn;

    /// <summary>Whether the plugin is silent while it keeps following the song. Any thread.</summary>
    public bool IsBypassed
    {
        get => _engine.IsBypassed;
        set => _engine.IsBypassed = value;
    }

    /// <summary>Makes the bypass a part of the state, for a format whose hosts leave it to the plugin. Once, before a state is read.</summary>
    public void KeepBypass() => _sections.Add(new BypassSection(() => IsBypassed, isBypassed => IsBypassed = isBypassed));

    /// <summary>
    /// Called after a command, a preset or a found pattern moved parameters without the host: on the thread that moved them, which is never
    /// the audio thread.
    /// </summary>
    public Action? ParametersMoved { get; set; }

    /// <summary>How many changes can be undone. Any thread but the audio thread.</summary>
    public int UndoCount => _history.UndoCount;

    /// <summary>How many undone changes can be made again. Any thread but the audio thread.</summary>
    public int RedoCount => _history.RedoCount;

    /// <inheritdoc cref="AudioProcessor.SetSampleRate"/>
    public void SetSampleRate(double sampleRate)
    {
        _processor.SetSampleRate(sampleRate);

        // A host that announces a rate is about to process: the model begins to load.
        _models.BeginLoading(Parameters.Get(ParameterTable.Model));
    }

    /// <inheritdoc cref="AudioProcessor.SetBlockSize"/>
    public void SetBlockSize(long frames) => _processor.SetBlockSize(frames);

    /// <inheritdoc cref="AudioProcessor.Resume"/>
    public void Resume() => _processor.Resume();

    /// <inheritdoc cref="AudioProcessor.Continue"/>
    public void Continue() => _processor.Continue();

    /// <inheritdoc cref="AudioProcessor.Suspend"/>
    public void Suspend() => _processor.Suspend();

    /// <inheritdoc cref="AudioProcessor.Reset"/>
    public void Reset() => _processor.Reset();

    /// <inheritdoc cref="AudioProcessor.QueueMidi"/>
    public void QueueMidi(in MidiEvent midi) => _processor.QueueMidi(midi);

    /// <inheritdoc cref="AudioProcessor.QueueNoteOff"/>
    public void QueueNoteOff(int channel, int key, byte velocity) => _processor.QueueNoteOff(channel, key, velocity);

    /// <inheritdoc cref="AudioProcessor.Process"/>
    public void Process(in HostTime time, int frames, BlockOutput output, RenderSpeed speed, MidiSink midi) =>
        _processor.Process(time, frames, output, speed, midi);

    /// <inheritdoc cref="TouchTracker.SetByHost"/>
    public void SetByHost(int index, float normalized) => _touches.SetByHost(index, normalized);

    /// <inheritdoc cref="TouchTracker.SetByHand"/>
    public void SetByHand(int index, float normalized) => _touches.SetByHand(index, normalized);

    /// <inheritdoc cref="TouchTracker.Touch"/>
    public void Touch(int index) => _touches.Touch(index);

    /// <inheritdoc cref="LearnControllerCommand.Learn"/>
    public void LearnController(int parameter) => _learn.Learn(parameter);

    /// <inheritdoc cref="LearnControllerCommand.Target"/>
    public int Learning => _learn.Target;

    /// <inheritdoc cref="LearnControllerCommand.Stop"/>
    public void StopLearning() => _learn.Stop();

    /// <inheritdoc cref="LearnControllerCommand.Forget"/>
    public void ForgetControllers(int parameter) => _learn.Forget(parameter);

    /// <summary>Takes the last change back. Any thread but the audio thread.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo() => _history.Undo();

    /// <summary>Makes the change again that was undone last. Any thread but the audio thread.</summary>
    /// <returns>False when there is none, or something was changed since.</returns>
    public bool Redo() => _history.Redo();

    /// <inheritdoc cref="EditHistory.TryGetPoint"/>
    internal bool TryGetHistoryPoint(int offset, out Knobs knobs, PinnedRows pins) => _history.TryGetPoint(offset, out knobs, pins);

    /// <inheritdoc cref="PointText.Write"/>
    public string WritePoint() => _point.Write();

    /// <inheritdoc cref="PointText.Read"/>
    public bool ReadPoint(string line)
    {
        bool isRead = _point.Read(line);
        if (isRead)
        {
            ParametersMoved?.Invoke();
        }

        return isRead;
    }

    /// <summary>
    /// Gives the song another path, which plays by the parameters Path, Path Pos and Path Bars. It is in the state, and can be undone.
    /// Any thread but the audio thread.
    /// </summary>
    /// <param name="points">2 to 64 points, each knob 0 to 1; none for no path.</param>
    /// <exception cref="ArgumentException">Another number of points, or a knob outside of its range; the path stays.</exception>
    public void SetPath(IReadOnlyList<Knobs> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        KnobPath? path = points.Count == 0 ? null : new KnobPath(points);
        _history.Settle();
        _engine.Path = path;
        _history.Settle();
    }

    /// <summary>
    /// Sets or clears a hit of the pattern that plays: pins the voice to its row with that change, whatever slot or point plays. Any thread
    /// but the audio thread.
    /// </summary>
    /// <inheritdoc cref="SetHitCommand.Set"/>
    public bool SetHit(Voice voice, int step, bool isHit)
    {
        bool isSet = _setHit.Set(voice, step, isHit);
        if (isSet)
        {
            ParametersMoved?.Invoke();
        }

        return isSet;
    }

    /// <inheritdoc cref="FindPatternCommand.Find(in Pattern)"/>
    public FoundPattern? Find(in Pattern pattern) => Moved(_find.Find(pattern));

    /// <summary>Finds the pattern of a MIDI file: <see cref="ClipReader"/> tells which it is. Its notes are read by the kit map.</summary>
    /// <param name="path">The file. A bad one changes nothing, and <see cref="Status"/> tells what is wrong with it.</param>
    /// <returns>What was found, or null.</returns>
    public FoundPattern? FindClip(string path) => Moved(_find.FindClip(() => ClipReader.Read(path, Kit.Of(KitMap))));

    /// <summary>Finds the pattern of a MIDI file that lies in memory; its notes are read by the kit map.</summary>
    /// <param name="bytes">The file. A bad one changes nothing, and <see cref="Status"/> tells what is wrong with it.</param>
    /// <param name="name">What it is called there.</param>
    /// <returns>What was found, or null.</returns>
    public FoundPattern? FindClip(byte[] bytes, string name) => Moved(_find.FindClip(() => ClipReader.Read(bytes, name, Kit.Of(KitMap))));

    /// <summary>
    /// Finds the places of the model whose patterns are most like a given one, and moves nothing. The first call for a model decodes its
    /// map, in about half a second. Any thread but the audio thread.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="count">At most how many, at least 1.</param>
    /// <returns>The most similar first, all of different patterns; empty where they cannot be looked for, which the status tells.</returns>
    public IReadOnlyList<NearPattern> FindNearest(in Pattern pattern, int count)
    {
        Pattern wanted = pattern;
        return _search.Run(model => NearestPatterns.Of(model, wanted, count)) ?? [];
    }

    /// <summary>As <see cref="FindNearest"/>, of the pattern of a MIDI file; its notes are read by the kit map.</summary>
    /// <param name="path">The file. A bad one gives nothing, and <see cref="Status"/> tells what is wrong with it.</param>
    /// <param name="count">At most how many, at least 1.</param>
    public IReadOnlyList<NearPattern> FindNearestClip(string path, int count) =>
        _search.OfClip(() => ClipReader.Read(path, Kit.Of(KitMap)), pattern => FindNearest(pattern, count)) ?? [];

    /// <summary>
    /// Decodes the pattern of a place for a display: with the model that plays, without variation and pinned rows. Any thread but the audio
    /// thread.
    /// </summary>
    /// <inheritdoc cref="PatternPreview.TryDecode"/>
    public bool PatternAt(in Knobs knobs, DecodedPattern into) => _preview.TryDecode(knobs, into);

    /// <summary>The last bars that were played. Any thread but the audio thread; waits for nobody.</summary>
    /// <param name="bars">At most how many, at least 1; 64 are kept.</param>
    /// <returns>Null when nothing was played yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public CaptureClip? Capture(int bars) => _engine.Capture(bars);

    /// <summary>
    /// Writes what plays as a MIDI clip into a new file of the folder `Clips` of the captures' folder. Any thread but the audio thread.
    /// </summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="bars">At most how many bars of what was captured, at least 1; the others have two.</param>
    /// <param name="trackPerVoice">Whether each drum and the melody have tracks of their own.</param>
    /// <returns>The file's path; null where there is nothing to write or it cannot be written, and the status tells why.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bar.</exception>
    public string? WriteClip(ClipKind kind, int bars, bool trackPerVoice) => _clips.Write(kind, bars, trackPerVoice, _processor.SampleRate);

    /// <inheritdoc cref="PresetActions.Save"/>
    public string? SavePreset(PresetFolder folder, string name, string genre = "", string author = "") =>
        _presets.Save(folder, name, genre, author);

    /// <inheritdoc cref="PresetActions.Load"/>
    public bool LoadPreset(string file)
    {
        bool isLoaded = _presets.Load(file);
        if (isLoaded)
        {
            ParametersMoved?.Invoke();
        }

        return isLoaded;
    }

    /// <summary>The state as bytes: <see cref="StateChunk"/> tells the layout.</summary>
    /// <param name="programOnly">The current program alone.</param>
    public byte[] SaveState(bool programOnly)
    {
        PluginState state = Programs.Save(programOnly) with { Slots = Slots, Sections = _sections.Write() };
        return StateChunk.Write(state with { Patterns = SavedPatterns.Make(state, _service, Playhead.Tempo) });
    }

    /// <summary>Loads a state; one that cannot be taken whole changes nothing, and the status tells why.</summary>
    /// <param name="chunk">Bytes from anywhere.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TryLoadState(ReadOnlySpan<byte> chunk)
    {
        _status.Clear();
        _find.NotifyLoad();
        try
        {
            PluginState state = StateChunk.Read(chunk);
            Action take = _sections.Read(state.Sections);
            Programs.Restore(state);
            take();
            _service.UseKnown(SavedPatterns.Known(state, Parameters.Get(ParameterTable.Model)));
            _engine.LoadSlots(state.Slots, SavedPatterns.FirstOf(state));
            _history.TakeLoaded();
            return true;
        }
        catch (StateFormatException e)
        {
            _status.Notify($"{e.Message} The state stays as it was.");
            return false;
        }
    }

    /// <summary>Ends the instance.</summary>
    public void Dispose()
    {
        Suspend();
        _background.Dispose();
        _preview.Dispose();
        _models.Dispose();
        _service.Dispose();
        Errors.WriteOut(PluginLog.Write);
    }

    private FoundPattern? Moved(FoundPattern? found)
    {
        if (found != null)
        {
            ParametersMoved?.Invoke();
        }

        return found;
    }

    // Background thread, after a request.
    private void ServeCommands()
    {
        int version = Parameters.Version;
        foreach (PluginCommand command in _commands)
        {
            command.Serve();
        }

        if (Parameters.Version != version)
        {
            ParametersMoved?.Invoke();
        }
    }
}
