using System.Runtime.InteropServices;

namespace DrumSpace.Editor.X11.Interop;

/// <summary>The shared memory extension's client library. It may be missing: ask <see cref="IsPresent"/> before any other call.</summary>
internal static unsafe class XcbShm
{
    private const string Library = "libxcb-shm.so.0";

    /// <summary>Whether the library is installed.</summary>
    public static bool IsPresent { get; } = NativeLibrary.TryLoad(Library, out _);

    [DllImport(Library)]
    public static extern uint xcb_shm_attach_checked(nint c, uint segment, uint id, byte readOnly);

    [DllImport(Library)]
    public static extern uint xcb_shm_detach(nint c, uint segment);

    [DllImport(Library)]
    public static extern uint xcb_shm_put_image(nint c, uint drawable, uint context, ushort totalWidth, ushort totalHeight, ushort sourceX,
        ushort sourceY, ushort width, ushort height, short x, short y, byte depth, byte format, byte sendEvent, uint segment, uint offset);
}
