using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// One instance as a VST 2.4 host sees it: the struct of function pointers, and behind it the plugin's core. No exception passes the
/// entries: each is caught and told to the log, off the audio thread.
/// </summary>
/// <remarks>
/// The dispatcher runs on the host's main thread, but for the opcode that hands over MIDI; process on its audio thread; parameters are
/// set and read on either, at the same time.
/// </remarks>
internal sealed unsafe partial class Vst2Effect : IDisposable
{
    /// <summary>'DrSp': by this number hosts find the plugin again, so it never changes.</summary>
    public const int UniqueId = 0x44725370;

    /// <summary>The name of the effect, the product and the vendor.</summary>
    public const string Name = "DrumSpace";

    // Hosts look at the struct for a moment after they closed the effect; it is freed when this many more were closed.
    private const int KeptStructs = 16;
    private static readonly Queue<nint> ClosedStructs = new();

    private readonly AEffect* _effect;
    private readonly HostCallback _host;
    private readonly PluginCore _core;
    private readonly MidiOutput _midi;
    private GCHandle _handle;

    private Vst2Effect(AEffect* effect, HostCallback host)
    {
        _effect = effect;
        _host = host;
        _core = new PluginCore(ModelList.Shared);
        _midi = new MidiOutput(host, _core.Errors);
        _told = new ToldValues(_core.Parameters);
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>The version as a number: 0.1.0 is 100.</summary>
    public static int Version { get; } = typeof(Vst2Effect).Assembly.GetName().Version is { } version
        ? (version.Major * 10000) + (version.Minor * 100) + version.Build
        : 0;

    /// <summary>Makes an instance.</summary>
    /// <param name="callback">The host's callback.</param>
    /// <returns>The struct for the host, which owns it until it closes it.</returns>
    public static AEffect* Make(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> callback)
    {
        AEffect* effect = (AEffect*)NativeMemory.AllocZeroed((nuint)sizeof(AEffect));
        Vst2Effect instance;
        try
        {
            instance = new Vst2Effect(effect, new HostCallback(effect, callback));
        }
        catch
        {
            NativeMemory.Free(effect);
            throw;
        }

        effect->Magic = AEffect.MagicValue;
        effect->Dispatcher = &DispatcherEntry;
        effect->Process = &ProcessEntry;
        effect->ProcessReplacing = &ProcessReplacingEntry;
        effect->SetParameter = &SetParameterEntry;
        effect->GetParameter = &GetParameterEntry;
        effect->ProgramCount = instance._core.Programs.Count;
        effect->ParameterCount = ParameterTable.Count;
        effect->OutputCount = 2;
        effect->Flags = EffectFlags.CanReplacing | EffectFlags.ProgramChunks | EffectFlags.IsSynth;
        effect->IoRatio = 1;
        effect->UniqueId = UniqueId;
        effect->Version = Version;
        effect->Object = (void*)GCHandle.ToIntPtr(instance._handle);
        return effect;
    }

    /// <summary>Ends the instance; the host must not use it any more.</summary>
    public void Dispose()
    {
        _effect->Object = null;
        _handle.Free();
        _core.Dispose();
        _midi.Dispose();
        NativeMemory.Free(_chunk);
        _chunk = null;
        lock (ClosedStructs)
        {
            ClosedStructs.Enqueue((nint)_effect);
            if (ClosedStructs.Count > KeptStructs)
            {
                NativeMemory.Free((void*)ClosedStructs.Dequeue());
            }
        }
    }

    private static Vst2Effect? Of(AEffect* effect) =>
        effect == null || effect->Object == null ? null : (Vst2Effect?)GCHandle.FromIntPtr((nint)effect->Object).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint DispatcherEntry(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        try
        {
            return Of(effect)?.Dispatch(opcode, index, value, (byte*)pointer, option) ?? 0;
        }
        catch (Exception e)
        {
            PluginLog.Write($"Opcode {opcode} (index {index}, value {value}, option {option}): {e.GetType().Name}: {e.Message}");
            return 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ProcessEntry(AEffect* effect, float** inputs, float** outputs, int frames) =>
        Of(effect)?.Process(outputs, frames, accumulate: true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ProcessReplacingEntry(AEffect* effect, float** inputs, float** outputs, int frames) =>
        Of(effect)?.Process(outputs, frames, accumulate: false);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetParameterEntry(AEffect* effect, int index, float value) => Of(effect)?.SetParameter(index, value);

    private void SetParameter(int index, float value)
    {
        _core.SetByHost(index, value);
        _told.Told(index, _core.Parameters[index]);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static float GetParameterEntry(AEffect* effect, int index) => Of(effect)?._core.Parameters[index] ?? 0;
}
