namespace DrumSpace.Host;

/// <summary>Events that only CLAP has.</summary>
public sealed partial class ClapPlugin
{
    /// <summary>What the plugin says that a host may do to a parameter beyond setting it: lay a modulation over it.</summary>
    /// <param name="index">The parameter's index.</param>
    /// <returns>Whether it may.</returns>
    public bool CanBeModulated(int index) => _parameters[index].CanBeModulated;

    /// <summary>Gives the plugin a note of CLAP's own within the coming block, whatever it prefers.</summary>
    /// <param name="message">A note-on or note-off; its frame must lie in that block.</param>
    /// <returns>False when the block's 4096 events are full.</returns>
    /// <exception cref="ArgumentException">Not a note.</exception>
    public bool QueueNote(in ShortMessage message)
    {
        if (!message.IsNoteOn && !message.IsNoteOff)
        {
            throw new ArgumentException("Only notes are notes.", nameof(message));
        }

        return _events.AddNote(message);
    }

    /// <summary>Lays a modulation over a parameter within the coming block, instead of the one before.</summary>
    /// <param name="frame">The frame in that block.</param>
    /// <param name="index">The parameter's index.</param>
    /// <param name="amount">What is added, as a part of the parameter's range: -1 to 1.</param>
    /// <returns>False when the block's 4096 events are full.</returns>
    public bool QueueModulation(int frame, int index, float amount) => _parameters[index].Modulate(_events, frame, amount);
}
