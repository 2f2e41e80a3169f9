using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// The lifecycle of one instance: the struct of function pointers that the host calls, and the objects behind it. No exception leaves an
/// entry point: on the main thread it is logged, on the audio thread counted.
/// </summary>
/// <remarks>
/// The thread contract of this folder is CLAP's. Audio thread: start, stop, reset, process, and flush while active; the host never makes
/// two of these calls at once, and none during activate and deactivate. Any thread: get_extension. Main thread: everything else.
/// </remarks>
internal sealed unsafe class ClapPlugin : IDisposable
{
    // The core splits longer blocks, so its buffers need not be longer.
    private const uint MaxBlock = 1 << 20;

    private readonly ClapInstance* _instance;
    private GCHandle _handle;

    private ClapPlugin(ClapHost* host, WindowServices window)
    {
        Host = new ClapHostCalls(host);
        Core = new PluginCore(ModelList.Shared);
        Processor = new ClapProcessor(Core);
        Editor = new ClapEditor(Core, Host, Processor, window);
        _handle = GCHandle.Alloc(this);
        _instance = HostMemory.Keep(new ClapInstance
        {
            Descriptor = ClapFactory.Descriptor,
            PluginData = (void*)GCHandle.ToIntPtr(_handle),
            Init = &InitEntry,
            Destroy = &DestroyEntry,
            Activate = &ActivateEntry,
            Deactivate = &DeactivateEntry,
            StartProcessing = &StartProcessingEntry,
            StopProcessing = &StopProcessingEntry,
            Reset = &ResetEntry,
            Process = &ProcessEntry,
            GetExtension = &GetExtensionEntry,
            OnMainThread = &OnMainThreadEntry,
        });
    }

    /// <summary>The instance without its format.</summary>
    public PluginCore Core { get; }

    /// <summary>The audio thread's side.</summary>
    public ClapProcessor Processor { get; }

    /// <summary>The calls to the host.</summary>
    public ClapHostCalls Host { get; }

    /// <summary>The window.</summary>
    public ClapEditor Editor { get; }

    /// <summary>Creates an instance, which is the host's until it destroys it. CLAP forbids calls to the host before init.</summary>
    /// <param name="host">The host.</param>
    /// <param name="window">What its window needs; null for the process's.</param>
    public static ClapInstance* Create(ClapHost* host, WindowServices? window = null) =>
        new ClapPlugin(host, window ?? WindowServices.Shared)._instance;

    /// <summary>The object behind an instance; null for none.</summary>
    public static ClapPlugin? Of(ClapInstance* instance) =>
        instance == null || instance->PluginData == null ? null : (ClapPlugin?)GCHandle.FromIntPtr((nint)instance->PluginData).Target;

    /// <summary>Runs an entry point of the main thread, after it logged what the audio thread counted.</summary>
    /// <returns>1 if the action succeeded; 0 if it did not, it threw, or there is no instance.</returns>
    public static byte OnMainThread(ClapInstance* instance, string call, Func<ClapPlugin, bool> action)
    {
        try
        {
            ClapPlugin? plugin = Of(instance);
            plugin?.Core.Errors.WriteOut(PluginLog.Write);
            return plugin != null && action(plugin) ? (byte)1 : (byte)0;
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure($"CLAP {call}", e);
            return 0;
        }
    }

    /// <summary>Destroys the instance; the host must not use it any more.</summary>
    public void Dispose()
    {
        Editor.Dispose();
        _handle.Free();
        Core.Dispose();
        NativeMemory.Free(_instance);
    }

    /// <summary>As <see cref="OnMainThread(ClapInstance*, string, Func{ClapPlugin, bool})"/>, for what cannot fail.</summary>
    public static byte OnMainThread(ClapInstance* instance, string call, Action<ClapPlugin> act) => OnMainThread(instance, call, plugin =>
    {
        act(plugin);
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte InitEntry(ClapInstance* instance) => OnMainThread(instance, "init", plugin =>
    {
        plugin.Host.QueryExtensions();
        plugin.Core.ParametersMoved = plugin.Host.RequestFlush;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DestroyEntry(ClapInstance* instance) => OnMainThread(instance, "destroy", plugin => plugin.Dispose());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ActivateEntry(ClapInstance* instance, double sampleRate, uint shortest, uint longest) => OnMainThread(
        instance,
        $"activate ({sampleRate} frames a second, blocks of {shortest} to {longest})",
        plugin => plugin.Processor.Activate(sampleRate, Math.Min(longest, MaxBlock), plugin.Host.TakesMidi));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeactivateEntry(ClapInstance* instance) =>
        OnMainThread(instance, "deactivate", plugin => plugin.Processor.Reset(stops: true));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte StartProcessingEntry(ClapInstance* instance)
    {
        ClapPlugin? plugin = Of(instance);
        plugin?.Core.Continue();
        return plugin == null ? (byte)0 : (byte)1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void StopProcessingEntry(ClapInstance* instance) => Of(instance)?.Processor.Reset(stops: true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ResetEntry(ClapInstance* instance) => Of(instance)?.Processor.Reset(stops: false);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapProcessStatus ProcessEntry(ClapInstance* instance, ClapProcess* process) =>
        process != null && Of(instance) is { } plugin ? plugin.Processor.Process(process) : ClapProcessStatus.Error;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtensionEntry(ClapInstance* instance, byte* id) => ClapExtensions.Find(HostText.Bytes(id));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMainThreadEntry(ClapInstance* instance) =>
        OnMainThread(instance, "on_main_thread", plugin => plugin.Editor.Idle());
}
