namespace DrumSpace.Plugin.Diagnostics;

/// <summary>What can go wrong where nothing may be logged.</summary>
public enum Fault
{
    /// <summary>An exception while a block was rendered; the block is silent.</summary>
    Process,

    /// <summary>A beat could not be decoded; the one before it stays.</summary>
    Decode,

    /// <summary>More events in a block than the list given to the host holds; they went in several lists.</summary>
    EventOverflow,
}
