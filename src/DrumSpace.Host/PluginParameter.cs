using DrumSpace.Abi.Vst2;
using DrumSpace.Host.Interop;

namespace DrumSpace.Host;

/// <summary>One parameter of a loaded plugin; every property asks the plugin anew.</summary>
/// <remarks><see cref="Value"/> may be used from any thread and does not allocate; the texts are for the main thread.</remarks>
public sealed class PluginParameter
{
    private readonly Effect _effect;

    internal PluginParameter(Effect effect, int index)
    {
        _effect = effect;
        Index = index;
    }

    /// <summary>The index, from 0.</summary>
    public int Index { get; }

    /// <summary>The name as the plugin writes it, without blanks at its ends.</summary>
    public string Name => _effect.GetText(EffectOpcode.GetParameterName, Index);

    /// <summary>The unit, for example "dB"; may be empty.</summary>
    public string Label => _effect.GetText(EffectOpcode.GetParameterLabel, Index);

    /// <summary>The value as the plugin writes it.</summary>
    public string Display => _effect.GetText(EffectOpcode.GetParameterDisplay, Index);

    /// <summary>The value, 0 to 1.</summary>
    public float Value
    {
        get => _effect.GetParameter(Index);
        set => _effect.SetParameter(Index, value);
    }

    /// <summary>Whether the plugin says that a host may automate this.</summary>
    public bool CanBeAutomated => _effect.Ask(EffectOpcode.CanBeAutomated, Index) == 1;

    /// <summary>Sets the value from a text.</summary>
    /// <param name="text">A value as a musician writes it.</param>
    /// <returns>Whether the plugin took it.</returns>
    public bool TrySetText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _effect.SetText(EffectOpcode.StringToParameter, text, Index) == 1;
    }
}
