using System.Runtime.InteropServices;

namespace DrumSpace.Editor.X11.Interop;

/// <summary>The C library's functions for shared memory, events and waiting.</summary>
internal static unsafe class Libc
{
    /// <summary>EFD_CLOEXEC and EFD_NONBLOCK: not inherited by the host's child processes, never blocks a reader.</summary>
    public const int EventFdFlags = 0x80000 | 0x800;

    /// <summary>IPC_CREAT, readable and writable for this user only.</summary>
    public const int CreatePrivate = 0x200 | 0x180;

    /// <summary>IPC_RMID.</summary>
    public const int RemoveSegment = 0;

    /// <summary>POLLIN.</summary>
    public const short PollIn = 1;

    private const string Library = "libc.so.6";

    [DllImport(Library)]
    public static extern void free(void* memory);

    [DllImport(Library)]
    public static extern int shmget(int key, nuint size, int flags);

    [DllImport(Library)]
    public static extern nint shmat(int id, void* address, int flags);

    [DllImport(Library)]
    public static extern int shmdt(nint address);

    [DllImport(Library)]
    public static extern int shmctl(int id, int command, void* buffer);

    [DllImport(Library)]
    public static extern int eventfd(uint value, int flags);

    [DllImport(Library)]
    public static extern nint read(int file, void* buffer, nuint count);

    [DllImport(Library)]
    public static extern nint write(int file, void* buffer, nuint count);

    [DllImport(Library)]
    public static extern int close(int file);

    [DllImport(Library)]
    public static extern int poll(PollFile* files, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollFile
    {
        public int File;
        public short Events;
        public short Returned;
    }
}
