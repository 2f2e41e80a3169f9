using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Publishing;

/// <summary>The model card of an existing bundle.</summary>
public static class BundleCard
{
    /// <summary>Replaces the section of a title, or appends it to the card; the rest is unchanged.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="title">The section's title, one line.</param>
    /// <param name="text">The text below its heading, Markdown.</param>
    /// <exception cref="BundleException">The folder has no valid bundle.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Put(string folder, string title, string text) => Put(folder, title, text, [], []);

    /// <summary>Puts a section into the card, and the files and facts that it describes into the bundle.</summary>
    internal static void Put(
        string folder, string title, string text, Dictionary<string, byte[]> files, Dictionary<string, FormattableString> facts)
    {
        string card = CardSection.Put(File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard)), title, text.ReplaceLineEndings("\n"));
        files.Add(BundleFile.ModelCard, Encoding.UTF8.GetBytes(card));
        BundleWriter.Extend(folder, files, Texts(facts));
    }

    /// <summary>The facts as a manifest has them.</summary>
    internal static Dictionary<string, string> Texts(Dictionary<string, FormattableString> facts) =>
        facts.ToDictionary(fact => fact.Key, fact => FormattableString.Invariant(fact.Value));
}
