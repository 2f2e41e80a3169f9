using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>Executes the host's opcodes. Threads as <see cref="Vst2Plugin"/> says.</summary>
internal sealed unsafe class Vst2Dispatcher(
    PluginCore core, Vst2HostCalls host, Vst2Processor processor, Vst2Editor editor, Action close) : IDisposable
{
    private const int VstVersion = 2400;
    private const int MidiChannels = 16;
    private const int EffectNameSize = 32;
    private const int VendorSize = 64;

    private readonly Vst2Parameters _parameters = new(core, processor.Mirror);
    private readonly Vst2Programs _programs = new(core, host, processor.Mirror);
    private int _seenBlocks;

    /// <summary>Executes an opcode.</summary>
    /// <param name="opcode">An <see cref="EffectOpcode"/>, which says what the other arguments mean.</param>
    /// <param name="index">A number of a parameter or program.</param>
    /// <param name="value">A whole number.</param>
    /// <param name="pointer">The host's memory; may be null.</param>
    /// <param name="option">A real number.</param>
    /// <returns>The answer; 0 for unknown opcodes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An impossible sample rate or block size.</exception>
    public nint Dispatch(int opcode, int index, nint value, byte* pointer, float option)
    {
        // On the audio thread nothing may be logged.
        if (opcode is EffectOpcode.ProcessEvents or EffectOpcode.StartProcess or EffectOpcode.StopProcess)
        {
            return opcode == EffectOpcode.ProcessEvents && processor.QueueEvents((VstEvents*)pointer) ? 1 : 0;
        }

        core.Errors.WriteOut(PluginLog.Write);
        switch (opcode)
        {
            case EffectOpcode.Close:
                close();
                return 1;
            case EffectOpcode.SetSampleRate:
                processor.SetSampleRate(option);
                return 1;
            case EffectOpcode.SetBlockSize:
                core.SetBlockSize(value);
                return 1;
            case EffectOpcode.MainsChanged:
                SetActive(value != 0);
                return 1;
            case EffectOpcode.SetBypass:
                core.IsBypassed = value != 0;
                return 1;
            case EffectOpcode.EditorIdle:
                editor.Idle();
                NotifyHost();
                return 1;
            case EffectOpcode.VendorSpecific:
                return ReadDiagnostic(index, value, (long*)pointer);
            default:
                return Describe(opcode, pointer) ?? _parameters.Dispatch(opcode, index, pointer)
                    ?? _programs.Dispatch(opcode, index, value, pointer) ?? editor.Dispatch(opcode, pointer) ?? 0;
        }
    }

    /// <summary>Frees the memory that the host may read.</summary>
    public void Dispose() => _programs.Dispose();

    private void SetActive(bool active)
    {
        if (active)
        {
            host.WantMidi();
            processor.Resume();
        }
        else
        {
            core.Suspend();
        }
    }

    // While the host processes, process notifies it: of a call from here it would record a gesture of the user.
    private void NotifyHost()
    {
        if (processor.BlockCount == _seenBlocks)
        {
            processor.Mirror.Notify();
        }

        _seenBlocks = processor.BlockCount;
        _programs.UpdateDisplay();
    }

    private nint? Describe(int opcode, byte* text) => opcode switch
    {
        EffectOpcode.GetCategory => EffectCategory.Synth,
        EffectOpcode.GetEffectName => HostText.Write(text, EffectNameSize, Product.Name),
        EffectOpcode.GetVendorString or EffectOpcode.GetProductString => HostText.Write(text, VendorSize, Product.Name),
        EffectOpcode.GetVendorVersion => Product.VersionNumber,
        EffectOpcode.GetVstVersion => VstVersion,
        EffectOpcode.GetTailSize => core.TailFrames,
        EffectOpcode.GetMidiInputChannelCount or EffectOpcode.GetMidiOutputChannelCount => MidiChannels,
        EffectOpcode.CanDo => CanDo(HostText.Read(text)) ? 1 : 0,
        _ => null,
    };

    // Hosts give the plugin no MIDI port without these answers. 0 means "don't know", which is right for everything else.
    private static bool CanDo(string ability) => ability is "sendVstEvents" or "sendVstMidiEvent" or "receiveVstEvents"
        or "receiveVstMidiEvent" or "receiveVstTimeInfo" or "bypass";

    private nint ReadDiagnostic(int index, nint diagnostic, long* answer)
    {
        if (index != Product.UniqueId || answer == null)
        {
            return 0;
        }

        *answer = processor.Read((Diagnostic)diagnostic);
        return *answer >= 0 ? 1 : 0;
    }
}
