using System.Runtime.InteropServices;
using System.Text;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop;

/// <summary>The raw VST2 effect and the library that holds it. Nothing above this folder sees a pointer.</summary>
/// <remarks>Threads are the caller's affair, as in the VST2 interface: this adds no lock and no allocation to a call.</remarks>
internal sealed unsafe class Effect
{
    // VST2 promises 8 to 64 bytes for its texts and everyone writes more.
    private const int TextCapacity = 1024;

    private readonly nint _library;
    private readonly AEffect* _effect;

    private Effect(nint library, AEffect* effect)
    {
        _library = library;
        _effect = effect;
    }

    public nint Address => (nint)_effect;

    public ref readonly AEffect Fields => ref *_effect;

    /// <summary>Loads the library and asks it for its effect. The callback may come while this runs.</summary>
    public static Effect Load(string path, HostSide host)
    {
        nint library = PluginLibrary.Load(path);
        try
        {
            return new Effect(library, Enter(path, library, host));
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

    public void Process(float** inputs, float** outputs, int frames) => _effect->ProcessReplacing(_effect, inputs, outputs, frames);

    /// <summary>A text that the plugin writes into a buffer; empty when it writes none.</summary>
    public string GetText(int opcode, int index = 0)
    {
        byte* buffer = stackalloc byte[TextCapacity];
        new Span<byte>(buffer, TextCapacity).Clear();
        Dispatch(opcode, index, 0, buffer);
        buffer[TextCapacity - 1] = 0;
        return (Marshal.PtrToStringUTF8((nint)buffer) ?? "").Trim();
    }

    /// <summary>Gives the plugin a text; returns its answer.</summary>
    public nint SetText(int opcode, string text, int index = 0)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
        fixed (byte* pointer = bytes)
        {
            return Dispatch(opcode, index, 0, pointer);
        }
    }

    /// <summary>Ends the effect and lets its library go; the address is dead afterwards.</summary>
    public void Unload()
    {
        Ask(EffectOpcode.Close);
        HostCallback.Forget((nint)_effect);
        NativeLibrary.Free(_library);
    }

    private static AEffect* Enter(string path, nint library, HostSide host)
    {
        // "main" is the entry's name in plugins older than VST 2.4.
        if (!NativeLibrary.TryGetExport(library, "VSTPluginMain", out nint entry)
            && !NativeLibrary.TryGetExport(library, "main", out entry))
        {
            throw new PluginLoadException(path, "it has no VST2 entry (neither VSTPluginMain nor main).");
        }

        AEffect* effect = HostCallback.WhileLoading(host, (delegate* unmanaged[Cdecl]<nint, AEffect*>)entry);
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

        HostCallback.Remember((nint)effect, host);
        return effect;
    }
}
