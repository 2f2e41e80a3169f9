namespace DrumSpace.Plugin.Diagnostics;

/// <summary>The errors that <see cref="ErrorCounters"/> counts, because the thread on which they happen must not log.</summary>
public enum Error
{
    /// <summary>An exception in a call of the audio thread; the block is silent.</summary>
    Process,

    /// <summary>A pattern could not be decoded; the previous one plays on.</summary>
    Decode,

    /// <summary>A block had more events than one list for the host holds: VST2 sends several lists, CLAP drops all but note-offs.</summary>
    EventOverflow,

    /// <summary>A block had more MIDI messages than it can have: those over the number were dropped, note-offs last.</summary>
    InputOverflow,

    /// <summary>A block had more hits and notes than the engine holds; those over the number were not played.</summary>
    DroppedNotes,
}
