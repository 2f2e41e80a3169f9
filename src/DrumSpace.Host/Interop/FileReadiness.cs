using System.Runtime.InteropServices;

namespace DrumSpace.Host.Interop;

/// <summary>What a Unix file is ready for now.</summary>
/// <param name="CanRead">It can be read without waiting.</param>
/// <param name="CanWrite">It can be written without waiting.</param>
/// <param name="HasError">It has an error, or its other end is gone.</param>
internal readonly record struct FileReadiness(bool CanRead, bool CanWrite, bool HasError)
{
    private const short PollIn = 1, PollOut = 4, PollErrors = 8 | 16 | 32;

    /// <summary>Asks the system, without waiting.</summary>
    public static unsafe FileReadiness Of(int descriptor, bool read, bool write)
    {
        PollDescriptor request = new() { Descriptor = descriptor, Events = (short)((read ? PollIn : 0) | (write ? PollOut : 0)) };
        return Poll(&request, 1, 0) <= 0
            ? default
            : new FileReadiness((request.Results & PollIn) != 0, (request.Results & PollOut) != 0, (request.Results & PollErrors) != 0);
    }

    [DllImport("libc", EntryPoint = "poll")]
    private static extern unsafe int Poll(PollDescriptor* files, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Results;
    }
}
