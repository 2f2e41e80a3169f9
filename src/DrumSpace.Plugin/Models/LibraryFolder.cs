using System.Runtime.InteropServices;

namespace DrumSpace.Plugin.Models;

/// <summary>
/// The folder where the plugin's own library lies, links resolved: what the plugin needs lies beside it, wherever a user put it. A host
/// has another base directory, so the usual ways to ask give the host's.
/// </summary>
public static unsafe class LibraryFolder
{
    private const uint FromAddress = 0x4;
    private const uint UnchangedReferenceCount = 0x2;

    [StructLayout(LayoutKind.Sequential)]
    private struct DlInfo
    {
        public byte* FileName;
        public void* Base;
        public byte* SymbolName;
        public void* SymbolAddress;
    }

    /// <summary>Finds the folder of the library that holds a function.</summary>
    /// <param name="function">The address of an exported function.</param>
    /// <returns>Null when the system does not know.</returns>
    public static string? Of(void* function)
    {
        string? file = OperatingSystem.IsWindows() ? FileOnWindows(function) : FileOnUnix(function);
        if (string.IsNullOrEmpty(file))
        {
            return null;
        }

        FileInfo library = new(file);
        return Path.GetDirectoryName(library.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? library.FullName);
    }

    private static string? FileOnUnix(void* function)
    {
        DlInfo info;
        return dladdr(function, &info) != 0 ? Marshal.PtrToStringUTF8((nint)info.FileName) : null;
    }

    private static string? FileOnWindows(void* function)
    {
        void* module;
        if (GetModuleHandleExW(FromAddress | UnchangedReferenceCount, function, &module) == 0)
        {
            return null;
        }

        char* buffer = stackalloc char[32768];
        uint length = GetModuleFileNameW(module, buffer, 32768);
        return length is > 0 and < 32768 ? new string(buffer, 0, (int)length) : null;
    }

    [DllImport("libc")]
    private static extern int dladdr(void* address, DlInfo* info);

    [DllImport("kernel32")]
    private static extern int GetModuleHandleExW(uint flags, void* address, void** module);

    [DllImport("kernel32")]
    private static extern uint GetModuleFileNameW(void* module, char* fileName, uint size);
}
