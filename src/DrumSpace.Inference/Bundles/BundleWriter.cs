using DrumSpace.Midi.Files;

namespace DrumSpace.Inference.Bundles;

/// <summary>Writes model bundles.</summary>
public static class BundleWriter
{
    /// <summary>
    /// Writes a bundle into a folder, which is made if it is not there. Files are written under another name first, and the manifest comes
    /// last: until then its hashes do not fit, so that no reader takes a bundle that is half written.
    /// </summary>
    /// <param name="folder">The bundle's folder. Files in it that no bundle has are left alone.</param>
    /// <param name="manifest">The manifest; its <see cref="BundleManifest.Files"/> are filled from <paramref name="files"/>.</param>
    /// <param name="files">
    /// The content of every file, by its name in <see cref="BundleFile"/>, without the manifest. Optional files that an earlier bundle left
    /// in the folder and this one does not have are deleted, and so is <see cref="BundleFile.Retired"/>.
    /// </param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="BundleException">The manifest or a file name is one that a reader would refuse.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static BundleManifest Write(string folder, BundleManifest manifest, IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(files);
        string manifestPath = Path.Combine(folder, BundleFile.Manifest);
        BundleManifest full = manifest with { Files = files.ToDictionary(file => file.Key, file => BundleFileFacts.Of(file.Value)) };
        ManifestRules.Check(full, manifestPath);

        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] content) in files)
        {
            AtomicFile.Write(Path.Combine(folder, name), content);
        }

        AtomicFile.Write(manifestPath, full.ToJson());
        foreach (string name in BundleFile.Optional.Append(BundleFile.Retired).Where(name => !files.ContainsKey(name)))
        {
            File.Delete(Path.Combine(folder, name));
        }

        return full;
    }

    /// <summary>Puts files into an existing bundle, in place of those of the same name; all others stay byte by byte.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="files">The content of each file, by its name in <see cref="BundleFile"/>.</param>
    /// <param name="facts">What to add to <see cref="BundleManifest.Training"/>, in place of the facts of the same name.</param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="BundleException">The folder holds no sound bundle, or the new one would not be.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static BundleManifest Extend(string folder, IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, string> facts)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(facts);
        using ModelBundle bundle = ModelBundle.Load(folder);
        BundleManifest manifest = bundle.Manifest;
        return Write(
            folder,
            manifest with { Training = manifest.Training.ExceptBy(facts.Keys, fact => fact.Key).Concat(facts).ToDictionary() },
            manifest.Files.Keys.Union(files.Keys).ToDictionary(
                name => name,
                name => files.TryGetValue(name, out byte[]? content) ? content : File.ReadAllBytes(Path.Combine(folder, name))));
    }
}
