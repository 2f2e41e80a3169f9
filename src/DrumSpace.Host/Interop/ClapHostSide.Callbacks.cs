using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;

namespace DrumSpace.Host.Interop;

/// <summary>The functions that plugins call; the static structs that hold them are made once and never freed.</summary>
internal sealed unsafe partial class ClapHostSide
{
    private static readonly byte* HostName = (byte*)Marshal.StringToCoTaskMemUTF8("DrumSpace Host");
    private static readonly byte* VersionText = (byte*)Marshal.StringToCoTaskMemUTF8("1.0.0");
    private static readonly byte* EmptyText = (byte*)Marshal.StringToCoTaskMemUTF8("");

    private static readonly ClapHostParams* Params =
        Keep(new ClapHostParams { Rescan = &RescanParams, Clear = &ClearParam, RequestFlush = &Ignore });

    private static readonly ClapHostNotePorts* NotePorts =
        Keep(new ClapHostNotePorts { SupportedDialects = &SupportedDialects, Rescan = &RescanNotePorts });

    private static readonly ClapHostLog* LogExtension = Keep(new ClapHostLog { Log = &WriteLog });

    private static readonly ClapHostThreadCheck* ThreadCheck =
        Keep(new ClapHostThreadCheck { IsMainThread = &IsMainThread, IsAudioThread = &IsAudioThread });

    private static T* Keep<T>(in T value)
        where T : unmanaged
    {
        T* kept = (T*)NativeMemory.Alloc((nuint)sizeof(T));
        *kept = value;
        return kept;
    }

    private static ClapHostSide? Of(void* context) => context == null ? null : GCHandle.FromIntPtr((nint)context).Target as ClapHostSide;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtension(ClapHost* host, byte* id)
    {
        ReadOnlySpan<byte> asked = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(id);
        return asked.SequenceEqual(ClapExtension.Params) ? Params
            : asked.SequenceEqual(ClapExtension.NotePorts) ? NotePorts
            : asked.SequenceEqual(ClapExtension.Log) ? LogExtension
            : asked.SequenceEqual(ClapExtension.ThreadCheck) ? ThreadCheck
            : null;
    }

    // What is asked for here happens in any case: the next block comes, the next resumption too.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(ClapHost* host)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RequestCallback(ClapHost* host)
    {
        if (Of(host->HostData) is { } side)
        {
            side.WantsCallback = true;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte TryPush(ClapOutputEvents* list, ClapEventHeader* header) =>
        Of(list->Context) is { } side && side.Receive(header) ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanParams(ClapHost* host, ClapParamRescan what)
    {
        if (Of(host->HostData) is { } side)
        {
            side.Rescans++;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClearParam(ClapHost* host, uint id, uint what)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapNoteDialects SupportedDialects(ClapHost* host) => Of(host->HostData)?._dialects ?? ClapNoteDialects.None;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void RescanNotePorts(ClapHost* host, uint what)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteLog(ClapHost* host, ClapLogSeverity severity, byte* text)
    {
        if (Of(host->HostData) is { } side)
        {
            lock (side._log)
            {
                side._log.Add($"{severity}: {Marshal.PtrToStringUTF8((nint)text)}");
            }
        }
    }

    // One thread may play both parts, as it does in a renderer: within process it is the audio thread alone.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsMainThread(ClapHost* host) =>
        Of(host->HostData) is { } side && side._mainThread == Environment.CurrentManagedThreadId
        && Volatile.Read(ref side._processThread) != side._mainThread ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte IsAudioThread(ClapHost* host) =>
        Of(host->HostData) is { } side && Volatile.Read(ref side._processThread) == Environment.CurrentManagedThreadId ? (byte)1 : (byte)0;
}
