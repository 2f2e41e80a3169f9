using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop;

/// <summary>The one function that all plugins call; it finds the instance and never lets an exception out.</summary>
/// <remarks>Any thread of the plugin, the audio thread included: the look-up neither locks nor allocates.</remarks>
internal static unsafe class HostCallback
{
    private static readonly ConcurrentDictionary<nint, HostSide> Hosts = new();

    // During its entry a plugin calls with no effect, or with one that the host has not seen yet; always on the loading thread.
    [ThreadStatic]
    private static HostSide? _loading;

    /// <summary>Calls a plugin's entry, with <paramref name="host"/> answering until it returns.</summary>
    public static AEffect* WhileLoading(HostSide host, delegate* unmanaged[Cdecl]<nint, AEffect*> entry)
    {
        HostSide? outer = _loading;
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

    public static void Remember(nint effect, HostSide host) => Hosts[effect] = host;

    public static void Forget(nint effect) => Hosts.TryRemove(effect, out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Call(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        try
        {
            if (effect == null || !Hosts.TryGetValue((nint)effect, out HostSide? host))
            {
                host = _loading;
            }

            // Some plugins ask for the version on a thread of their own before they are known.
            return host?.Answer(opcode, index, value, pointer, option) ?? (opcode == HostOpcode.Version ? HostSide.VstVersion : 0);
        }
        catch (Exception)
        {
            // An exception that crossed into the plugin would end the process: an unanswered call is the lesser evil.
            return 0;
        }
    }
}
