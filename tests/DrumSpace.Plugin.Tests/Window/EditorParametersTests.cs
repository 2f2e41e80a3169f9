using DrumSpace.Abi.Vst2;
using DrumSpace.Editor.Model;
using DrumSpace.Plugin.Kits;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>The parameters as the window knows them.</summary>
public class EditorParametersTests
{
    [Fact]
    public void All_parameters_are_there_as_they_are_declared()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        Assert.Equal(ParameterTable.All.Select(parameter => parameter.Id), parameters.All.Select(parameter => parameter.Id));
        Assert.All(parameters.All, parameter => Assert.Equal(ParameterTable.All[parameter.Index].Default, parameter.Default));
        Assert.Equal(32, parameters.All[ParameterTable.PatternLength.Index].StepCount);
    }

    [Fact]
    public void Texts_have_their_unit_where_they_are_numbers_and_are_read_with_it_or_without()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        int kit = ParameterTable.KitLevel.Index;
        Assert.Equal("-12.0 dB", parameters.Format(kit, 0.5f));
        Assert.Equal("off", parameters.Format(kit, 0));
        Assert.Equal("1/4 beats", parameters.Format(ParameterTable.Morph.Index, ParameterTable.Morph.Range.AtStep(1)));
        Assert.True(parameters.TryParse(kit, "-12 dB", out float value));
        Assert.Equal(0.5f, value, 2e-3f);
        Assert.True(parameters.TryParse(kit, "-12", out _));
        Assert.False(parameters.TryParse(kit, "loud", out _));
    }

    [Fact]
    public void Options_have_their_full_names_and_empty_places_are_left_out()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        IReadOnlyList<EditorOption> kits = parameters.OptionsOf(ParameterTable.KitMap.Index);
        Assert.Equal(KitList.Shared.Names, kits.Select(kit => kit.Text));
        Assert.Equal(0, kits[0].Value);
        Assert.Equal(ParameterTable.KitMap.Range.AtStep(2), kits[2].Value);
        Assert.Equal(["half", "normal", "double"], parameters.OptionsOf(ParameterTable.Rate.Index).Select(option => option.Text));
        Assert.Empty(parameters.OptionsOf(ParameterTable.Density.Index));
    }

    [Fact]
    public void An_empty_place_is_an_option_only_while_it_is_chosen()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        effect.Set(ParameterTable.Model.Index, 1);
        IReadOnlyList<EditorOption> models = parameters.OptionsOf(ParameterTable.Model.Index);
        Assert.Equal("- 16", models[^1].Text);
        effect.Set(ParameterTable.Model.Index, 0);
        Assert.DoesNotContain(parameters.OptionsOf(ParameterTable.Model.Index), option => option.Text == "- 16");
    }

    [Fact]
    public void The_next_controller_is_mapped_to_the_parameter_that_learns_and_forgotten_at_once()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        effect.Dispatch(EffectOpcode.MainsChanged, 1);
        Assert.Equal(-1, parameters.Learning);
        parameters.Learn(ParameterTable.Fill.Index);
        Assert.Equal(ParameterTable.Fill.Index, parameters.Learning);
        effect.QueueMidi(0xB0, 30, 127);
        effect.Process();
        Assert.Equal(-1, parameters.Learning);
        effect.QueueMidi(0xB0, 30, 127);
        effect.Process();
        Assert.Equal(1, parameters[ParameterTable.Fill.Index]);
        parameters.Forget(ParameterTable.Fill.Index);
        effect.QueueMidi(0xB0, 30, 0);
        effect.Process();
        Assert.Equal(1, parameters[ParameterTable.Fill.Index]);
    }

    [Fact]
    public void The_parameter_that_learns_stays_whatever_else_is_touched_until_it_is_stopped()
    {
        using WindowedEffect effect = new();
        IEditorParameters parameters = ModelOf(effect).Parameters;
        parameters.Learn(ParameterTable.Fill.Index);
        parameters.Begin(ParameterTable.Density.Index);
        Assert.Equal(ParameterTable.Fill.Index, parameters.Learning);
        parameters.StopLearning();
        Assert.Equal(-1, parameters.Learning);
    }

    [Fact]
    public void Values_are_read_and_moved_without_an_allocation()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        effect.IsRecording = false;
        Use(8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use(256);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Use(int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                effect.Window.Turn(3, round % 7 / 7f);
                effect.Window.Edits.Drain(effect.Window.Host);
                _ = model.Status.Length + model.Programs.All.Count + model.Playing.Slot(1).Pattern.HitCount;
                _ = model.Parameters[round % 100] + model.Parameters.ModulationOf(1);
            }
        }
    }

    private static IEditorModel ModelOf(WindowedEffect effect)
    {
        Assert.True(effect.OpenWindow());
        return effect.Window.Model;
    }
}
