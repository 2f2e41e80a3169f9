namespace DrumSpace.Inference.Bundles;

public static partial class BundleWriter
{
    /// <summary>Puts files into a bundle that is already there, in the place of those of the same name; all others stay byte by byte.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="files">The content of each file, by its name in <see cref="BundleFile"/>.</param>
    /// <param name="facts">What to add to the manifest's facts of the training, in the place of those of the same name.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="BundleException">The folder holds no sound bundle, or the new one would not be.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static BundleManifest Extend(string folder, IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(facts);
        BundleManifest manifest;
        using (ModelBundle bundle = ModelBundle.Load(folder))
        {
            manifest = bundle.Manifest;
        }

        Dictionary<string, string> training = new(manifest.Training);
        foreach ((string name, string text) in facts)
        {
            training[name] = text;
        }

        Dictionary<string, byte[]> all = [];
        foreach (string name in manifest.Files.Keys.Union(files.Keys))
        {
            all.Add(name, files.TryGetValue(name, out byte[]? content) ? content : File.ReadAllBytes(Path.Combine(folder, name)));
        }

        return Write(folder, manifest with { Training = training }, all);
    }
}
