using System.Runtime.InteropServices;
using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host;

/// <summary>Parameters, programs and state.</summary>
public sealed partial class Vst2Plugin
{
    /// <inheritdoc/>
    public override IReadOnlyList<PluginParameter> Parameters { get; }

    /// <inheritdoc/>
    public override int ProgramCount => _effect.Fields.ProgramCount;

    /// <inheritdoc/>
    public override int Program
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

    /// <inheritdoc/>
    public override bool HasState => Flags.HasFlag(EffectFlags.ProgramChunks);

    /// <inheritdoc/>
    public override string GetProgramName(int program) => _effect.GetText(EffectOpcode.GetProgramNameIndexed, program);

    /// <inheritdoc/>
    public override byte[] GetState() => GetState(programOnly: false);

    /// <inheritdoc/>
    public override bool SetState(ReadOnlySpan<byte> state) => SetState(state, programOnly: false);

    /// <summary>Takes the plugin's state.</summary>
    /// <param name="programOnly">The current program alone instead of the whole bank.</param>
    /// <returns>A copy of the chunk; empty where the plugin gives none.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public unsafe byte[] GetState(bool programOnly)
    {
        RequireState();
        void* chunk = null;
        long length = _effect.Dispatch(EffectOpcode.GetChunk, programOnly ? 1 : 0, 0, &chunk);
        return chunk == null || length <= 0 ? [] : new ReadOnlySpan<byte>(chunk, checked((int)length)).ToArray();
    }

    /// <summary>Gives the plugin a state.</summary>
    /// <param name="state">A chunk from <see cref="GetState(bool)"/>.</param>
    /// <param name="programOnly">As it was taken.</param>
    /// <returns>Whether the plugin says that it took it; many answer false in any case.</returns>
    /// <exception cref="InvalidOperationException">The plugin keeps no chunk (<see cref="HasState"/>).</exception>
    public unsafe bool SetState(ReadOnlySpan<byte> state, bool programOnly)
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
