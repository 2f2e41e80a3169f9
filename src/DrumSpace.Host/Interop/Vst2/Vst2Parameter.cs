using DrumSpace.Abi.Vst2;

namespace DrumSpace.Host.Interop.Vst2;

/// <summary>A parameter of a VST2 plugin.</summary>
internal sealed class Vst2Parameter(Vst2Effect effect, int index) : PluginParameter(index)
{
    public override string Name => effect.GetText(EffectOpcode.GetParameterName, Index);

    public override string Label => effect.GetText(EffectOpcode.GetParameterLabel, Index);

    public override string Display => effect.GetText(EffectOpcode.GetParameterDisplay, Index);

    public override float Value
    {
        get => effect.GetParameter(Index);
        set => effect.SetParameter(Index, value);
    }

    public override bool CanBeAutomated => effect.Ask(EffectOpcode.CanBeAutomated, Index) == 1;

    public override bool TrySetText(string text) => effect.SetText(EffectOpcode.StringToParameter, text, Index) == 1;
}
