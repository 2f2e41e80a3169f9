namespace DrumSpace.Host;

/// <summary>How a <see cref="Renderer"/> works.</summary>
public sealed record RenderOptions
{
    /// <summary>The announced largest block in frames; what is sent where the habits say nothing else.</summary>
    public int BlockSize { get; init; } = 512;

    /// <summary>As fast as possible or with the clock.</summary>
    public ProcessPacing Pacing { get; init; } = ProcessPacing.Offline;

    /// <summary>Parameters' movements; each is set at a block's start when its value changed.</summary>
    public IReadOnlyList<AutomationCurve> Automation { get; init; } = [];

    /// <summary>What is played into the plugin, in order of time.</summary>
    public IReadOnlyList<SongMessage> MidiIn { get; init; } = [];

    /// <summary>Whether the audio is kept. Long runs that only want MIDI need no memory for it.</summary>
    public bool KeepsAudio { get; init; } = true;

    /// <summary>Stopped frames to render after the song, for what still sounds. At least one block is rendered in any case.</summary>
    public int TailFrames { get; init; }

    /// <summary>Called after each block, on the thread that renders; null for nobody.</summary>
    public Action<Renderer>? BlockRendered { get; init; }
}
