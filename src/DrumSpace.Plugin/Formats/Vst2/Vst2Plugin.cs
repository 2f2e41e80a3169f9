using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Models;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>
/// The lifecycle of one instance: the struct of function pointers that the host calls, and the objects behind it. No exception leaves an
/// entry point: on the main thread it is logged, on the audio thread counted.
/// </summary>
/// <remarks>
/// The thread contract of this folder is VST 2.4's. Audio thread: process, and the opcodes that hand over MIDI and start or stop it. Any
/// thread, several at once: set and get parameter. Main thread: all other opcodes.
/// </remarks>
internal sealed unsafe class Vst2Plugin : IDisposable
{
    // Hosts read the struct for a moment after they closed the effect; it is freed when so many more are closed.
    private const int KeptStructs = 16;
    private static readonly Queue<nint> ClosedStructs = new();

    private readonly PluginCore _core = new(ModelList.Shared);
    private readonly AEffect* _effect = (AEffect*)NativeMemory.AllocZeroed((nuint)sizeof(AEffect));
    private readonly Vst2Processor _processor;
    private readonly Vst2Editor _editor;
    private readonly Vst2Dispatcher _dispatcher;
    private GCHandle _handle;

    private Vst2Plugin(delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> callback, WindowServices window)
    {
        Vst2HostCalls host = new(_effect, callback);
        _processor = new Vst2Processor(_core, host);
        _editor = new Vst2Editor(_core, host, _processor, window);
        _dispatcher = new Vst2Dispatcher(_core, host, _processor, _editor, Dispose);
        _handle = GCHandle.Alloc(this);
        _effect->Magic = AEffect.MagicValue;
        _effect->Dispatcher = &DispatcherEntry;
        _effect->Process = &ProcessEntry;
        _effect->ProcessReplacing = &ProcessReplacingEntry;
        _effect->SetParameter = &SetParameterEntry;
        _effect->GetParameter = &GetParameterEntry;
        _effect->ProgramCount = _core.Programs.Count;
        _effect->ParameterCount = ParameterTable.Count;
        _effect->OutputCount = 2;
        _effect->Flags = EffectFlags.HasEditor | EffectFlags.CanReplacing | EffectFlags.ProgramChunks | EffectFlags.IsSynth;
        _effect->IoRatio = 1;
        _effect->UniqueId = Product.UniqueId;
        _effect->Version = Product.VersionNumber;
        _effect->Object = (void*)GCHandle.ToIntPtr(_handle);
    }

    /// <summary>Creates an instance, which the host owns until it closes it.</summary>
    /// <param name="callback">The host's callback.</param>
    /// <param name="window">What its window needs; null for the process's.</param>
    public static AEffect* Create(
        delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint> callback, WindowServices? window = null) =>
        new Vst2Plugin(callback, window ?? WindowServices.Shared)._effect;

    /// <summary>Destroys the instance; the host must not use it any more.</summary>
    public void Dispose()
    {
        _editor.Dispose();
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
    private static void SetParameterEntry(AEffect* effect, int index, float value) => Of(effect)?._processor.SetByHost(index, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static float GetParameterEntry(AEffect* effect, int index) => Of(effect)?._core.Parameters[index] ?? 0;
}
