using System.Globalization;
using DrumSpace.Midi;
using DrumSpace.Plugin.Clips;
using DrumSpace.Plugin.Files;

namespace DrumSpace.Plugin.Capture;

/// <summary>
/// Where captures lie: `DrumSpace` in the user's music folder ($XDG_MUSIC_DIR, else the one that the desktop names, else ~/Music; on
/// Windows My Music), or the folder that DRUMSPACE_CAPTURES names. It is made with its first file, and takes no more than a thousand.
/// </summary>
/// <remarks>One thread at a time, and never the audio thread nor the decode worker.</remarks>
/// <param name="clock">What time it is.</param>
/// <param name="folder">Another folder; null for the user's.</param>
internal sealed class CaptureFolder(TimeProvider clock, string? folder = null)
{
    /// <summary>The captures that a folder takes.</summary>
    public const int MostFiles = 1000;

    private const string ClipsName = "Clips";
    private const string FolderVariable = "DRUMSPACE_CAPTURES";
    private const string Prefix = "DrumSpace ";

    /// <summary>The process's folder.</summary>
    public static CaptureFolder Shared { get; } = new(TimeProvider.System);

    /// <summary>The folder of clips within this one.</summary>
    public ClipFolder Clips { get; } = new(clock, () => System.IO.Path.Combine(folder ?? UserPath(), ClipsName));

    /// <summary>What time it is.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The folder's path, whether it exists or not.</summary>
    public string Path => folder ?? UserPath();

    /// <summary>Writes a capture into a file of its own, named after the time and the number of bars.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="bars">Its bars.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The folder is full or cannot be written; nothing is left behind.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public string Write(MidiFile capture, int bars)
    {
        string path = Path;
        Directory.CreateDirectory(path);
        if (Directory.EnumerateFiles(path, $"{Prefix}*.mid").Take(MostFiles).Count() == MostFiles)
        {
            throw new IOException($"{path} has {MostFiles} captures already; move some away.");
        }

        string time = clock.GetLocalNow().ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture);
        return NewFile.Write(System.IO.Path.Combine(path, $"{Prefix}{time}, {bars} {(bars == 1 ? "bar" : "bars")}"), capture);
    }

    private static string UserPath()
    {
        string? named = Environment.GetEnvironmentVariable(FolderVariable);
        return string.IsNullOrEmpty(named)
            ? System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.MyMusic, Environment.SpecialFolderOption.DoNotVerify), "DrumSpace")
            : System.IO.Path.GetFullPath(named);
    }
}
