using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// The lifecycle of one instance: the struct of function pointers that the host calls, and the objects behind it. No exception leaves an
/// entry point: on the main thread it is logged, on the audio thread counted.
/// </summary>
/// <remarks>
/// The thread contract of this folder is VST 2.4's. Main thread: the dispatcher, except for the opcode that hands over MIDI and the start and
/// stop of processing. Audio thread: those and process. Either, at the same time: set and get parameter.
/// </remarks>
internal sealed unsafe class Vst2Plugin : IDisposable
{
    /// <summary>'DrSp': hosts find the plugin by this number, so it never changes.</summary>
    public const int UniqueId = 0x44725370;

    /// <summary>The name of the effect, the product and the vendor.</summary>
    public const string Name = "DrumSpace";

    // Hosts read the struct for a moment after they closed the effect; it is freed when so many more are closed.
    private const int KeptStructs = 16;
    private static readonly Queue<nint> ClosedStructs = new();

    private readonly AEffect* _effect;
    private readonly PluginCore _core;
    private readonly Vst2Processor _processor;
    private readonly Vst2Dispatcher _dispatcher;
    private GCHandle _handle;

    private Vst2Plugin(AEffect* effect, Vst2HostCalls host)
    {
        _effect = effect;
        _core = new PluginCore(ModelList.Shared);
        _processor = new Vst2Processor(_core, host);
        _dispatcher = new Vst2Dispatcher(_core, host, _processor, Dispose);
        _handle = GCHandle.Alloc(this);
    }

    /// <summary>The version as a number: 0.1.0 is 100.</summary>
    public static int Version { get; } = typeof(Vst2Plugin).Assembly.GetName().Version is { } version
        ? (version.Major * 10000) + (version.Minor * 100) + version.Build
        : 0;

    /// <summary>Creates an instance.</summary>
    /// <param name="callback">The host's callback.</param>
    /// <returns>The struct for the host, which owns it until it closes it.</returns>
    public static AEffect* Create(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> callback)
    {
        AEffect* effect = (AEffect*)NativeMemory.AllocZeroed((nuint)sizeof(AEffect));
        Vst2Plugin plugin;
        try
        {
            plugin = new Vst2Plugin(effect, new Vst2HostCalls(effect, callback));
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
        effect->ProgramCount = plugin._core.Programs.Count;
        effect->ParameterCount = ParameterTable.Count;
        effect->OutputCount = 2;
        effect->Flags = EffectFlags.CanReplacing | EffectFlags.ProgramChunks | EffectFlags.IsSynth;
        effect->IoRatio = 1;
        effect->UniqueId = UniqueId;
        effect->Version = Version;
        effect->Object = (void*)GCHandle.ToIntPtr(plugin._handle);
        return effect;
    }

    /// <summary>Destroys the instance; the host must not use it any more.</summary>
    public void Dispose()
    {
        _effect->Object = null;
        _handle.Free();
        _core.Dispose();
        _processor.Dispose();
        _dispatcher.Dispose();
        lock (ClosedStructs)
        {
            ClosedStructs.Enqueue((nint)_effect);
            if (ClosedStructs.Count > KeptStructs)
            {
                NativeMemory.Free((void*)ClosedStructs.Dequeue());
            }
        }
    }

    private static Vst2Plugin? Of(AEffect* effect) =>
        effect == null || effect->Object == null ? null : (Vst2Plugin?)GCHandle.FromIntPtr((nint)effect->Object).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint DispatcherEntry(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        try
        {
            return Of(effect)?._dispatcher.Dispatch(opcode, index, value, (byte*)pointer, option) ?? 0;
        }
        catch (Exception e)
        {
            PluginLog.WriteFailure($"Opcode {opcode} (index {index}, value {value}, option {option})", e);
            return 0;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ProcessEntry(AEffect* effect, float** inputs, float** outputs, int frames) =>
        Of(effect)?._processor.Process(outputs, frames, accumulate: true);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ProcessReplacingEntry(AEffect* effect, float** inputs, float** outputs, int frames) =>
        Of(effect)?._processor.Process(outputs, frames, accumulate: false);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetParameterEntry(AEffect* effect, int index, float value) => Of(effect)?._processor.SetParameter(index, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static float GetParameterEntry(AEffect* effect, int index) => Of(effect)?._core.Parameters[index] ?? 0;
}
