namespace DrumSpace.Host;

/// <summary>A loaded plugin, whatever its format: what a <see cref="Renderer"/> needs to play it.</summary>
/// <remarks>
/// Threads are those of a host: one main thread for everything but <see cref="Process"/>, <see cref="QueueMidi"/> and the values of
/// parameters, which may come from an audio thread. Those neither lock nor allocate after <see cref="Configure"/>.
/// A plugin that crashes takes the process with it: plugins run inside of their host.
/// </remarks>
public abstract class HostedPlugin : IDisposable
{
    private protected HostedPlugin(string path) => Path = path;

    /// <summary>The plugin's file, absolute.</summary>
    public string Path { get; }

    /// <summary>The plugin's name; the file's where the plugin has none.</summary>
    public abstract string Name { get; }

    /// <summary>The vendor's name; may be empty.</summary>
    public abstract string Vendor { get; }

    /// <summary>Audio inputs.</summary>
    public abstract int InputCount { get; }

    /// <summary>Audio outputs.</summary>
    public abstract int OutputCount { get; }

    /// <summary>Latency in frames.</summary>
    public abstract int Latency { get; }

    /// <summary>How long the plugin sounds on, in frames; 1 means not at all, 0 that it does not say.</summary>
    public abstract int Tail { get; }

    /// <summary>The parameters by index.</summary>
    public abstract IReadOnlyList<PluginParameter> Parameters { get; }

    /// <summary>The number of programs; 0 in formats that know none.</summary>
    public virtual int ProgramCount => 0;

    /// <summary>The current program, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such program.</exception>
    public virtual int Program
    {
        get => 0;
        set => throw new ArgumentOutOfRangeException(nameof(value), value, "The plugin has no programs.");
    }

    /// <summary>Whether the plugin keeps its state as bytes; without them, it is the parameters' values.</summary>
    public abstract bool HasState { get; }

    /// <summary>Frames a second as last announced.</summary>
    public abstract double SampleRate { get; }

    /// <summary>The announced largest block in frames.</summary>
    public abstract int BlockSize { get; }

    /// <summary>The largest block that <see cref="Process"/> takes; may be above what was announced.</summary>
    public abstract int BlockCapacity { get; }

    /// <summary>Whether the plugin is resumed.</summary>
    public abstract bool IsResumed { get; }

    /// <summary>
    /// Whether calls go through in any order, those that no interface allows too: blocks of a plugin that is off, another sample rate while
    /// it is on, switching off twice. What careless hosts do, for tests; a block that is longer than the buffers is refused all the same.
    /// </summary>
    public bool IsCareless { get; set; }

    /// <summary>What the plugin is told of the blocks' pacing.</summary>
    public abstract ProcessPacing Pacing { get; set; }

    /// <summary>Where the plugin's time comes from; null tells it none, as hosts without a transport do.</summary>
    public abstract HostTransport? Transport { get; set; }

    /// <summary>
    /// What the plugin's emitted MIDI is answered with where the format has an answer that means nothing (VST2: true 1, false 0, as
    /// Ardour and JUCE do). The MIDI is taken either way.
    /// </summary>
    public abstract bool AcceptsEvents { get; set; }

    /// <summary>What the plugin emitted in the last block, in its order; frames as the plugin gave them. Valid until the next block.</summary>
    public abstract ReadOnlySpan<ShortMessage> Emitted { get; }

    /// <summary>Emitted events that were no MIDI messages or did not fit (16384 a block).</summary>
    public abstract int DroppedEvents { get; }

    /// <summary>Events emitted outside of <see cref="Process"/>, which many hosts lose; this one too.</summary>
    public abstract int EventsOutsideProcess { get; }

    /// <summary>Loads and opens a plugin: of CLAP where the file is named *.clap, else of VST2.</summary>
    /// <param name="path">The plugin's file.</param>
    /// <returns>The plugin, suspended; call <see cref="Configure"/> and <see cref="Resume"/> before <see cref="Process"/>.</returns>
    /// <exception cref="PluginLoadException">The file is missing, no library, no plugin, or its entry refused.</exception>
    public static HostedPlugin Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return path.EndsWith(".clap", StringComparison.OrdinalIgnoreCase) ? ClapPlugin.Load(path) : Vst2Plugin.Load(path);
    }

    /// <summary>Finds a parameter by its name: first exactly, then without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public PluginParameter Parameter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parameters.FirstOrDefault(p => p.Name == name)
            ?? Parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                Parameters.Count == 0
                    ? $"{Name} has no parameter \"{name}\": it has none at all."
                    : $"{Name} has no parameter \"{name}\". It has: {string.Join(", ", Parameters.Select(p => p.Name))}.");
    }

    /// <summary>A program's name without selecting it; empty where the plugin does not tell.</summary>
    /// <param name="program">From 0.</param>
    /// <returns>The name.</returns>
    public virtual string GetProgramName(int program) => "";

    /// <summary>Takes the plugin's whole state.</summary>
    /// <returns>A copy; empty where the plugin gives none.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public abstract byte[] GetState();

    /// <summary>Gives the plugin a state.</summary>
    /// <param name="state">From <see cref="GetState()"/>.</param>
    /// <returns>Whether the plugin says that it took it; many of VST2 answer false in any case.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps none (<see cref="HasState"/>).</exception>
    public abstract bool SetState(ReadOnlySpan<byte> state);

    /// <summary>Announces the sample rate and block size and makes the buffers. The plugin must be suspended.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="blockSize">The announced largest block in frames.</param>
    /// <param name="capacity">The largest block that will be sent, where that is above what is announced; else 0.</param>
    /// <exception cref="InvalidOperationException">The plugin is resumed.</exception>
    public abstract void Configure(double sampleRate, int blockSize, int capacity = 0);

    /// <summary>Switches the plugin on. Calling it twice resumes twice, as some hosts do.</summary>
    public abstract void Resume();

    /// <summary>Switches the plugin off; without effect when it is off.</summary>
    public abstract void Suspend();

    /// <summary>Gives the plugin a message within the coming block.</summary>
    /// <param name="message">Its frame must lie in that block; send in order of frames.</param>
    /// <returns>False when the block's 4096 messages are full.</returns>
    public abstract bool QueueMidi(in ShortMessage message);

    /// <summary>An input's buffer, to be filled before <see cref="Process"/>; silent where nobody writes.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames.</returns>
    public abstract Span<float> Input(int channel);

    /// <summary>What the plugin rendered in the last block.</summary>
    /// <param name="channel">From 0.</param>
    /// <returns><see cref="BlockCapacity"/> frames, of which the block's length was rendered.</returns>
    public abstract ReadOnlySpan<float> Output(int channel);

    /// <summary>Hands over the queued MIDI and renders a block.</summary>
    /// <param name="frames">1 to <see cref="BlockCapacity"/>.</param>
    /// <exception cref="InvalidOperationException">The plugin is not resumed.</exception>
    public abstract void Process(int frames);

    /// <summary>Suspends the plugin, ends it and unloads its library.</summary>
    public abstract void Dispose();
}
