namespace DrumSpace.Editor.X11;

/// <summary>A window that a drag is over. The default is none.</summary>
/// <param name="Window">The window, which the messages name.</param>
/// <param name="Destination">Where the messages go: the window, or the one that it names as its proxy.</param>
/// <param name="Version">The protocol's version that both know, 3 to 5.</param>
internal readonly record struct XdndPeer(uint Window, uint Destination, uint Version)
{
    /// <summary>The lowest version that is spoken; below it, data are negotiated in other ways.</summary>
    public const uint MinVersion = 3;

    /// <summary>The highest version that is spoken.</summary>
    public const uint MaxVersion = 5;

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Window == 0;
}
