using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Tests.Vst2;

/// <summary>
/// An instance driven by hand, for what no well-meaning host does. Its host is stopped, reports no time and takes no events. It asserts
/// VST2's threads: parameters are automated within process or on the main thread, the display is updated on the main thread.
/// </summary>
internal sealed unsafe class RawEffect : IDisposable
{
    private static readonly ConcurrentDictionary<nint, RawEffect> Open = [];

    private readonly AEffect* _effect;
    private readonly int _mainThread = Environment.CurrentManagedThreadId;
    private readonly ConcurrentQueue<string> _violations = [];
    private int _processThread;
    private bool _closed;

    public RawEffect()
    {
        BuiltPlugin.SkipUnlessBuilt();
        _effect = Entry("VSTPluginMain")(&Answer);
        Assert.True(_effect != null);
        Open[(nint)_effect] = this;
    }

    public ref AEffect Fields => ref *_effect;

    /// <summary>The parameters that the plugin automated.</summary>
    public ConcurrentQueue<(int Index, float Value)> Automated { get; } = [];

    /// <summary>How often the plugin asked for an update of the display.</summary>
    public int DisplayUpdates { get; private set; }

    public static delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<AEffect*, int, int, nint, void*, float, nint>, AEffect*> Entry(
        string name) =>
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

    public void Set(int index, float value) => _effect->SetParameter(_effect, index, value);

    public float Get(int index) => _effect->GetParameter(_effect, index);

    /// <summary>Hands a MIDI message over for the coming block.</summary>
    public void QueueMidi(byte status, byte data1, byte data2)
    {
        VstMidiEvent midi = new() { Type = VstMidiEvent.MidiType, ByteSize = sizeof(VstMidiEvent) };
        (midi.Data[0], midi.Data[1], midi.Data[2]) = (status, data1, data2);
        nint* list = stackalloc nint[3];
        ((VstEvents*)list)->EventCount = 1;
        *(VstMidiEvent**)((byte*)list + VstEvents.HeaderSize) = &midi;
        Assert.Equal(1, Dispatch(EffectOpcode.ProcessEvents, pointer: (nint)list));
    }

    /// <summary>Processes with buffers that hold a value before; null leaves the outputs out.</summary>
    public float[]? Process(int frames, float? before, bool accumulate)
    {
        float* left = (float*)NativeMemory.Alloc((nuint)frames + 1, sizeof(float));
        new Span<float>(left, frames + 1).Fill(before ?? 0);
        float** outputs = stackalloc float*[] { left, left };
        Volatile.Write(ref _processThread, Environment.CurrentManagedThreadId);
        (accumulate ? _effect->Process : _effect->ProcessReplacing)(_effect, null, before == null ? null : outputs, frames);
        Volatile.Write(ref _processThread, 0);
        float[] rendered = [.. new Span<float>(left, frames)];
        NativeMemory.Free(left);
        return rendered;
    }

    public nint Close()
    {
        _closed = true;
        Open.TryRemove((nint)_effect, out _);
        return Dispatch(EffectOpcode.Close);
    }

    public void Dispose()
    {
        if (!_closed)
        {
            Close();
        }

        Assert.Empty(_violations);
    }

    private void Require(bool isRightThread, string call)
    {
        if (!isRightThread)
        {
            _violations.Enqueue(call);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Answer(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        if (Open.TryGetValue((nint)effect, out RawEffect? self))
        {
            int thread = Environment.CurrentManagedThreadId;
            if (opcode == HostOpcode.Automate)
            {
                self.Require(thread == self._mainThread || thread == Volatile.Read(ref self._processThread), "audioMasterAutomate");
                self.Automated.Enqueue((index, option));
            }
            else if (opcode == HostOpcode.UpdateDisplay)
            {
                self.Require(thread == self._mainThread && thread != Volatile.Read(ref self._processThread), "audioMasterUpdateDisplay");
                self.DisplayUpdates++;
            }
        }

        return opcode == HostOpcode.Version ? 2400 : 0;
    }
}
