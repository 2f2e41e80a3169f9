using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>A VST2 instance in managed code with a fake window, and the host that records what it hears.</summary>
internal sealed unsafe class WindowedEffect : IDisposable
{
    private static readonly ConcurrentDictionary<nint, WindowedEffect> Open = [];

    private readonly AEffect* _effect;
    private bool _isClosed;

    public WindowedEffect()
    {
        _effect = Formats.Vst2.Vst2Plugin.Create(&Answer, Fixture.Services);
        Open[(nint)_effect] = this;
    }

    public WindowFixture Fixture { get; } = new();

    public FakeWindow Window => Fixture.Window;

    public EffectFlags Flags => _effect->Flags;

    /// <summary>What the host hears, such as "begin 3", "automate 3 0.5", "end 3", "size 600x400", "display".</summary>
    public List<string> HostCalls { get; } = [];

    /// <summary>Whether the host notes what it hears; if not, it allocates nothing.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>Whether the host sets a parameter while it is told of it, as some do.</summary>
    public bool Echoes { get; set; }

    /// <summary>Called while the host is told of a parameter.</summary>
    public Action? WhileAutomated { get; set; }

    /// <summary>The window's size as the plugin gives it.</summary>
    public (int Width, int Height)? Rectangle
    {
        get
        {
            EditorRectangle* rectangle = null;
            return Dispatch(EffectOpcode.EditorGetRectangle, pointer: (nint)(&rectangle)) == 0
                ? null
                : (rectangle->Right - rectangle->Left, rectangle->Bottom - rectangle->Top);
        }
    }

    public nint Dispatch(int opcode, nint value = 0, nint pointer = 0) => _effect->Dispatcher(_effect, opcode, 0, value, (void*)pointer, 0);

    public bool OpenWindow(nint parent = 7) => Dispatch(EffectOpcode.EditorOpen, pointer: parent) != 0;

    public void CloseWindow() => Dispatch(EffectOpcode.EditorClose);

    public void Idle() => Dispatch(EffectOpcode.EditorIdle);

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

    public void Process() => _effect->ProcessReplacing(_effect, null, null, 64);

    /// <summary>What was heard since the last question.</summary>
    public string[] TakeHostCalls()
    {
        string[] heard = [.. HostCalls];
        HostCalls.Clear();
        return heard;
    }

    public void Close()
    {
        _isClosed = true;
        Dispatch(EffectOpcode.Close);
        Open.TryRemove((nint)_effect, out _);
    }

    public void Dispose()
    {
        if (!_isClosed)
        {
            Close();
        }

        Fixture.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Answer(AEffect* effect, int opcode, int index, nint value, void* pointer, float option)
    {
        if (!Open.TryGetValue((nint)effect, out WindowedEffect? self) || !self.IsRecording)
        {
            return opcode == HostOpcode.Version ? 2400 : 0;
        }

        switch (opcode)
        {
            case HostOpcode.Automate:
                self.HostCalls.Add(FormattableString.Invariant($"automate {index} {option}"));
                self.WhileAutomated?.Invoke();
                if (self.Echoes)
                {
                    effect->SetParameter(effect, index, option);
                }

                break;
            case HostOpcode.BeginEdit:
                self.HostCalls.Add($"begin {index}");
                break;
            case HostOpcode.EndEdit:
                self.HostCalls.Add($"end {index}");
                break;
            case HostOpcode.SizeWindow:
                self.HostCalls.Add($"size {index}x{value}");
                break;
            case HostOpcode.UpdateDisplay:
                self.HostCalls.Add("display");
                break;
        }

        return 0;
    }
}
