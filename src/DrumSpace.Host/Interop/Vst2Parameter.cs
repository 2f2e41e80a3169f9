using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop;

/// <summary>A parameter of a VST2 plugin.</summary>
internal sealed class Vst2Parameter : PluginParameter
{
    private readonly Effect _effect;

    public Vst2Parameter(Effect effect, int index)
        : base(index)
    {
        _effect = effect;
    }

    /// <inheritdoc/>
    public override string Name => _effect.GetText(EffectOpcode.GetParameterName, Index);

    /// <inheritdoc/>
    public override string Label => _effect.GetText(EffectOpcode.GetParameterLabel, Index);

    /// <inheritdoc/>
    public override string Display => _effect.GetText(EffectOpcode.GetParameterDisplay, Index);

    /// <inheritdoc/>
    public override float Value
    {
        get => _effect.GetParameter(Index);
        set => _effect.SetParameter(Index, value);
    }

    /// <inheritdoc/>
    public override bool CanBeAutomated => _effect.Ask(EffectOpcode.CanBeAutomated, Index) == 1;

    /// <inheritdoc/>
    public override bool TrySetText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _effect.SetText(EffectOpcode.StringToParameter, text, Index) == 1;
    }
}
