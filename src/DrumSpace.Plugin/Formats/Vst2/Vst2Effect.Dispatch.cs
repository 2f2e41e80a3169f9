using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Diagnostics;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The host's questions and orders.</summary>
internal sealed unsafe partial class Vst2Effect
{
    private byte* _chunk;

    private nint Dispatch(int opcode, int index, nint value, byte* pointer, float option)
    {
        // The only order that comes on the audio thread.
        if (opcode == EffectOpcode.ProcessEvents)
        {
            return TakeEvents((VstEvents*)pointer);
        }

        _core.Faults.WriteOut(PluginLog.Write);
        switch (opcode)
        {
            case EffectOpcode.Close:
                Dispose();
                return 1;
            case EffectOpcode.SetSampleRate:
                _core.SetSampleRate(option);
                _pace.SampleRate = option;
                return 1;
            case EffectOpcode.SetBlockSize:
                _core.SetBlockSize(value);
                return 1;
            case EffectOpcode.MainsChanged:
                SetActive(value != 0);
                return 1;
            case EffectOpcode.SetBypass:
                _core.IsBypassed = value != 0;
                return 1;
            case EffectOpcode.GetCategory:
                return EffectCategory.Synth;
            case EffectOpcode.GetEffectName:
                return HostText.Write(pointer, HostText.EffectSize, Name);
            case EffectOpcode.GetVendorString:
            case EffectOpcode.GetProductString:
                return HostText.Write(pointer, HostText.VendorSize, Name);
            case EffectOpcode.GetVendorVersion:
                return Version;
            case EffectOpcode.GetVstVersion:
                return 2400;
            case EffectOpcode.GetTailSize:
                return _core.TailFrames;
            case EffectOpcode.GetMidiInputChannelCount:
            case EffectOpcode.GetMidiOutputChannelCount:
                return 16;
            case EffectOpcode.CanDo:
                return CanDo(HostText.Bytes(pointer));
            case EffectOpcode.VendorSpecific:
                return AnswerDiagnostics(index, value, (long*)pointer);
            default:
                return DispatchParameter(opcode, index, pointer) ?? DispatchProgram(opcode, index, value, pointer) ?? 0;
        }
    }

    /// <summary>Answers what concerns a parameter; null for other opcodes.</summary>
    private nint? DispatchParameter(int opcode, int index, byte* text)
    {
        if (opcode is not (EffectOpcode.GetParameterLabel or EffectOpcode.GetParameterDisplay or EffectOpcode.GetParameterName
            or EffectOpcode.CanBeAutomated or EffectOpcode.StringToParameter or EffectOpcode.GetParameterProperties))
        {
            return null;
        }

        if ((uint)index >= (uint)ParameterTable.Count)
        {
            return 0;
        }

        Parameter parameter = ParameterTable.All[index];
        return opcode switch
        {
            EffectOpcode.GetParameterName => HostText.Write(text, HostText.NameSize, parameter.Name),
            EffectOpcode.GetParameterLabel => HostText.Write(text, HostText.ValueSize, parameter.Range.Unit),
            EffectOpcode.GetParameterDisplay => HostText.Write(text, HostText.ValueSize, parameter.Range.Format(_core.Parameters[index])),
            EffectOpcode.CanBeAutomated => parameter.IsAutomatable ? 1 : 0,
            EffectOpcode.GetParameterProperties => ParameterProperties.Write((VstParameterProperties*)text, index),
            _ => SetFromText(parameter, index, text),
        };
    }

    private nint SetFromText(Parameter parameter, int index, byte* text)
    {
        // Without a text a host asks whether one would be understood.
        if (text == null)
        {
            return 1;
        }

        if (!parameter.Range.TryParse(HostText.Read(text), out float value))
        {
            return 0;
        }

        _core.SetByHand(index, value);
        _told.Told(index, _core.Parameters[index]);
        return 1;
    }

    /// <summary>Answers what concerns programs and state; null for other opcodes.</summary>
    private nint? DispatchProgram(int opcode, int index, nint value, byte* pointer)
    {
        ProgramBank programs = _core.Programs;
        switch (opcode)
        {
            case EffectOpcode.SetProgram:
                programs.Select(value is >= 0 and <= int.MaxValue ? (int)value : -1);
                _told.ToldAll();
                return 1;
            case EffectOpcode.GetProgram:
                return programs.Current;
            case EffectOpcode.SetProgramName:
                programs[programs.Current].Rename(HostText.Read(pointer));
                return 1;
            case EffectOpcode.GetProgramName:
                return HostText.Write(pointer, HostText.NameSize, programs[programs.Current].Name);
            case EffectOpcode.GetProgramNameIndexed:
                return (uint)index < (uint)programs.Count ? HostText.Write(pointer, HostText.NameSize, programs[index].Name) : 0;
            case EffectOpcode.GetChunk:
                return pointer == null ? 0 : GiveChunk((void**)pointer, _core.SaveState(programOnly: index != 0));
            case EffectOpcode.SetChunk:
                bool taken = pointer != null && value is > 0 and <= int.MaxValue
                    && _core.TryLoadState(new ReadOnlySpan<byte>(pointer, (int)value));
                _told.ToldAll();
                return taken ? 1 : 0;
            default:
                return null;
        }
    }

    // The host reads the chunk from memory that stays the plugin's until the next chunk or the end.
    private nint GiveChunk(void** target, byte[] chunk)
    {
        _chunk = (byte*)NativeMemory.Realloc(_chunk, (nuint)chunk.Length);
        chunk.CopyTo(new Span<byte>(_chunk, chunk.Length));
        *target = _chunk;
        return chunk.Length;
    }

    // Without these answers hosts give the plugin no MIDI port. 0 means "don't know", which is right for everything else.
    private static nint CanDo(ReadOnlySpan<byte> what) =>
        what.SequenceEqual("sendVstEvents"u8) || what.SequenceEqual("sendVstMidiEvent"u8)
        || what.SequenceEqual("receiveVstEvents"u8) || what.SequenceEqual("receiveVstMidiEvent"u8)
        || what.SequenceEqual("receiveVstTimeInfo"u8) || what.SequenceEqual("bypass"u8)
            ? 1
            : 0;
}
