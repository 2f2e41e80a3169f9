using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The model by name and fingerprint, since the index that the parameter keeps may be another model's elsewhere: the name as a text, and 32
/// bytes of the fingerprint. A model that was trained anew has another fingerprint. Where the very one is not installed, the song keeps
/// asking for it until the musician chooses a model, so that a song which was only looked at is saved as it came.
/// </summary>
/// <param name="models">The models.</param>
/// <param name="values">The instance's parameters.</param>
/// <param name="notify">Called with a sentence for a musician when the song's model is not the one that plays.</param>
internal sealed class ModelSection(ModelList models, ParameterStore values, Action<string> notify) : IStateSection
{
    /// <summary>Its tag.</summary>
    internal const string SectionTag = "MODL";

    private const int FingerprintBytes = 32;
    private const int ShownDigits = 8;
    private Substitution? _substitution;

    // What the song asks for, and the index of what plays in its stead.
    private sealed record Substitution(string Name, string Fingerprint, int Index, bool IsMissing);

    /// <inheritdoc/>
    public string Tag => SectionTag;

    /// <summary>The model that the song asks for and that is not installed in any version; null when there is none.</summary>
    public string? Missing => Asked is { IsMissing: true, Name: string name } ? name : null;

    /// <summary>The model that a song or a preset is to ask for; null where the parameter is at an index without a model.</summary>
    public (string Name, string Fingerprint)? Identity => Asked is { } asked
        ? (asked.Name, asked.Fingerprint)
        : models[values.Get(ParameterTable.Model)] is { } model ? (model.SavedName, model.Fingerprint) : null;

    /// <summary>The fingerprint of a model of which the name alone is known: any version of it will do.</summary>
    internal static string NoFingerprint { get; } = new('0', 2 * FingerprintBytes);

    private Substitution? Asked
    {
        get
        {
            Follow(values.Get(ParameterTable.Model));
            return Volatile.Read(ref _substitution);
        }
    }

    /// <inheritdoc/>
    public void Write(ChunkWriter writer)
    {
        if (Identity is (string name, string fingerprint))
        {
            Write(writer, name, fingerprint);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        (string name, string fingerprint) = ReadIdentity(ref reader);
        return () => Take(name, fingerprint);
    }

    /// <inheritdoc/>
    public void Reset() => Volatile.Write(ref _substitution, null);

    /// <summary>
    /// Notes where the parameter is: moved away from what plays instead of the song's model, the musician has chosen. Any thread.
    /// </summary>
    /// <param name="index">The index of a model.</param>
    public void Follow(int index)
    {
        if (Volatile.Read(ref _substitution) is { } substitution && substitution.Index != index)
        {
            Interlocked.CompareExchange(ref _substitution, null, substitution);
        }
    }

    /// <summary>Writes a name of at most <see cref="ModelEntry.MaxSavedBytes"/> and a fingerprint.</summary>
    internal static void Write(ChunkWriter writer, string name, string fingerprint)
    {
        writer.WriteText(name);
        writer.Write(Convert.FromHexString(fingerprint));
    }

    /// <summary>Reads what <see cref="Write(ChunkWriter, string, string)"/> wrote.</summary>
    /// <exception cref="StateFormatException">It is damaged.</exception>
    internal static (string Name, string Fingerprint) ReadIdentity(ref ChunkReader reader) => (
        reader.ReadText(ModelEntry.MaxSavedBytes, "the model's name"),
        Convert.ToHexStringLower(reader.ReadBytes(FingerprintBytes, "the model's fingerprint")));

    /// <summary>Chooses a model, or with a notice another version of it, or the default where it is not installed.</summary>
    internal void Take(string name, string fingerprint)
    {
        int found = models.IndexOf(name, fingerprint);
        int index = Math.Max(0, found);
        bool isExact = found >= 0 && (fingerprint == NoFingerprint || models[found]!.HasFingerprint(fingerprint));
        values.Set(ParameterTable.Model, index);
        Volatile.Write(ref _substitution, isExact ? null : new Substitution(name, fingerprint, index, IsMissing: found < 0));
        if (found < 0)
        {
            notify($"The model {name} is not here; {models.Default?.Name ?? "nothing"} plays in its stead, with the knobs where they were.");
        }
        else if (!isExact)
        {
            ModelEntry here = models[found]!;
            string asked = fingerprint[..ShownDigits];
            string version = here.Fingerprint[..ShownDigits] + (here.Manifest.VersionDate is { } date ? $" of {date:yyyy-MM-dd}" : "");
            notify($"The song asks for version {asked} of the model {name}; version {version} plays, and its beats may differ.");
        }
    }
}
