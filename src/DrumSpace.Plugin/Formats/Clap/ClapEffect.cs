using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Clap;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;

namespace DrumSpace.Plugin.Formats.Clap;

/// <summary>
/// One instance as a CLAP host sees it: the struct of function pointers, and behind it the plugin's core. No exception passes the
/// entries: each is caught and told to the log, off the audio thread.
/// </summary>
/// <remarks>
/// The threads are those of CLAP: start, stop, reset, process and flush (while active) on the audio thread, everything else on the main
/// thread; the host never calls two of the audio thread's functions at once.
/// </remarks>
internal sealed unsafe partial class ClapEffect : IDisposable
{
    // The core plays longer blocks in slices, so that its buffers need not be longer.
    private const uint LongestBlock = 1 << 20;

    private readonly ClapInstance* _instance;
    private readonly ClapHostLink _host;
    private readonly PluginCore _core;
    private readonly ClapOutput _output;
    private GCHandle _handle;
    private double _sampleRate;

    private ClapEffect(ClapInstance* instance, ClapHost* host)
    {
        _instance = instance;
        _host = new ClapHostLink(host);
        _core = new PluginCore(ModelList.Shared);
        _output = new ClapOutput(_core.Errors);
        _told = new ToldValues(_core.Parameters);
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>Makes an instance, without a word to the host.</summary>
    /// <param name="host">The host.</param>
    /// <returns>The struct for the host, which owns it until it destroys it.</returns>
    public static ClapInstance* Make(ClapHost* host)
    {
        ClapInstance* instance = (ClapInstance*)NativeMemory.AllocZeroed((nuint)sizeof(ClapInstance));
        ClapEffect effect;
        try
        {
            effect = new ClapEffect(instance, host);
        }
        catch
        {
            NativeMemory.Free(instance);
            throw;
        }

        instance->Descriptor = ClapFactory.Descriptor;
        instance->PluginData = (void*)GCHandle.ToIntPtr(effect._handle);
        instance->Init = &InitEntry;
        instance->Destroy = &DestroyEntry;
        instance->Activate = &ActivateEntry;
        instance->Deactivate = &DeactivateEntry;
        instance->StartProcessing = &StartProcessingEntry;
        instance->StopProcessing = &SilenceEntry;
        instance->Reset = &SilenceEntry;
        instance->Process = &ProcessEntry;
        instance->GetExtension = &GetExtensionEntry;
        instance->OnMainThread = &OnMainThreadEntry;
        return instance;
    }

    /// <summary>Ends the instance; the host must not use it any more.</summary>
    public void Dispose()
    {
        _handle.Free();
        _core.Dispose();
        NativeMemory.Free(_instance);
    }

    private static ClapEffect? Of(ClapInstance* instance) =>
        instance == null || instance->PluginData == null ? null : (ClapEffect?)GCHandle.FromIntPtr((nint)instance->PluginData).Target;

    /// <summary>Runs what a host calls on the main thread; an exception is logged and answered with 0.</summary>
    private static byte OnMainThread(ClapInstance* instance, string what, Func<ClapEffect, bool> action)
    {
        try
        {
            ClapEffect? effect = Of(instance);
            effect?._core.Errors.WriteOut(PluginLog.Write);
            return effect != null && action(effect) ? (byte)1 : (byte)0;
        }
        catch (Exception e)
        {
            PluginLog.Write($"CLAP {what}: {e.GetType().Name}: {e.Message}");
            return 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte InitEntry(ClapInstance* instance) => OnMainThread(instance, "init", effect =>
    {
        effect._host.Find();
        effect._output.TakesMidi = effect._host.TakesMidi;
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DestroyEntry(ClapInstance* instance) => OnMainThread(instance, "destroy", effect =>
    {
        effect.Dispose();
        return true;
    });

    // All that takes time or memory is done here, so that the audio thread may start and stop as it likes.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte ActivateEntry(ClapInstance* instance, double sampleRate, uint shortest, uint longest) =>
        OnMainThread(instance, $"activate ({sampleRate} frames a second, blocks of {shortest} to {longest})", effect =>
        {
            effect._core.SetBlockSize(Math.Min(longest, LongestBlock));
            effect._core.SetSampleRate(sampleRate);
            effect._sampleRate = sampleRate;
            effect._pace.SampleRate = sampleRate;
            effect._allocated = 0;
            effect._core.Resume();
            return true;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeactivateEntry(ClapInstance* instance) => OnMainThread(instance, "deactivate", effect =>
    {
        effect._core.Suspend();
        effect._core.Parameters.EndModulation();
        return true;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte StartProcessingEntry(ClapInstance* instance) => Of(instance) == null ? (byte)0 : (byte)1;

    // Stopping and a reset are the same to the core: what sounds ends with the next block, the position begins anew. Modulation belongs to
    // the stream of events that ends here; the host tells it anew.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SilenceEntry(ClapInstance* instance)
    {
        ClapEffect? effect = Of(instance);
        try
        {
            effect?._core.Suspend();
            effect?._core.Parameters.EndModulation();
        }
        catch (Exception e)
        {
            effect!._core.Errors.Count(Error.Process, e);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ClapProcessStatus ProcessEntry(ClapInstance* instance, ClapProcess* process) =>
        Of(instance)?.Process(process) ?? ClapProcessStatus.Error;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* GetExtensionEntry(ClapInstance* instance, byte* id) => FindExtension(HostText.Bytes(id));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMainThreadEntry(ClapInstance* instance) => OnMainThread(instance, "on_main_thread", _ => true);
}
