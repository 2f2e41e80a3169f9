using DrumSpace.Editor.Model;
using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Presets;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>The programs as the window lists them, and the stars of the user.</summary>
public class EditorProgramsTests
{
    [Fact]
    public void Programs_have_names_genres_and_coordinates()
    {
        using WindowedEffect effect = new();
        IReadOnlyList<EditorProgram> programs = ModelOf(effect).Programs.All;
        Assert.InRange(programs.Count, 40, 128);
        Assert.Equal(Enumerable.Range(0, programs.Count), programs.Select(program => program.Number));
        Assert.All(programs, program => Assert.NotEqual("", program.Name));
        Assert.Contains(programs, program => program.Genre.Length > 0);
        Assert.Equal(effect.Get(0), programs[0].Knobs[0]);
    }

    [Fact]
    public void The_list_is_the_same_object_while_nothing_changes()
    {
        using WindowedEffect effect = new();
        IEditorPrograms programs = ModelOf(effect).Programs;
        IReadOnlyList<EditorProgram> before = programs.All;
        Assert.Same(before, programs.All);
        programs.SetStar(4, isStarred: true);
        IReadOnlyList<EditorProgram> after = programs.All;
        Assert.NotSame(before, after);
        Assert.True(after[4].IsStarred);
        Assert.Same(before[3], after[3]);
        Assert.Same(after, programs.All);
    }

    [Fact]
    public void The_current_programs_coordinates_follow_its_knobs_once_they_rest()
    {
        using WindowedEffect effect = new();
        IEditorPrograms programs = ModelOf(effect).Programs;
        _ = programs.All;
        effect.Set(0, 0.875f);
        Assert.NotEqual(0.875f, programs.All[0].Knobs[0]);
        effect.Fixture.Clock.Pass(TimeSpan.FromSeconds(0.4));
        effect.Set(0, 0.75f);
        Assert.NotEqual(0.75f, programs.All[0].Knobs[0]);
        effect.Fixture.Clock.Pass(TimeSpan.FromSeconds(0.6));
        Assert.Equal(0.75f, programs.All[0].Knobs[0]);
    }

    [Fact]
    public void A_program_that_does_not_exist_is_neither_selected_nor_starred()
    {
        using WindowedEffect effect = new();
        IEditorPrograms programs = ModelOf(effect).Programs;
        programs.Select(-1);
        programs.Select(1000);
        programs.SetStar(-1, isStarred: true);
        programs.SetStar(1000, isStarred: true);
        effect.Idle();
        Assert.Equal(0, programs.Current);
        Assert.Empty(effect.HostCalls);
        Assert.False(File.Exists(effect.Fixture.StarsPath));
    }

    [Fact]
    public void What_plays_is_saved_as_a_preset_by_the_hosts_thread_which_also_shows_the_new_name()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        string name = $"Kept {Guid.NewGuid():N}"[..16];
        model.Programs.Save(name);
        string file = Path.Combine(PresetFolder.User.Path, PresetFolder.FileName(name));
        Assert.False(File.Exists(file));
        effect.Idle();
        Assert.True(File.Exists(file));
        Assert.Contains(file, model.Status);
        Assert.Equal(["display"], effect.HostCalls);
        Assert.Equal(name, model.Programs.All[0].Name);
        File.Delete(file);
    }

    [Fact]
    public void Undo_goes_back_at_once_and_the_host_hears_of_it()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        float before = effect.Get(0);
        effect.Window.Turn(0, 0.875f);
        effect.Idle();
        effect.TakeHostCalls();
        Assert.Equal(0, model.History.RedoCount);
        model.History.Undo();
        Assert.Equal(before, effect.Get(0));
        Assert.Equal(1, model.History.RedoCount);
        effect.Idle();
        Assert.Equal([FormattableString.Invariant($"automate {ParameterTable.Knobs[0].Index} {before}")], effect.TakeHostCalls());
        model.History.Redo();
        Assert.Equal(0.875f, effect.Get(0));
        Assert.False(model.History.TryPicture(-10, out _));
    }

    [Fact]
    public void A_line_of_text_is_gone_to_by_the_hosts_thread_and_a_bad_one_told()
    {
        using WindowedEffect effect = new();
        IEditorModel model = ModelOf(effect);
        Assert.False(model.Space.GoTo("somewhere"));
        effect.Idle();
        Assert.Contains("drumspace:", model.Status);
        Assert.True(model.Space.GoTo("drumspace:0.125,0.25,0.5,0.75;seed=7"));
        effect.Idle();
        Assert.Equal(0.125f, effect.Get(0));
        Assert.StartsWith("drumspace:0.125,0.25,0.5,0.75;seed=7", model.Space.Point);
    }

    private static IEditorModel ModelOf(WindowedEffect effect)
    {
        Assert.True(effect.OpenWindow());
        return effect.Window.Model;
    }
}
