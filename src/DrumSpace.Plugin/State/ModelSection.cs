using System.Text;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.State;

/// <summary>
/// The model by name, since the place that the parameter keeps may be another model's elsewhere: u8 length in bytes and UTF-8 of the name, and
/// 32 bytes of the fingerprint. A model that is not there is kept by name until another is chosen, so that a song which was only looked at
/// is saved as it came.
/// </summary>
/// <param name="models">The models.</param>
/// <param name="values">The instance's parameters.</param>
/// <param name="tell">Told in a sentence for a musician when the song's model is not the one that plays.</param>
internal sealed class ModelSection(ModelList models, ParameterStore values, Action<string> tell) : IStateSection
{
    /// <summary>Its tag.</summary>
    internal const string SectionTag = "MODL";

    private const int FingerprintBytes = 32;
    private (string Name, string Fingerprint)? _missing;

    /// <inheritdoc/>
    public string Tag => SectionTag;

    /// <summary>The model that the song asks for and that is not there; null when there is none.</summary>
    public string? Missing => Chosen == 0 ? _missing?.Name : null;

    private int Chosen => values.Get(ParameterTable.Model);

    /// <summary>The fingerprint of a model of which the name alone is known: any version of it will do.</summary>
    internal static string NoFingerprint { get; } = new('0', 2 * FingerprintBytes);

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        int chosen = Chosen;
        if (chosen == 0 && _missing is (string name, string fingerprint))
        {
            // A missing model stays the song's while the parameter stays where the missing one left it.
            Write(writer, name, fingerprint);
        }
        else if (models[chosen] is { } place)
        {
            Write(writer, place.SavedName, place.Fingerprint);
        }
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        (string name, string fingerprint) = ReadName(ref reader);
        return () => Take(name, fingerprint);
    }

    /// <inheritdoc/>
    public void Reset() => _missing = null;

    /// <summary>Writes a name of at most <see cref="ModelPlace.MaxSavedBytes"/> and a fingerprint.</summary>
    internal static void Write(BinaryWriter writer, string name, string fingerprint)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        writer.Write(checked((byte)utf8.Length));
        writer.Write(utf8);
        writer.Write(Convert.FromHexString(fingerprint));
    }

    /// <summary>Reads what <see cref="Write(BinaryWriter, string, string)"/> wrote.</summary>
    /// <exception cref="StateFormatException">It is damaged.</exception>
    internal static (string Name, string Fingerprint) ReadName(ref ChunkReader reader)
    {
        string name = reader.ReadText(ModelPlace.MaxSavedBytes, "the model's name");
        byte[] fingerprint = new byte[FingerprintBytes];
        foreach (ref byte part in fingerprint.AsSpan())
        {
            part = reader.ReadByte("the model's fingerprint");
        }

        return (name, Convert.ToHexStringLower(fingerprint));
    }

    /// <summary>Chooses a model by name, or the default with a notice where it is not there.</summary>
    internal void Take(string name, string fingerprint)
    {
        int place = models.IndexOf(name, fingerprint);
        _missing = place < 0 ? (name, fingerprint) : null;
        values.Set(ParameterTable.Model, Math.Max(0, place));
        if (place < 0)
        {
            tell($"The model {name} is not here; {models.Default?.Name ?? "nothing"} plays in its stead, with the knobs where they were.");
        }
        else if (fingerprint != NoFingerprint && !models[place]!.HasFingerprint(fingerprint))
        {
            tell($"The model {name} is another version than the one that was saved: its beats may differ.");
        }
    }
}
