using System.Runtime.InteropServices;

namespace DrumSpace.Editor.Win32.Interop;

/// <summary>The shell's list of data formats (shlobj_core.h).</summary>
internal static unsafe class Shell32
{
    [DllImport("shell32")]
    public static extern int SHCreateStdEnumFmtEtc(uint count, Ole32.Format* formats, void** list);
}
