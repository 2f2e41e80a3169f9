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
internal sealed class ModelSection(ModelList models, ParameterValues values, Action<string> tell) : IStateSection
{
    private const int FingerprintBytes = 32;
    private (string Name, string Fingerprint)? _missing;

    /// <inheritdoc/>
    public string Tag => "MODL";

    /// <inheritdoc/>
    public bool IsDefault => Kept == null;

    /// <summary>The model that the song asks for and that is not there; null when there is none.</summary>
    public string? Missing => Chosen == 0 ? _missing?.Name : null;

    private int Chosen => ParameterTable.Models.StepOf(values[ParameterTable.Model]);

    // A missing model stays the song's while the parameter stays where the missing one left it.
    private (string Name, string Fingerprint)? Kept =>
        Chosen == 0 && _missing != null ? _missing : models[Chosen] is { } place ? (place.SavedName, place.Fingerprint) : null;

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        (string name, string fingerprint) = Kept!.Value;
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        writer.Write((byte)utf8.Length);
        writer.Write(utf8);
        writer.Write(Convert.FromHexString(fingerprint));
    }

    /// <inheritdoc/>
    public Action Read(ref ChunkReader reader)
    {
        string name = reader.ReadText(ModelPlace.MaxSavedBytes, "the model's name");
        byte[] fingerprint = new byte[FingerprintBytes];
        foreach (ref byte part in fingerprint.AsSpan())
        {
            part = reader.ReadByte("the model's fingerprint");
        }

        return () => Take(name, Convert.ToHexStringLower(fingerprint));
    }

    /// <inheritdoc/>
    public void Reset() => _missing = null;

    private void Take(string name, string fingerprint)
    {
        int place = models.IndexOf(name, fingerprint);
        _missing = place < 0 ? (name, fingerprint) : null;
        values.Set(ParameterTable.Model, ParameterTable.Models.At(Math.Max(0, place)));
        if (place < 0)
        {
            tell($"The model {name} is not here; {models.Default?.Name ?? "nothing"} plays in its stead, with the knobs where they were.");
        }
        else if (models[place]!.Fingerprint != fingerprint)
        {
            tell($"The model {name} is another version than the one that was saved: its beats may differ.");
        }
    }
}
