namespace DrumSpace.Plugin.State;

/// <summary>
/// What one topic keeps in the state beside parameters, programs and slots, under a tag of its own. To add one, implement this and add it
/// to the instance's <see cref="StateSections"/>. Main thread.
/// </summary>
internal interface IStateSection
{
    /// <summary>Its name in states, for ever: four ASCII capitals or digits.</summary>
    string Tag { get; }

    /// <summary>
    /// Writes it; nothing where there is nothing to keep: the state is then without it. Other threads may change meanwhile what it keeps,
    /// so each thing is read once.
    /// </summary>
    void Write(ChunkWriter writer);

    /// <summary>Reads and checks what <see cref="Write"/> wrote, and changes nothing yet.</summary>
    /// <param name="reader">At the section's first byte; it ends with the section, and all of it is to be read.</param>
    /// <returns>What takes it over, once the whole state has been checked; it does not fail.</returns>
    /// <exception cref="StateFormatException">It is damaged.</exception>
    Action Read(ref ChunkReader reader);

    /// <summary>Goes back to the default, because a state was taken that has no such section.</summary>
    void Reset();
}
