using System.IO.Compression;
using System.Text;
using DrumSpace.Inference.Bundles;

namespace DrumSpace.Cli.Explorer;

/// <summary>
/// The explorer's page for a model: the built page of src/explorer with facts, networks, map, patterns and kit in script elements, so that
/// one file opens without a server.
/// </summary>
internal static class ExplorerPage
{
    /// <summary>What the built page has in place of the data.</summary>
    public const string Placeholder = "<!--drumspace:data-->";

    // Networks that the page runs, by the id of their element; the decoder is always there.
    private static readonly (string Id, string File)[] Networks =
        [("decoder", BundleFile.Decoder), ("groove", BundleFile.Groove), ("fill", BundleFile.Fill), ("melody", BundleFile.Melody)];

    /// <summary>Composes the page.</summary>
    /// <param name="bundle">The model.</param>
    /// <returns>HTML in UTF-8.</returns>
    /// <exception cref="InvalidDataException">The bundle has no map; the message says how to make one.</exception>
    public static byte[] Compose(ModelBundle bundle)
    {
        PatternMap map = bundle.Map ?? throw new InvalidDataException(
            $"{bundle.Folder}: the bundle has no map to explore. `drumspace map --bundle DIR --data FOLDER` makes one.");
        KitSamples kit = KitSamples.Make();
        StringBuilder data = new();
        data.Append($"<script type=\"application/json\" id=\"facts\">{ExplorerFacts.Of(bundle, kit).ToJson()}</script>\n");
        foreach ((string id, string file) in Networks.Where(network => bundle.Manifest.Files.ContainsKey(network.File)))
        {
            AppendPacked(data, id, File.ReadAllBytes(Path.Combine(bundle.Folder, file)));
        }

        AppendPacked(data, "map", map.ToBytes());
        AppendPacked(data, "patterns", MapPatterns.Of(bundle.KnobMap!));
        AppendPacked(data, "kit", kit.Content);
        return Encoding.UTF8.GetBytes(Template().Replace(Placeholder, data.ToString(), StringComparison.Ordinal));
    }

    private static string Template()
    {
        using StreamReader reader = new(typeof(ExplorerPage).Assembly.GetManifestResourceStream("explorer.html")!);
        return reader.ReadToEnd();
    }

    private static void AppendPacked(StringBuilder data, string id, byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        data.Append($"<script type=\"text/plain\" id=\"{id}\">{Convert.ToBase64String(packed.ToArray())}</script>\n");
    }
}
