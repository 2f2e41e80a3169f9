using System.IO.Compression;

namespace DrumSpace.Cli.Fetching;

/// <summary>Unpacks zip archives that may be hostile: every name is checked before anything is written, and what comes out is bounded.</summary>
internal static class ZipContent
{
    /// <summary>The most files of an archive.</summary>
    public const int MaxFiles = 200_000;

    /// <summary>The most bytes that an archive may unpack to.</summary>
    public const long MaxBytes = 2L << 30;

    // The type bits of a Unix mode, and that of a regular file, in the high half of an entry's attributes.
    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Unpacks an archive; where all of it lies in one folder, that folder is left out.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="maxBytes">The most bytes to unpack.</param>
    /// <exception cref="FetchException">It is no zip archive or a damaged one, or has names that lead elsewhere, links, or too much.</exception>
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
                .. zip.Entries.Select(entry => (entry, PathOf(archive, entry))).Where(one => !one.entry.FullName.EndsWith('/')),
            ];
            bool isInOneFolder = files.Length > 0 && files.All(one => one.Path.Length > 1 && one.Path[0] == files[0].Path[0]);
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

    // Counts what comes out, not what the archive says of itself.
    private static long Copy(ZipArchiveEntry entry, string target, long left, string archive, long maxBytes)
    {
        using Stream from = entry.Open();
        using FileStream to = new(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 14];
        long copied = 0;
        int read;
        while ((read = from.Read(buffer)) > 0)
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
