using DrumSpace.Midi.Files;

namespace DrumSpace.Inference.Bundles;

/// <summary>Writes model bundles.</summary>
public static partial class BundleWriter
{
    /// <summary>
    /// Writes a bundle into a folder, which is made if it is not there. Files are written under another name first and the manifest
    /// comes last, so that a reader never takes a bundle that is half written: until the end its hashes do not fit.
    /// </summary>
    /// <param name="folder">The bundle's folder. Files in it that a bundle does not have are left alone.</param>
    /// <param name="manifest">The manifest; its <see cref="BundleManifest.Files"/> are filled from <paramref name="files"/>.</param>
    /// <param name="files">
    /// The content of every file, by its name in <see cref="BundleFile"/>; the manifest is not among them. Optional files that an
    /// earlier bundle left in the folder and this one does not have are deleted, and so is <see cref="BundleFile.Retired"/>.
    /// </param>
    /// <returns>The manifest as written.</returns>
    /// <exception cref="BundleException">
    /// The manifest or a file name is one that a reader would refuse (<see cref="BundleManifest.Check"/>).
    /// </exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static BundleManifest Write(string folder, BundleManifest manifest, IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(files);
        string manifestPath = Path.Combine(folder, BundleFile.Manifest);
        BundleManifest full = manifest with { Files = files.ToDictionary(file => file.Key, file => BundleFileFacts.Of(file.Value)) };
        full.Check(manifestPath);

        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] content) in files)
        {
            AtomicFile.Write(Path.Combine(folder, name), content);
        }

        AtomicFile.Write(manifestPath, full.ToJson());
        foreach (string name in BundleFile.Optional.Append(BundleFile.Retired))
        {
            if (!files.ContainsKey(name))
            {
                File.Delete(Path.Combine(folder, name));
            }
        }

        return full;
    }
}
