using System.IO.Compression;

namespace DrumSpace.Cli.Fetching;

/// <summary>Unpacks untrusted zip archives: all names are checked before anything is written, and the unpacked size is limited.</summary>
internal static class ZipContent
{
    /// <summary>The maximum number of files in an archive.</summary>
    public const int MaxFiles = 200_000;

    /// <summary>The maximum unpacked size, in bytes.</summary>
    public const long MaxBytes = 2L << 30;

    // The type bits of a Unix mode, in the high half of an entry's attributes, and their value for regular files.
    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Unpacks an archive, without a top folder that holds everything.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The target folder; created if missing.</param>
    /// <param name="maxBytes">The maximum unpacked size.</param>
    /// <exception cref="FetchException">
    /// It is not a valid zip archive, or has names outside the folder, links, or too much content.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Unpack(string archive, string folder, long maxBytes = MaxBytes)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(archive);
            if (zip.Entries.Count > MaxFiles)
            {
                throw new FetchException($"{archive}: {zip.Entries.Count} files, more than the {MaxFiles} that are allowed");
            }

            (ZipArchiveEntry Entry, string[] Path)[] files =
            [
                .. zip.Entries.Select(entry => (Entry: entry, Path: PathOf(archive, entry)))
                    .Where(file => !file.Entry.FullName.EndsWith('/')),
            ];
            bool isInOneFolder = files.Length > 0 && files.All(file => file.Path.Length > 1 && file.Path[0] == files[0].Path[0]);
            Directory.CreateDirectory(folder);
            long left = maxBytes;
            foreach ((ZipArchiveEntry entry, string[] path) in files)
            {
                string target = Path.Combine([folder, .. path[(isInOneFolder ? 1 : 0)..]]);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                left -= Copy(entry, target, left, archive, maxBytes);
            }
        }
        catch (InvalidDataException error)
        {
            throw new FetchException($"{archive}: {error.Message}", error);
        }
    }

    private static string[] PathOf(string archive, ZipArchiveEntry entry)
    {
        string name = entry.FullName;
        string[] path = name.TrimEnd('/').Split('/');
        if (name.AsSpan().IndexOfAny('\\', ':', '\0') >= 0 || path.Any(part => part is "" or "." or ".."))
        {
            throw new FetchException($"{archive}: the name '{name}' may lead out of the folder");
        }

        int type = (entry.ExternalAttributes >> 16) & TypeBits;
        if (type is not (0 or RegularFile) && !name.EndsWith('/'))
        {
            throw new FetchException($"{archive}: '{name}' is a link or a device, not a file");
        }

        return path;
    }

    // Counts the unpacked bytes: the archive's own sizes cannot be trusted.
    private static long Copy(ZipArchiveEntry entry, string target, long left, string archive, long maxBytes)
    {
        using Stream from = entry.Open();
        using FileStream to = new(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 14];
        long copied = 0;
        while (from.Read(buffer) is var read and > 0)
        {
            copied += read;
            if (copied > left)
            {
                throw new FetchException($"{archive}: unpacks to more than the {maxBytes} bytes that are allowed");
            }

            to.Write(buffer, 0, read);
        }

        return copied;
    }
}
