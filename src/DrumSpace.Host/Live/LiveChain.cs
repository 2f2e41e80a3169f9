namespace DrumSpace.Host.Live;

/// <summary>
/// Plugins one after another on one clock. MIDI goes from plugin to plugin, past those that output none; what the last one outputs is the
/// chain's. Audio is a mix: a plugin with inputs gets the mix and replaces it, one without adds to it.
/// </summary>
/// <remarks>
/// The constructor and <see cref="Configure"/> belong to the main thread while nothing plays; <see cref="Process"/> is the audio thread's
/// and neither allocates nor locks. The plugins stay the caller's.
/// </remarks>
public sealed class LiveChain
{
    private const int MaxMessages = 4096;

    private readonly HostedPlugin[] _plugins;
    private readonly bool[] _sendsMidi;
    private readonly bool _outputsMidi;
    private readonly ShortMessage[] _messages = new ShortMessage[MaxMessages];
    private float[][] _mix = [];
    private int _messageCount;

    /// <summary>Makes a chain of suspended plugins.</summary>
    /// <param name="plugins">At least one, from first to last.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public LiveChain(params IReadOnlyList<HostedPlugin> plugins)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        if (plugins.Count == 0)
        {
            throw new ArgumentException("A chain has at least one plugin.", nameof(plugins));
        }

        _plugins = [.. plugins];
        _sendsMidi = [.. plugins.Select(plugin => plugin.SendsMidi)];
        _outputsMidi = _sendsMidi.Contains(true);
        OutputCount = Math.Max(2, _plugins.Max(plugin => plugin.OutputCount));
        InputCount = _plugins[0].InputCount;
    }

    /// <summary>The plugins, from first to last.</summary>
    public IReadOnlyList<HostedPlugin> Plugins => _plugins;

    /// <summary>The number of the mix's channels, at least 2.</summary>
    public int OutputCount { get; }

    /// <summary>The number of audio inputs: the first plugin's.</summary>
    public int InputCount { get; }

    /// <summary>The number of MIDI messages that did not fit, and of segments that a plugin could not play, since the chain was made.</summary>
    internal long Losses { get; private set; }

    /// <summary>What the chain output in the last segment, in the plugins' order; frames lie in the segment.</summary>
    internal ReadOnlySpan<ShortMessage> Emitted => _outputsMidi ? _messages.AsSpan(0, _messageCount) : [];

    /// <summary>Readies the plugins to play. They must be suspended.</summary>
    internal void Configure(SongTime time, int blockFrames)
    {
        _mix = [.. Enumerable.Range(0, OutputCount).Select(_ => new float[blockFrames])];
        foreach (HostedPlugin plugin in _plugins)
        {
            plugin.Transport = time;
            plugin.Pacing = ProcessPacing.RealTime;
            plugin.Configure(time.SampleRate, blockFrames);
            plugin.Resume();
        }
    }

    /// <summary>Suspends the plugins.</summary>
    internal void Suspend()
    {
        foreach (HostedPlugin plugin in _plugins)
        {
            plugin.Suspend();
        }
    }

    /// <summary>Adds a message for the first plugin in the next segment.</summary>
    internal void Queue(in ShortMessage message)
    {
        if (_messageCount == MaxMessages)
        {
            Losses++;
            return;
        }

        _messages[_messageCount++] = message;
    }

    /// <summary>Forgets what the last segment output; call it before the first <see cref="Queue"/> of a segment.</summary>
    internal void Clear() => _messageCount = 0;

    /// <summary>Plays a segment of a block.</summary>
    internal void Process(LiveBlock block, int offset, int frames)
    {
        foreach (float[] channel in _mix)
        {
            channel.AsSpan(0, frames).Clear();
        }

        for (int channel = 0; channel < Math.Min(block.InputCount, _mix.Length); channel++)
        {
            block.Input(channel).Slice(offset, frames).CopyTo(_mix[channel]);
        }

        for (int index = 0; index < _plugins.Length; index++)
        {
            if (_plugins[index].HasChangedChannels)
            {
                // Until it is restarted, the chain plays without it.
                Losses++;
                continue;
            }

            Play(_plugins[index], frames);
            if (_sendsMidi[index])
            {
                Take(_plugins[index], frames);
            }
        }

        for (int channel = 0; channel < Math.Min(block.OutputCount, _mix.Length); channel++)
        {
            _mix[channel].AsSpan(0, frames).CopyTo(block.Output(channel)[offset..]);
        }
    }

    private static void Add(ReadOnlySpan<float> samples, Span<float> mix)
    {
        for (int frame = 0; frame < mix.Length; frame++)
        {
            mix[frame] += samples[frame];
        }
    }

    private void Play(HostedPlugin plugin, int frames)
    {
        foreach (ref readonly ShortMessage message in _messages.AsSpan(0, _messageCount))
        {
            Losses += plugin.QueueMidi(message) ? 0 : 1;
        }

        for (int channel = 0; channel < Math.Min(plugin.InputCount, _mix.Length); channel++)
        {
            _mix[channel].AsSpan(0, frames).CopyTo(plugin.Input(channel));
        }

        plugin.Process(frames);
        if (plugin.InputCount > 0 && plugin.OutputCount > 0)
        {
            foreach (float[] channel in _mix)
            {
                channel.AsSpan(0, frames).Clear();
            }
        }

        for (int channel = 0; channel < Math.Min(plugin.OutputCount, _mix.Length); channel++)
        {
            Add(plugin.Output(channel), _mix[channel].AsSpan(0, frames));
        }

        if (plugin.OutputCount == 1)
        {
            Add(plugin.Output(0), _mix[1].AsSpan(0, frames));
        }
    }

    private void Take(HostedPlugin plugin, int frames)
    {
        _messageCount = 0;
        foreach (ref readonly ShortMessage message in plugin.Emitted)
        {
            // Plugins' frames and bytes are unchecked.
            if (message.Status is >= 0x80 and < 0xF0 && (message.Data1 | message.Data2) < 0x80)
            {
                Queue(message with { Frame = Math.Clamp(message.Frame, 0, frames - 1) });
            }
        }

        // Stable, so that a note's end stays before its next start.
        Span<ShortMessage> messages = _messages.AsSpan(0, _messageCount);
        for (int next = 1; next < messages.Length; next++)
        {
            ShortMessage message = messages[next];
            int place = next;
            for (; place > 0 && messages[place - 1].Frame > message.Frame; place--)
            {
                messages[place] = messages[place - 1];
            }

            messages[place] = message;
        }
    }
}
