using System.Runtime.InteropServices;
using DrumSpace.Host.Live;

namespace DrumSpace.Host.Interop.Alsa;

/// <summary>libasound's errors as sentences.</summary>
internal static unsafe class AlsaErrors
{
    /// <summary>EPIPE: the buffer ran empty or full. ESTRPIPE: the computer slept. EAGAIN. ENOSPC. EPERM, EACCES, ENOENT, EBUSY.</summary>
    public const int Dropout = -32, Slept = -86, TryAgain = -11, Overflow = -28, NotPermitted = -1, Denied = -13, Missing = -2, Busy = -16;

    /// <summary>Binds the library's functions, and stops it from writing to the error stream; what matters is thrown.</summary>
    /// <exception cref="LiveDeviceException">There is no libasound.</exception>
    public static void Load()
    {
        try
        {
            Marshal.PrelinkAll(typeof(Asound));
            _ = Asound.snd_lib_error_set_handler((nint)(delegate* unmanaged<byte*, int, byte*, int, byte*, void>)&Ignore);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new LiveDeviceException("ALSA is not installed: libasound.so.2 cannot be loaded (Debian's package libasound2).", e);
        }
    }

    /// <summary>The library's words for an error.</summary>
    public static string Text(int error) => Marshal.PtrToStringUTF8((nint)Asound.snd_strerror(error)) ?? $"error {error}";

    /// <summary>Throws if a call failed.</summary>
    /// <param name="result">The call's result.</param>
    /// <param name="what">What was refused, to be followed by a colon and the reason.</param>
    /// <exception cref="LiveDeviceException">It failed.</exception>
    public static int Check(int result, string what) =>
        result >= 0 ? result : throw new LiveDeviceException($"{what}: {Text(result)}.");

    // The library's function has variable arguments after these; a callee that takes none of them may ignore them.
    [UnmanagedCallersOnly]
    private static void Ignore(byte* file, int line, byte* function, int error, byte* format)
    {
    }
}
