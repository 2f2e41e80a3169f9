namespace DrumSpace.Plugin.State;

/// <summary>The section of <see cref="ModelSection"/> where there are no models: the name and the fingerprint as they are.</summary>
internal sealed class ModelNameSection : IStateSection
{
    /// <summary>The model's name; null when the state has none.</summary>
    public string? Name { get; set; }

    /// <summary>Its fingerprint; null when the state does not know it.</summary>
    public string? Fingerprint { get; set; }

    /// <inheritdoc/>
    public string Tag => ModelSection.SectionTag;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        if (Name != null)
        {
            ModelSection.Write(writer, Name, Fingerprint ?? ModelSection.NoFingerprint);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        (string name, string fingerprint) = ModelSection.ReadName(ref reader);
        return () => (Name, Fingerprint) = (name, fingerprint == ModelSection.NoFingerprint ? null : fingerprint);
    }

    /// <inheritdoc/>
    public void Reset() => (Name, Fingerprint) = (null, null);
}
