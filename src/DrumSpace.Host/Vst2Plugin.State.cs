using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>Parameters, programs and state.</summary>
public sealed partial class Vst2Plugin
{
    /// <summary>The parameters by index.</summary>
    public IReadOnlyList<PluginParameter> Parameters { get; }

    /// <summary>The number of programs.</summary>
    public int ProgramCount => _effect.Fields.ProgramCount;

    /// <summary>The current program, from 0.</summary>
    public int Program
    {
        get => (int)_effect.Ask(EffectOpcode.GetProgram);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, ProgramCount);
            _effect.Ask(EffectOpcode.SetProgram, value: value);
        }
    }

    /// <summary>The current program's name.</summary>
    public string ProgramName
    {
        get => _effect.GetText(EffectOpcode.GetProgramName);
        set => _effect.SetText(EffectOpcode.SetProgramName, value);
    }

    /// <summary>Whether state travels as an opaque chunk; without it, it is the parameters' values.</summary>
    public bool HasState => Flags.HasFlag(EffectFlags.ProgramChunks);

    /// <summary>A program's name without selecting it; empty where the plugin does not tell.</summary>
    /// <param name="program">From 0.</param>
    /// <returns>The name.</returns>
    public string GetProgramName(int program) => _effect.GetText(EffectOpcode.GetProgramNameIndexed, program);

    /// <summary>Finds a parameter by its name: first exactly, then without regard to case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public PluginParameter Parameter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parameters.FirstOrDefault(p => p.Name == name)
            ?? Parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                Parameters.Count == 0
                    ? $"{Name} has no parameter \"{name}\": it has none at all."
                    : $"{Name} has no parameter \"{name}\". It has: {string.Join(", ", Parameters.Select(p => p.Name))}.");
    }

    /// <summary>Takes the plugin's state.</summary>
    /// <param name="programOnly">The current program alone instead of the whole bank.</param>
    /// <returns>A copy of the chunk; empty where the plugin gives none.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public unsafe byte[] GetState(bool programOnly = false)
    {
        RequireState();
        void* chunk = null;
        long length = _effect.Dispatch(EffectOpcode.GetChunk, programOnly ? 1 : 0, 0, &chunk);
        return chunk == null || length <= 0 ? [] : new ReadOnlySpan<byte>(chunk, checked((int)length)).ToArray();
    }

    /// <summary>Gives the plugin a state.</summary>
    /// <param name="state">A chunk from <see cref="GetState"/>.</param>
    /// <param name="programOnly">As it was taken.</param>
    /// <returns>Whether the plugin says that it took it; many answer false in any case.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public unsafe bool SetState(ReadOnlySpan<byte> state, bool programOnly = false)
    {
        RequireState();

        // Plugins read the chunk as text or as structs: neither tolerates the end of a mapped page, so give it room and a final zero.
        byte* copy = (byte*)NativeMemory.AllocZeroed((nuint)state.Length + 16);
        try
        {
            state.CopyTo(new Span<byte>(copy, state.Length));
            return _effect.Dispatch(EffectOpcode.SetChunk, programOnly ? 1 : 0, state.Length, copy) == 1;
        }
        finally
        {
            NativeMemory.Free(copy);
        }
    }

    private void RequireState()
    {
        if (!HasState)
        {
            throw new InvalidOperationException($"{Name} keeps no state chunk; its state is its parameters' values.");
        }
    }
}
