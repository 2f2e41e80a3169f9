using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>The raw VST2 instance and the library that contains it. Nothing above this folder sees a pointer.</summary>
/// <remarks>Adds no lock and no allocation to a call; the caller keeps to the threads of VST2.</remarks>
internal sealed unsafe class Vst2Effect
{
    // VST2 allows 8 to 64 bytes for its texts, and plugins write more.
    private const int TextCapacity = 1024;

    private readonly nint _library;

    // Null once unloaded, so that a late call throws instead of entering freed code.
    private AEffect* _effect;

    private Vst2Effect(nint library, AEffect* effect)
    {
        _library = library;
        _effect = effect;
    }

    public ref readonly AEffect Fields => ref *_effect;

    /// <summary>The window's size; null if the plugin does not give it.</summary>
    public EditorRectangle? EditorRectangle
    {
        get
        {
            EditorRectangle* rectangle = null;
            Dispatch(EffectOpcode.EditorGetRectangle, 0, 0, &rectangle);
            return rectangle == null ? null : *rectangle;
        }
    }

    /// <summary>Loads the library and opens its instance; the plugin may call the host from here on.</summary>
    public static Vst2Effect Load(string path, Vst2HostSide host)
    {
        nint library = PluginLibrary.Load(path);
        try
        {
            AEffect* effect = Enter(path, library, host);
            Vst2HostCallback.Register(effect, host);
            Vst2Effect opened = new(library, effect);
            opened.Ask(EffectOpcode.Open);
            return opened;
        }
        catch
        {
            NativeLibrary.Free(library);
            throw;
        }
    }

    public nint Dispatch(int opcode, int index, nint value, void* pointer, float option = 0) =>
        _effect->Dispatcher(_effect, opcode, index, value, pointer, option);

    public nint Ask(int opcode, int index = 0, nint value = 0, float option = 0) => Dispatch(opcode, index, value, null, option);

    public float GetParameter(int index) => _effect->GetParameter(_effect, index);

    public void SetParameter(int index, float value) => _effect->SetParameter(_effect, index, value);

    public void Process(AudioBuffers inputs, AudioBuffers outputs, int frames) =>
        _effect->ProcessReplacing(_effect, inputs.Pointers, outputs.Pointers, frames);

    /// <summary>A text that the plugin writes into a buffer; empty if it writes none.</summary>
    public string GetText(int opcode, int index = 0)
    {
        byte* buffer = stackalloc byte[TextCapacity];
        new Span<byte>(buffer, TextCapacity).Clear();
        Dispatch(opcode, index, 0, buffer);
        buffer[TextCapacity - 1] = 0;
        return (Marshal.PtrToStringUTF8((nint)buffer) ?? "").Trim();
    }

    /// <summary>Passes a text to the plugin; returns its answer.</summary>
    public nint SetText(int opcode, string text, int index = 0)
    {
        fixed (byte* pointer = Encoding.UTF8.GetBytes(text + "\0"))
        {
            return Dispatch(opcode, index, 0, pointer);
        }
    }

    /// <summary>A copy of the plugin's chunk; empty if it gives none.</summary>
    public byte[] GetChunk(bool programOnly)
    {
        void* chunk = null;
        nint length = Dispatch(EffectOpcode.GetChunk, programOnly ? 1 : 0, 0, &chunk);
        return chunk == null || length <= 0 ? [] : new ReadOnlySpan<byte>(chunk, checked((int)length)).ToArray();
    }

    /// <summary>Passes a chunk to the plugin; whether it reports success.</summary>
    public bool SetChunk(ReadOnlySpan<byte> chunk, bool programOnly)
    {
        // Plugins that read the chunk as text or structs read past its end, so it is followed by zeros.
        byte* copy = (byte*)NativeMemory.AllocZeroed((nuint)chunk.Length + 16);
        try
        {
            chunk.CopyTo(new Span<byte>(copy, chunk.Length));
            return Dispatch(EffectOpcode.SetChunk, programOnly ? 1 : 0, chunk.Length, copy) == 1;
        }
        finally
        {
            NativeMemory.Free(copy);
        }
    }

    /// <summary>Opens the window inside of a parent, an X11 window's number or an HWND; whether the plugin opened it.</summary>
    public bool OpenEditor(nint parent) => Dispatch(EffectOpcode.EditorOpen, 0, 0, (void*)parent) != 0;

    public nint VendorSpecific(int index, nint value, Span<byte> data)
    {
        fixed (byte* pointer = data)
        {
            return Dispatch(EffectOpcode.VendorSpecific, index, value, pointer);
        }
    }

    /// <summary>Frees the instance and its library.</summary>
    public void Unload()
    {
        Ask(EffectOpcode.Close);
        Vst2HostCallback.Unregister(_effect);
        _effect = null;
        NativeLibrary.Free(_library);
    }

    private static AEffect* Enter(string path, nint library, Vst2HostSide host)
    {
        // "main" is the entry point's name in plugins older than VST 2.4.
        if (!NativeLibrary.TryGetExport(library, "VSTPluginMain", out nint entry)
            && !NativeLibrary.TryGetExport(library, "main", out entry))
        {
            throw new PluginLoadException(path, "it has no VST2 entry (neither VSTPluginMain nor main).");
        }

        AEffect* effect = Vst2HostCallback.Enter((delegate* unmanaged[Cdecl]<nint, AEffect*>)entry, host);
        if (effect == null)
        {
            throw new PluginLoadException(path, "its entry returned no effect.");
        }

        if (effect->Magic != AEffect.MagicValue)
        {
            throw new PluginLoadException(
                path, $"its effect begins with 0x{effect->Magic:X8}, not with the VST2 magic 0x{AEffect.MagicValue:X8}.");
        }

        if (effect->Dispatcher == null || effect->ProcessReplacing == null)
        {
            throw new PluginLoadException(path, "its effect has no dispatcher or no processReplacing.");
        }

        if (effect->ParameterCount > 0 && (effect->SetParameter == null || effect->GetParameter == null))
        {
            throw new PluginLoadException(path, "its effect has parameters, but no functions to set or get them.");
        }

        if ((effect->ParameterCount | effect->ProgramCount | effect->InputCount | effect->OutputCount) < 0)
        {
            throw new PluginLoadException(path, "its effect has a negative number of parameters, programs, inputs or outputs.");
        }

        return effect;
    }
}
