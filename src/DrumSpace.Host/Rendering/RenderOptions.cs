namespace DrumSpace.Host;

/// <summary>How a <see cref="Renderer"/> works.</summary>
public sealed record RenderOptions
{
    /// <summary>The announced largest block in frames, and the length of blocks unless the host's quirks say otherwise.</summary>
    public int BlockSize { get; init; } = 512;

    /// <summary>As fast as possible or in real time.</summary>
    public ProcessPacing Pacing { get; init; } = ProcessPacing.Offline;

    /// <summary>The parameters' curves; each value is set at the start of a block.</summary>
    public IReadOnlyList<AutomationCurve> Automation { get; init; } = [];

    /// <summary>The MIDI to play into the plugin, in order of time.</summary>
    public IReadOnlyList<SongMessage> MidiIn { get; init; } = [];

    /// <summary>Whether to keep the audio; long renderings of MIDI alone save memory without it.</summary>
    public bool KeepsAudio { get; init; } = true;

    /// <summary>The number of stopped frames to render after the song; one block at least is rendered.</summary>
    public int TailFrames { get; init; }

    /// <summary>Called after each block on the rendering thread; null for none.</summary>
    public Action<Renderer>? BlockRendered { get; init; }
}
