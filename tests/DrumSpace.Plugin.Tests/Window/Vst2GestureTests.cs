using DrumSpace.Abi.Vst2;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>What a hand does in the window counts at once and reaches a VST2 host once, in order, on its own thread.</summary>
public class Vst2GestureTests
{
    private static readonly int Knob = ParameterTable.Knobs[0].Index;

    [Fact]
    public void A_gesture_counts_at_once_and_is_heard_at_the_next_idle_in_order_and_never_again()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Turn(Knob, 0.125f, 0.25f);
        Assert.Equal(0.25f, effect.Get(Knob));
        effect.Process();
        Assert.Empty(effect.HostCalls);
        effect.Idle();
        Assert.Equal([$"begin {Knob}", $"automate {Knob} 0.125", $"automate {Knob} 0.25", $"end {Knob}"], effect.TakeHostCalls());
        effect.Process();
        effect.Idle();
        effect.Idle();
        Assert.Empty(effect.HostCalls);
    }

    [Fact]
    public void A_value_without_a_gesture_is_one_of_its_own()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.Set(Knob, 0.75f);
        effect.Idle();
        Assert.Equal([$"begin {Knob}", $"automate {Knob} 0.75", $"end {Knob}"], effect.HostCalls);
    }

    [Fact]
    public void Odd_gestures_are_heard_whole()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.End(Knob);
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Set(Knob, float.NaN);
        effect.Window.Model.Parameters.Set(Knob, 7);
        effect.Window.Model.Parameters.End(Knob);
        effect.Window.Model.Parameters.End(Knob);
        effect.Idle();
        Assert.Equal([$"begin {Knob}", $"automate {Knob} 1", $"end {Knob}"], effect.HostCalls);
    }

    [Fact]
    public void A_stepped_parameter_is_set_to_a_step()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Turn(ParameterTable.PatternLength.Index, 0.5f);
        Assert.Equal(ParameterTable.PatternLength.Range.AtStep(16), effect.Get(ParameterTable.PatternLength.Index));
    }

    [Fact]
    public void A_host_that_sets_what_it_is_told_does_not_turn_the_knob_back()
    {
        using WindowedEffect effect = Opened();
        effect.Echoes = true;
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Set(Knob, 0.125f);
        effect.Window.Model.Parameters.Set(Knob, 0.25f);
        List<float> heard = [];
        effect.WhileAutomated = () => heard.Add(effect.Get(Knob));
        effect.Idle();
        effect.Window.Model.Parameters.Set(Knob, 0.5f);
        Assert.Equal([0.25f, 0.25f], heard);
        Assert.Equal(0.5f, effect.Get(Knob));
        effect.Window.Model.Parameters.End(Knob);
        effect.Idle();
        Assert.Equal(0.5f, effect.Get(Knob));
    }

    [Fact]
    public void The_last_value_is_heard_even_if_the_host_did_not_idle_for_long()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.Begin(Knob);
        for (int number = 1; number <= 3000; number++)
        {
            effect.Window.Model.Parameters.Set(Knob, number / 3000f);
        }

        effect.Window.Model.Parameters.Set(Knob, 0.625f);
        effect.Window.Model.Parameters.End(Knob);
        for (int round = 0; round < 4; round++)
        {
            effect.Idle();
            effect.Window.Edits.Post(() => { });
            effect.Process();
        }

        string[] heard = effect.TakeHostCalls();
        Assert.Equal($"automate {Knob} 0.625", heard.Last(line => line.StartsWith("automate", StringComparison.Ordinal)));
        Assert.Equal(1, heard.Count(line => line == $"automate {Knob} 0.625"));
        Assert.Equal([$"begin {Knob}", $"end {Knob}"], heard.Where(line => !line.StartsWith("automate", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_gesture_that_the_closing_window_cuts_off_is_ended()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Set(Knob, 0.125f);
        effect.CloseWindow();
        Assert.Equal([$"begin {Knob}", $"automate {Knob} 0.125", $"end {Knob}"], effect.TakeHostCalls());
        effect.Process();
        effect.Idle();
        Assert.Empty(effect.HostCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_host_may_idle_or_close_the_window_while_it_is_told_of_a_value(bool closes)
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Set(Knob, 0.125f);
        effect.WhileAutomated = () =>
        {
            effect.Idle();
            if (closes)
            {
                effect.CloseWindow();
            }
        };
        effect.Idle();
        effect.WhileAutomated = null;
        effect.CloseWindow();
        Assert.Equal([$"begin {Knob}", $"automate {Knob} 0.125", $"end {Knob}"], effect.HostCalls);
        Assert.Equal(["open 7 600x400", "close"], effect.Window.Calls);
    }

    [Fact]
    public void What_moves_by_something_else_while_another_parameter_is_held_is_heard_as_ever()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Parameters.Begin(Knob);
        effect.Window.Model.Parameters.Set(Knob, 0.125f);
        effect.Fixture.Window.Model.Parameters.Learn(ParameterTable.Density.Index);
        effect.Process();
        Assert.Equal([$"automate {ParameterTable.Learn.Index} 0.5"], effect.HostCalls);
    }

    [Fact]
    public void Automation_is_seen_in_the_window()
    {
        using WindowedEffect effect = Opened();
        effect.Set(Knob, 0.375f);
        Assert.Equal(0.375f, effect.Window.Model.Parameters[Knob]);
        effect.Process();
        effect.Idle();
        Assert.Empty(effect.HostCalls);
    }

    [Fact]
    public void A_command_is_no_gesture()
    {
        using WindowedEffect effect = Opened();
        effect.Dispatch(EffectOpcode.MainsChanged, 1);
        effect.Window.Turn(ParameterTable.Store.Index, 1);
        effect.Process();
        effect.Idle();
        Assert.Empty(effect.HostCalls);
        Assert.Equal(0, effect.Get(ParameterTable.Store.Index));
        effect.Fixture.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(effect.Window.Model.Playing.Slot(8).IsFilled);
    }

    [Fact]
    public void A_program_that_is_selected_in_the_window_is_shown_by_the_host_and_its_values_heard_once()
    {
        using WindowedEffect effect = Opened();
        effect.Window.Model.Programs.Select(5);
        Assert.Equal(5, effect.Window.Model.Programs.Current);
        Assert.Equal(5, effect.Dispatch(EffectOpcode.GetProgram));
        effect.Process();
        effect.Idle();
        effect.Process();
        effect.Idle();
        Assert.Single(effect.HostCalls, "display");
        string[] values = [.. effect.HostCalls.Where(line => line != "display")];
        Assert.All(values, line => Assert.StartsWith("automate", line));
        Assert.Equal(values.Length, values.Select(line => line.Split(' ')[1]).Distinct().Count());
        Assert.Contains(values, line => line.StartsWith($"automate {Knob} ", StringComparison.Ordinal));
    }

    private static WindowedEffect Opened()
    {
        WindowedEffect effect = new();
        Assert.True(effect.OpenWindow());
        return effect;
    }
}
