using System.IO.Compression;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>
/// Files of fixtures/states: states, presets of hosts and of musicians as version 0.1 saved them, some compressed, each with the listing
/// of what version 0.1 read back from it.
/// </summary>
internal static class StateFixture
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "states");

    /// <summary>The names of the files of a kind, without the ending of compression.</summary>
    public static TheoryData<string> Names(params string[] kinds) => [.. Directory.GetFiles(Folder)
        .Select(file => Path.GetFileName(file).Replace(".gz", "", StringComparison.Ordinal))
        .Where(name => kinds.Contains(Path.GetExtension(name)))];

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static byte[] Read(string name)
    {
        string path = PathOf(name);
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        using GZipStream zip = new(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string ListingOf(string name) => File.ReadAllText(PathOf(name + ".txt"));
}
