using DrumSpace.Engine;
using DrumSpace.Engine.Memory;
using DrumSpace.Music;
using DrumSpace.Plugin.Background;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.History;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;
using DrumSpace.Plugin.Programs;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin;

/// <summary>
/// One instance of the plugin, whatever the format: parameters, programs, state, and the engine that plays. A format's folder
/// translates between it and its hosts.
/// </summary>
/// <remarks>Main thread, but for what says otherwise: <see cref="Process"/> on the audio thread, <see cref="Parameters"/> on any.</remarks>
public sealed partial class PluginCore : IDisposable
{
    private const double DefaultSampleRate = 44_100;
    private const int DefaultBlock = 1024;

    // Seconds: no drum of the built-in kit sounds longer, and no end of a note of the melody's voice.
    private const double LongestDrum = 3;

    private readonly StateSections _sections;

    private double _sampleRate = DefaultSampleRate;
    private int _maxBlock = DefaultBlock;

    /// <summary>Makes an instance, ready to process at 44 100 frames a second: some hosts never announce what they do.</summary>
    /// <param name="models">The models to choose from; without any that can be loaded it stays silent.</param>
    public PluginCore(ModelList models)
    {
        Models = models;
        Programs = new ProgramBank(Parameters, PresetFolder.Programs);
        _modelSection = new ModelSection(models, Parameters, Tell);
        _decoding = Attach(models.Default);
        _modelSwitch = _decoding == null ? null : new ModelSwitch(models, models.Default!, _decoding, Tell);
        _exchange = _decoding?.Exchange ?? new PatternExchange();
        _engine = new PlaybackEngine(_exchange, this, _decoding?.Melodies);
        MakeScratch();
        _history = new EditHistory(Parameters, _engine);
        _kitSection = new KitSection(KitList.Shared, Parameters, Tell);
        _sections = new StateSections([_modelSection, _mappings, _kitSection]);
        BackgroundThread.Shared.Attach(ServeCommands);
    }

    /// <summary>The parameters' values. Any thread.</summary>
    public ParameterStore Parameters { get; } = new();

    /// <summary>The programs.</summary>
    public ProgramBank Programs { get; }

    /// <summary>How long the built-in kit and the melody's voice sound on after the last note, in frames.</summary>
    public int TailFrames => (int)(LongestDrum * _sampleRate);

    /// <summary>What went wrong on the audio thread and waits to be logged. Any thread.</summary>
    public ErrorCounters Errors { get; } = new();

    /// <summary>Announces the sample rate. Not while processing.</summary>
    /// <param name="sampleRate">Frames a second, 1 000 to 1 000 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside of that range; the old one stays.</exception>
    public void SetSampleRate(double sampleRate)
    {
        double before = _sampleRate;
        _sampleRate = sampleRate;
        try
        {
            Prepare();
        }
        catch (ArgumentOutOfRangeException)
        {
            _sampleRate = before;
            throw;
        }
    }

    /// <summary>Announces the longest block. Not while processing. Longer ones are processed all the same, in slices.</summary>
    /// <param name="frames">1 to 1 048 576.</param>
    /// <exception cref="ArgumentOutOfRangeException">Other lengths; the old one stays.</exception>
    public void SetBlockSize(long frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, 1 << 20);
        _maxBlock = (int)frames;
        MakeScratch();

        // Before the first sample rate is known, the kit's sounds would be made for nothing.
        if (_isPrepared)
        {
            Prepare();
        }
    }

    /// <summary>A copy of the beat memory as it is now.</summary>
    public PatternSlots Memory
    {
        get
        {
            PatternSlots memory = new();
            _engine.SaveMemory(memory);
            return memory;
        }
    }

    /// <summary>The state as bytes: <see cref="StateChunk"/> tells the layout.</summary>
    /// <param name="programOnly">The current program alone.</param>
    public byte[] SaveState(bool programOnly) =>
        StateChunk.Write(Programs.Save(programOnly) with { Slots = Memory, Sections = _sections.Write() });

    /// <summary>Takes a state; one that cannot be taken whole changes nothing, and the log tells why.</summary>
    /// <param name="chunk">Bytes from anywhere.</param>
    /// <returns>Whether it was taken.</returns>
    public bool TryLoadState(ReadOnlySpan<byte> chunk)
    {
        Volatile.Write(ref _status, "");
        try
        {
            PluginState state = StateChunk.Read(chunk);
            Action take = _sections.Read(state.Sections);
            Programs.Restore(state);
            take();
            _engine.LoadMemory(state.Slots);
            _history.TakeLoaded();
            return true;
        }
        catch (StateFormatException e)
        {
            Tell($"{e.Message} The state stays as it was.");
            return false;
        }
    }

    /// <summary>Ends the instance.</summary>
    public void Dispose()
    {
        Suspend();
        BackgroundThread.Shared.Detach(ServeCommands);
        _modelSwitch?.Dispose();
        _decoding?.Dispose();
        Errors.WriteOut(PluginLog.Write);
    }
}
