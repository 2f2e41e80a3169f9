using DrumSpace.Music;
using DrumSpace.Plugin.State;

namespace DrumSpace.Plugin;

/// <summary>Which notes the voices send, and which voices incoming notes mean.</summary>
public sealed partial class PluginCore
{
    private readonly KitSection _kitSection;

    /// <summary>
    /// The kit map in use: <see cref="KitMap.NoteOf"/> for what goes out, <see cref="KitMap.TryFold"/> for what comes in. Any thread; no
    /// allocation.
    /// </summary>
    public KitMap KitMap => _kitSection.Map;

    // Audio thread.
    private void ApplyKit() => _engine.KitMap = KitMap;
}
