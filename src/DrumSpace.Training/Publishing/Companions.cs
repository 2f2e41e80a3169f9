using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Publishing;

/// <summary>
/// What a bundle may have beside its space of beats: groove and melody. They hear patterns and know nothing of latents, so any bundle can
/// carry those that another one was trained with.
/// </summary>
public static class Companions
{
    /// <summary>The title of the groove's section in a model card; its facts' names in the manifest begin with the same word.</summary>
    internal const string GrooveTitle = "Groove";

    /// <summary>The title of the melody's section in a model card.</summary>
    internal const string MelodyTitle = "Melody";

    private static readonly (string File, string Title)[] All = [(BundleFile.Groove, GrooveTitle), (BundleFile.Melody, MelodyTitle)];

    /// <summary>Copies groove and melody, their sections of the model card and their facts into another bundle, whose beats stay as they are.</summary>
    /// <param name="from">The folder of the bundle that has them.</param>
    /// <param name="to">The folder of the bundle that gets them.</param>
    /// <returns>The names of the files that were copied.</returns>
    /// <exception cref="BundleException">A folder holds no sound bundle.</exception>
    /// <exception cref="TrainingException">The first bundle has neither.</exception>
    /// <exception cref="IOException">A folder cannot be read or written.</exception>
    public static IReadOnlyList<string> Copy(string from, string to)
    {
        BundleManifest manifest;
        using (ModelBundle source = ModelBundle.Load(from))
        {
            manifest = source.Manifest;
        }

        ModelBundle.Load(to).Dispose();
        string theirs = File.ReadAllText(Path.Combine(from, BundleFile.ModelCard)), card = File.ReadAllText(Path.Combine(to, BundleFile.ModelCard));
        Dictionary<string, byte[]> files = [];
        Dictionary<string, string> facts = [];
        foreach ((string file, string title) in All.Where(one => manifest.Files.ContainsKey(one.File)))
        {
            files.Add(file, File.ReadAllBytes(Path.Combine(from, file)));
            card = CardSection.Put(card, title, CardSection.Get(theirs, title) ?? "");
            foreach ((string name, string text) in manifest.Training.Where(fact => fact.Key.StartsWith(title, StringComparison.OrdinalIgnoreCase)))
            {
                facts.Add(name, text);
            }
        }

        if (files.Count == 0)
        {
            throw new TrainingException($"{from}: this bundle has neither groove nor melody");
        }

        string[] names = [.. files.Keys];
        files.Add(BundleFile.ModelCard, Encoding.UTF8.GetBytes(card));
        BundleWriter.Extend(to, files, facts);
        return names;
    }
}
