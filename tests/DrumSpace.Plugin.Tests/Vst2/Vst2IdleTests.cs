using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Vst2;

/// <summary>What a host that does not process at the moment learns when it is idle.</summary>
public class Vst2IdleTests
{
    [Fact]
    public void A_parameter_that_moves_in_the_background_after_the_suspension_is_automated()
    {
        using RawEffect effect = new();
        float before = effect.Get(ParameterTable.Knobs[0].Index);
        effect.Dispatch(EffectOpcode.MainsChanged, value: 1);
        effect.Process(64, 0, accumulate: false);
        effect.Set(ParameterTable.Knobs[0].Index, 0.9f);
        effect.Process(40_000, 0, accumulate: false);
        effect.Set(ParameterTable.Undo.Index, 0.5f);
        effect.Process(64, 0, accumulate: false);
        effect.Dispatch(EffectOpcode.MainsChanged);
        Assert.True(SpinWait.SpinUntil(() => effect.Get(ParameterTable.Knobs[0].Index) == before, TimeSpan.FromSeconds(30)));
        effect.Dispatch(EffectOpcode.EditorIdle);
        effect.Dispatch(EffectOpcode.EditorIdle);
        Assert.Contains((ParameterTable.Knobs[0].Index, before), effect.Automated);
        Assert.Single(effect.Automated, automated => automated.Index == ParameterTable.Knobs[0].Index);
    }

    [Fact]
    public void A_program_that_changed_without_the_host_updates_its_display_once()
    {
        using RawEffect effect = new();
        effect.Dispatch(EffectOpcode.MainsChanged, value: 1);
        effect.Dispatch(EffectOpcode.SetProgram, value: 3);
        effect.Dispatch(EffectOpcode.EditorIdle);
        Assert.Equal(0, effect.DisplayUpdates);
        effect.QueueMidi(0xC0, 5, 0);
        effect.Process(64, 0, accumulate: false);
        Assert.Equal(0, effect.DisplayUpdates);
        effect.Dispatch(EffectOpcode.EditorIdle);
        effect.Dispatch(EffectOpcode.EditorIdle);
        Assert.Equal(1, effect.DisplayUpdates);
    }
}
