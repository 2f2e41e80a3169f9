using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>The one function that all VST2 plugins call; it finds the instance's host side and lets no exception out.</summary>
/// <remarks>Any thread, the audio thread included: the look-up neither locks nor allocates.</remarks>
internal static unsafe class Vst2HostCallback
{
    private static readonly ConcurrentDictionary<nint, Vst2HostSide> Hosts = new();

    // During its entry point a plugin passes null, or an effect that the host has not seen yet; always on the loading thread.
    [ThreadStatic]
    private static Vst2HostSide? _loading;

    /// <summary>Calls a plugin's entry point, with <paramref name="host"/> answering until it returns.</summary>
    public static AEffect* Enter(delegate* unmanaged[Cdecl]<nint, AEffect*> entry, Vst2HostSide host)
    {
        Vst2HostSide? outer = _loading;
        _loading = host;
        try
        {
            return entry((nint)(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>)&Call);
        }
        finally
        {
            _loading = outer;
        }
    }

    public static void Register(AEffect* effect, Vst2HostSide host) => Hosts[(nint)effect] = host;

    public static void Unregister(AEffect* effect) => Hosts.TryRemove((nint)effect, out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Call(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        try
        {
            if (effect == null || !Hosts.TryGetValue((nint)effect, out Vst2HostSide? host))
            {
                host = _loading;
            }

            // Some plugins ask for the version on a thread of their own before they are registered.
            return host?.Answer(opcode, index, value, pointer, option) ?? (opcode == HostOpcode.Version ? Vst2HostSide.VstVersion : 0);
        }
        catch (Exception)
        {
            // An exception that reaches the plugin would end the process; a call without an answer usually does not.
            return 0;
        }
    }
}
