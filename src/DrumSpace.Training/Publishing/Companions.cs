using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Publishing;

/// <summary>
/// The optional models of a bundle: groove, fills and melody. Their input is the pattern, not the latent, so a bundle can use those of another
/// one.
/// </summary>
public static class Companions
{
    /// <summary>The title of the groove's section in a model card; its facts' names in the manifest begin with the same word.</summary>
    internal const string GrooveTitle = "Groove";

    /// <summary>The title of the fills' section in a model card.</summary>
    internal const string FillTitle = "Fills";

    /// <summary>The title of the melody's section in a model card.</summary>
    internal const string MelodyTitle = "Melody";

    private static readonly (string File, string Title)[] All =
        [(BundleFile.Groove, GrooveTitle), (BundleFile.Fill, FillTitle), (BundleFile.Melody, MelodyTitle)];

    /// <summary>Copies groove, fills and melody, their sections of the model card and their facts into another bundle; its latent space is
    /// unchanged.</summary>
    /// <param name="from">The source bundle's folder.</param>
    /// <param name="to">The target bundle's folder.</param>
    /// <returns>The names of the copied files.</returns>
    /// <exception cref="BundleException">A folder has no valid bundle.</exception>
    /// <exception cref="TrainingException">The source bundle has none of them.</exception>
    /// <exception cref="IOException">A folder cannot be read or written.</exception>
    public static IReadOnlyList<string> Copy(string from, string to)
    {
        BundleManifest manifest;
        using (ModelBundle source = ModelBundle.Load(from))
        {
            manifest = source.Manifest;
        }

        ModelBundle.Load(to).Dispose();
        string sourceCard = File.ReadAllText(Path.Combine(from, BundleFile.ModelCard));
        string card = File.ReadAllText(Path.Combine(to, BundleFile.ModelCard));
        Dictionary<string, byte[]> files = [];
        Dictionary<string, string> facts = [];
        foreach ((string file, string title) in All.Where(one => manifest.Files.ContainsKey(one.File)))
        {
            files.Add(file, File.ReadAllBytes(Path.Combine(from, file)));
            card = CardSection.Put(card, title, CardSection.Get(sourceCard, title) ?? "");
            foreach ((string name, string text) in manifest.Training)
            {
                if (name.StartsWith(title, StringComparison.OrdinalIgnoreCase))
                {
                    facts.Add(name, text);
                }
            }
        }

        if (files.Count == 0)
        {
            throw new TrainingException($"{from}: this bundle has neither groove, fills nor melody");
        }

        string[] names = [.. files.Keys];
        files.Add(BundleFile.ModelCard, Encoding.UTF8.GetBytes(card));
        BundleWriter.Extend(to, files, facts);
        return names;
    }
}
