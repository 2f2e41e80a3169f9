using System.Globalization;
using System.Runtime.InteropServices;
using DrumSpace.Editor.Win32.Interop;
using DrumSpace.Editor.Windows;

namespace DrumSpace.Editor.Win32;

/// <summary>
/// The window class of all our windows: registered once in the process and kept, with a name of its own for each copy of this code that
/// the process has loaded. The module is pinned, because Windows goes on calling the procedure of any window that is left.
/// </summary>
/// <remarks>Any thread; it locks.</remarks>
internal static unsafe class Win32WindowClass
{
    private static readonly Lock Gate = new();
    private static ushort _atom;
    private static nint _module;

    /// <summary>Registers the class unless that was done.</summary>
    /// <param name="module">The module that the class belongs to.</param>
    /// <returns>The class's number.</returns>
    /// <exception cref="WindowSystemException">Windows refuses.</exception>
    public static nint Register(out nint module)
    {
        lock (Gate)
        {
            if (_atom == 0)
            {
                _module = FindModule();
                _atom = RegisterIn(_module);
            }

            module = _module;
            return _atom;
        }
    }

    private static nint FindModule()
    {
        nint module = 0;

        // Code that was compiled at run time is in no module: the program's serves.
        return Kernel32.GetModuleHandleExW(Kernel32.Pin | Kernel32.FromAddress, Procedure, &module) != 0
            ? module
            : Kernel32.GetModuleHandleW(null);
    }

    private static ushort RegisterIn(nint module)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"DrumSpaceEditor{(nint)Procedure:x}");
        fixed (char* characters = name)
        {
            User32.WindowClass windowClass = new()
            {
                Size = (uint)sizeof(User32.WindowClass),
                Procedure = &Receive,
                Module = module,
                Name = characters,
            };
            ushort atom = User32.RegisterClassExW(&windowClass);
            return atom != 0 ? atom : throw new WindowSystemException("Windows refuses the editor's window class.");
        }
    }

    private static void* Procedure => (delegate* unmanaged<nint, uint, nint, nint, nint>)&Receive;

    [UnmanagedCallersOnly]
    private static nint Receive(nint handle, uint message, nint w, nint l)
    {
        nint data = User32.GetWindowLongPtrW(handle, User32.UserData);

        // Without data the window is being created, or was given up.
        return data != 0 && GCHandle.FromIntPtr(data).Target is Win32Window window
            ? window.Receive(message, w, l)
            : User32.DefWindowProcW(handle, message, w, l);
    }
}
