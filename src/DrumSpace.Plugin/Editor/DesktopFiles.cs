using System.Runtime.InteropServices;
using System.Text;

namespace DrumSpace.Plugin.Window;

/// <summary>
/// Shows files in the desktop's file manager. Without <see cref="System.Diagnostics.Process"/>, which would install a signal handler in the
/// host.
/// </summary>
/// <remarks>Any thread but the audio thread; takes some thousandths of a second.</remarks>
internal static unsafe class DesktopFiles
{
    // The shell ends at once and what it starts is nobody's child here. Some hosts change where libraries are looked for.
    private const string Script = """
        unset LD_LIBRARY_PATH LD_PRELOAD
        { dbus-send --session --print-reply --dest=org.freedesktop.FileManager1 --type=method_call /org/freedesktop/FileManager1 \
            org.freedesktop.FileManager1.ShowItems array:string:"$1" string:"" || xdg-open "$2"; } >/dev/null 2>&1 </dev/null &
        """;

    private const int ShowNormal = 1;
    private const int LastShellError = 32;

    /// <summary>Shows a file, selected where the file manager can.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>False where nothing could be started.</returns>
    public static bool TryShow(string path) => OperatingSystem.IsWindows()
        ? ShellExecuteW(0, "open", "explorer.exe", $"/select,\"{path}\"", null, ShowNormal) > LastShellError
        : TryRun("/bin/sh", ["sh", "-c", Script, "sh", UriOf(path), Path.GetDirectoryName(path) ?? "/"]);

    /// <summary>A path as a URI, each part of it escaped: a list of such URIs may have commas between them.</summary>
    internal static string UriOf(string path) => "file://" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static bool TryRun(string program, ReadOnlySpan<string> arguments)
    {
        nint* list = stackalloc nint[arguments.Length + 1];
        for (int number = 0; number < arguments.Length; number++)
        {
            list[number] = Marshal.StringToCoTaskMemUTF8(arguments[number]);
        }

        list[arguments.Length] = 0;
        byte[] file = Encoding.UTF8.GetBytes(program + "\0");
        int process;
        bool isStarted;
        fixed (byte* name = file)
        {
            nint environment = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ");
            isStarted = posix_spawn(&process, name, null, null, list, *(nint**)environment) == 0;
        }

        for (int number = 0; number < arguments.Length; number++)
        {
            Marshal.FreeCoTaskMem(list[number]);
        }

        // A host that waits for any child of the process may be quicker: it is started all the same.
        return isStarted && waitpid(process, null, 0) is var ended && (ended == process || ended == -1);
    }

    [DllImport("libc")]
    private static extern int posix_spawn(int* process, byte* file, void* actions, void* attributes, nint* arguments, nint* environment);

    [DllImport("libc")]
    private static extern int waitpid(int process, int* status, int options);

    [DllImport("shell32", CharSet = CharSet.Unicode)]
    private static extern nint ShellExecuteW(nint window, string verb, string file, string arguments, string? folder, int show);
}
