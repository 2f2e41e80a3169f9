using DrumSpace.Engine;

namespace DrumSpace.Plugin;

/// <summary>Where a plugin format takes the MIDI that the core emits. Audio thread: it neither allocates nor waits.</summary>
/// <remarks>A class, because under Native AOT the first call through an interface, wherever it stands, takes a lock.</remarks>
public abstract class MidiSink
{
    /// <summary>Takes an event; they come in order of frames.</summary>
    /// <param name="midi">The event, its frame counted from the start of the host's block.</param>
    public abstract void Add(in MidiEvent midi);
}
