using DrumSpace.Abi.Vst2;
using DrumSpace.Editor.Model;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Window;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>What the window tells: the core's notice while it is new, and why nothing is heard.</summary>
public class EditorStatusTests
{
    // Whether another test's instance has looked for models already, which the process does once.
    private const string NoModel = "^No model (is loaded yet|can be loaded), so the default beat plays";

    [Fact]
    public void A_bypassed_instance_says_so_before_anything_else()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        effect.Set(ParameterTable.KitLevel.Index, 0);
        effect.Dispatch(EffectOpcode.SetBypass, 1);
        Assert.Equal(EditorStatus.Bypassed, model.Status);
        effect.Dispatch(EffectOpcode.SetBypass);
        Assert.Equal(EditorStatus.KitDown, model.Status);
    }

    [Fact]
    public void Every_drum_is_muted_by_the_mutes_or_by_solos_of_muted_drums()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        foreach (Parameter mute in ParameterTable.Mute.Skip(1))
        {
            effect.Set(mute.Index, 1);
        }

        Assert.NotEqual(EditorStatus.Muted, model.Status);
        effect.Set(ParameterTable.Solo[1].Index, 1);
        Assert.Equal(EditorStatus.Muted, model.Status);
        effect.Set(ParameterTable.Solo[1].Index, 0);
        effect.Set(ParameterTable.Mute[0].Index, 1);
        Assert.Equal(EditorStatus.Muted, model.Status);
    }

    [Fact]
    public void Without_a_model_the_default_beat_plays()
    {
        using WindowedEffect effect = new();
        Assert.Matches(NoModel, ModelOf(effect).Status);
    }

    [Fact]
    public void A_notice_comes_first_while_it_is_new_and_last_when_it_is_old()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        model.Space.GoTo("nowhere");
        effect.Idle();
        string notice = model.Status;
        Assert.Contains("drumspace:", notice);
        effect.Fixture.Clock.Pass(TimeSpan.FromSeconds(19));
        Assert.Same(notice, model.Status);
        effect.Fixture.Clock.Pass(TimeSpan.FromSeconds(2));
        Assert.Matches(NoModel, model.Status);
    }

    private static IEditorModel ModelOf(WindowedEffect effect)
    {
        Assert.True(effect.OpenWindow());
        return effect.Window.Model;
    }
}
