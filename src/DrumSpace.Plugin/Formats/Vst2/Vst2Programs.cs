using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Programs;

namespace DrumSpace.Plugin.Formats.Vst2;

/// <summary>The opcodes of programs and state. Main thread.</summary>
internal sealed unsafe class Vst2Programs(PluginCore core, Vst2HostCalls host, HostParameterMirror mirror) : IDisposable
{
    private const int NameSize = 24;

    private byte* _chunk;
    private string _knownName = NameOf(core.Programs);

    /// <summary>Executes an opcode, as <see cref="Vst2Dispatcher.Dispatch"/>; null for opcodes of something else.</summary>
    public nint? Dispatch(int opcode, int index, nint value, byte* pointer)
    {
        ProgramBank programs = core.Programs;
        switch (opcode)
        {
            case EffectOpcode.SetProgram:
                programs.Select(value is >= 0 and <= int.MaxValue ? (int)value : -1);
                ConfirmAll();
                return 1;
            case EffectOpcode.GetProgram:
                return programs.Current;
            case EffectOpcode.SetProgramName:
                programs[programs.Current].Rename(HostText.Read(pointer));
                _knownName = NameOf(programs);
                return 1;
            case EffectOpcode.GetProgramName:
                return HostText.Write(pointer, NameSize, NameOf(programs));
            case EffectOpcode.GetProgramNameIndexed:
                return (uint)index < (uint)programs.Count ? HostText.Write(pointer, NameSize, programs[index].Name) : 0;
            case EffectOpcode.GetChunk:
                return pointer == null ? 0 : GetChunk((void**)pointer, core.SaveState(programOnly: index != 0));
            case EffectOpcode.SetChunk:
                bool isLoaded = pointer != null && value is > 0 and <= int.MaxValue
                    && core.TryLoadState(new ReadOnlySpan<byte>(pointer, (int)value));
                ConfirmAll();
                return isLoaded ? 1 : 0;
            default:
                return null;
        }
    }

    /// <summary>Asks the host to show the current program's name, if it changed without the host.</summary>
    public void UpdateDisplay()
    {
        string name = NameOf(core.Programs);
        if (name != _knownName)
        {
            _knownName = name;
            host.UpdateDisplay();
        }
    }

    /// <summary>Frees the last chunk.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_chunk);
        _chunk = null;
    }

    private static string NameOf(ProgramBank programs) => programs[programs.Current].Name;

    // The host reads all values and the name again.
    private void ConfirmAll()
    {
        mirror.ConfirmAll();
        _knownName = NameOf(core.Programs);
    }

    // The plugin owns the chunk's memory; the host reads it until the next chunk or the end.
    private nint GetChunk(void** target, byte[] chunk)
    {
        _chunk = (byte*)NativeMemory.Realloc(_chunk, (nuint)chunk.Length);
        chunk.CopyTo(new Span<byte>(_chunk, chunk.Length));
        *target = _chunk;
        return chunk.Length;
    }
}
