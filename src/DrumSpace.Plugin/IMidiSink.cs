using DrumSpace.Engine;

namespace DrumSpace.Plugin;

/// <summary>Where a plugin format takes the MIDI that the core emits. Audio thread: it neither allocates nor waits.</summary>
public interface IMidiSink
{
    /// <summary>Takes an event; they come in order of frames.</summary>
    /// <param name="midi">The event, its frame counted from the start of the host's block.</param>
    void Add(in MidiEvent midi);
}
