using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Tests;

/// <summary>An instance driven by hand, for what no well-meaning host does. Its host is stopped, tells no time and takes no events.</summary>
internal sealed unsafe class RawEffect : IDisposable
{
    private readonly AEffect* _effect;
    private bool _closed;

    public RawEffect()
    {
        BuiltPlugin.SkipUnlessBuilt();
        _effect = Entry("VSTPluginMain")(&Answer);
        Assert.True(_effect != null);
    }

    public ref AEffect Fields => ref *_effect;

    public static delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>, AEffect*> Entry(string name) =>
        (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>, AEffect*>)
            NativeLibrary.GetExport(NativeLibrary.Load(BuiltPlugin.LibraryPath), name);

    public nint Dispatch(int opcode, int index = 0, nint value = 0, nint pointer = 0, float option = 0) =>
        _effect->Dispatcher(_effect, opcode, index, value, (void*)pointer, option);

    public string Text(int opcode, int index = 0)
    {
        byte* buffer = stackalloc byte[64];
        new Span<byte>(buffer, 64).Fill(0xEE);
        return Dispatch(opcode, index, 0, (nint)buffer) == 0 ? "" : Marshal.PtrToStringUTF8((nint)buffer)!;
    }

    /// <summary>Processes with buffers that hold a value before; null leaves the outputs out.</summary>
    public float[]? Process(int frames, float? before, bool accumulate)
    {
        float* left = (float*)NativeMemory.Alloc((nuint)frames + 1, sizeof(float));
        new Span<float>(left, frames + 1).Fill(before ?? 0);
        float** outputs = stackalloc float*[] { left, left };
        (accumulate ? _effect->Process : _effect->ProcessReplacing)(_effect, null, before == null ? null : outputs, frames);
        float[] rendered = [.. new Span<float>(left, frames)];
        NativeMemory.Free(left);
        return rendered;
    }

    public nint Close()
    {
        _closed = true;
        return Dispatch(EffectOpcode.Close);
    }

    public void Dispose()
    {
        if (!_closed)
        {
            Close();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Answer(AEffect* effect, int opcode, int index, nint value, void* pointer, float option) =>
        opcode == HostOpcode.Version ? 2400 : 0;
}
