using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Training.Publishing;

/// <summary>The model card of a bundle that is there already.</summary>
public static class BundleCard
{
    /// <summary>Puts a section into the card, in the place of the one of the same title, else at the end; all else stays as it is.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="title">The section's title, one line.</param>
    /// <param name="text">What stands below its heading, Markdown.</param>
    /// <exception cref="BundleException">The folder holds no sound bundle.</exception>
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
