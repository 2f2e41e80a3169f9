using System.Runtime.InteropServices;
using System.Text;

namespace DrumSpace.Midi.Files;

/// <summary>Tells pipes, sockets and devices from files without opening them: opening may block, and reading may never end.</summary>
public static class SpecialFile
{
    // Linux's <sys/stat.h> and <linux/stat.h>; struct statx is the same on every processor.
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int StatxBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int Pipe = 0x1000, CharacterDevice = 0x2000, BlockDevice = 0x6000, Socket = 0xC000;

    /// <summary>What a path is, links followed.</summary>
    /// <returns>"a pipe", "a socket" or "a device"; null for all else: files, folders, and what does not exist or cannot be read.</returns>
    public static string? KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] status = new byte[StatxBytes];
        if (!OperatingSystem.IsLinux() || Statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, TypeOnly, status) != 0)
        {
            return null;
        }

        return (BitConverter.ToUInt16(status, ModeOffset) & TypeMask) switch
        {
            Pipe => "a pipe",
            Socket => "a socket",
            CharacterDevice or BlockDevice => "a device",
            _ => null,
        };
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] status);
}
