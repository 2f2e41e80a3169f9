namespace DrumSpace.Plugin.State;

/// <summary>Stands last among the sections for all that are not, where a state is looked into and not taken.</summary>
internal sealed class PassedOverSection : IStateSection
{
    /// <inheritdoc/>
    public string Tag => "";

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        reader.ReadPart(reader.Remaining, "a section");
        return Reset;
    }

    /// <inheritdoc/>
    public void Reset()
    {
    }
}
