namespace DrumSpace.Inference.Bundles;

/// <summary>Reads files of a bundle, whose origin is unknown: the length and the hash are checked before anything is used.</summary>
internal static class CheckedFile
{
    /// <summary>Opens a file and reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <param name="read">Reads the open file.</param>
    /// <exception cref="BundleException">The file is missing, empty, too long or unreadable.</exception>
    public static T Read<T>(string path, int maxBytes, Func<FileStream, T> read)
    {
        try
        {
            // Opening a pipe would wait for its other end, perhaps forever. Pipes and devices have a length of 0; no file of a bundle has.
            FileSystemInfo file = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
            if (file is FileInfo { Length: 0 })
            {
                throw new BundleException(path, "", "it is empty, or it is not a file");
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return stream.Length <= maxBytes
                ? read(stream)
                : throw new BundleException(path, "", $"it has {stream.Length} bytes, and at most {maxBytes} are read");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, "", "it cannot be read: " + e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>Opens a file, compares its hash with the manifest's, and reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="facts">What the manifest says about it.</param>
    /// <param name="read">Reads the open file, from its beginning.</param>
    /// <exception cref="BundleException">The file is missing or unreadable, or not the one that the manifest means.</exception>
    public static T ReadVerified<T>(string path, BundleFileFacts facts, Func<FileStream, T> read) =>
        Read(path, BundleFile.MaxFileBytes, stream =>
        {
            if (stream.Length != facts.Bytes)
            {
                throw new BundleException(path, "", $"it has {stream.Length} bytes, and the manifest says {facts.Bytes}");
            }

            if (Sha256Hash.HexOf(stream) != facts.Sha256)
            {
                throw new BundleException(path, "", "its SHA-256 is not the one in the manifest: the file was changed or damaged");
            }

            stream.Position = 0;
            return read(stream);
        });

    /// <summary>The whole content of an open file.</summary>
    public static byte[] Content(FileStream stream)
    {
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
