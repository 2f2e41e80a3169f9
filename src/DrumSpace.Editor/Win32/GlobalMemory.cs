using DrumSpace.Editor.Win32.Interop;

namespace DrumSpace.Editor.Win32;

/// <summary>Memory that programs hand to each other.</summary>
/// <remarks>Any thread.</remarks>
internal static unsafe class GlobalMemory
{
    // More than any list of files that a user drags.
    private const int MaxBytes = 1 << 24;

    /// <summary>A copy of bytes for another program, which frees it.</summary>
    /// <returns>Its handle; 0 when there is no memory.</returns>
    public static nint Of(ReadOnlySpan<byte> bytes)
    {
        nint memory = Kernel32.GlobalAlloc(Kernel32.Movable, (nuint)bytes.Length);
        void* start = memory == 0 ? null : Kernel32.GlobalLock(memory);
        if (start != null)
        {
            bytes.CopyTo(new Span<byte>(start, bytes.Length));
            _ = Kernel32.GlobalUnlock(memory);
        }

        return memory;
    }

    /// <summary>A copy of what another program handed over; empty if it is unreadable.</summary>
    public static byte[] BytesOf(nint memory)
    {
        void* start = Kernel32.GlobalLock(memory);
        if (start == null)
        {
            return [];
        }

        int length = (int)Math.Min(Kernel32.GlobalSize(memory), MaxBytes);
        byte[] bytes = new ReadOnlySpan<byte>(start, length).ToArray();
        _ = Kernel32.GlobalUnlock(memory);
        return bytes;
    }
}
