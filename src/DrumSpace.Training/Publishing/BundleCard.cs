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
    public static void Put(string folder, string title, string text)
    {
        string card = File.ReadAllText(Path.Combine(folder, BundleFile.ModelCard));
        string extended = CardSection.Put(card, title, text.ReplaceLineEndings("\n"));
        BundleWriter.Extend(
            folder,
            new Dictionary<string, byte[]> { [BundleFile.ModelCard] = Encoding.UTF8.GetBytes(extended) },
            new Dictionary<string, string>());
    }
}
