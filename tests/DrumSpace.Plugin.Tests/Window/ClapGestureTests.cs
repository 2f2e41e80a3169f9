using DrumSpace.Plugin.Formats.Clap;
using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Window;

/// <summary>What a hand does in the window reaches a CLAP host once, in order, with a block or a flush.</summary>
public class ClapGestureTests
{
    private static readonly int Knob = ParameterTable.Knobs[0].Index;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_gesture_leaves_with_the_block_or_flush_after_the_timer_and_never_again(bool isActive)
    {
        using WindowedClap clap = new();
        clap.OpenWindow();
        Action exchange = clap.Flush;
        if (isActive)
        {
            clap.Start();
            exchange = () => clap.Process();
        }

        clap.Window.Turn(Knob, 0.125f, 0.25f);
        Assert.Equal(0.25, clap.Get(Knob));
        exchange();
        Assert.Empty(clap.Events);
        clap.Tick();
        Assert.Equal(1, clap.FlushRequests);
        exchange();
        Assert.Equal([$"begin {Knob}", $"value {Knob} 0.125", $"value {Knob} 0.25", $"end {Knob}"], clap.TakeEvents());
        clap.Tick();
        exchange();
        Assert.Empty(clap.Events);
        Assert.Equal(1, clap.FlushRequests);
    }

    [Fact]
    public void Values_of_stepped_parameters_are_the_numbers_of_their_steps()
    {
        using WindowedClap clap = new();
        clap.OpenWindow().Turn(ParameterTable.PatternLength.Index, 0);
        clap.Tick();
        clap.Flush();
        Assert.Contains($"value {ParameterTable.PatternLength.Index} 0", clap.Events);
    }

    [Fact]
    public void What_a_host_refuses_is_sent_again_in_order()
    {
        using WindowedClap clap = new();
        clap.OpenWindow();
        clap.Start();
        clap.Window.Turn(Knob, 0.125f);
        clap.Tick();
        clap.Process(refusals: 1000);
        Assert.Empty(clap.Events);
        clap.Process();
        Assert.Equal([$"begin {Knob}", $"value {Knob} 0.125", $"end {Knob}"], clap.Events);
    }

    [Fact]
    public void Gestures_that_no_host_fetches_are_dropped_whole_and_the_last_values_heard_all_the_same()
    {
        using WindowedClap clap = new();
        clap.OpenWindow();
        for (int number = 0; number < ClapGestures.Capacity; number++)
        {
            clap.Window.Turn(Knob, number / 2048f);
            clap.Window.Turn(ParameterTable.Density.Index, number / 4096f);
            clap.Tick();
        }

        for (int round = 0; round < 3; round++)
        {
            clap.Flush();
        }

        int open = 0;
        foreach (string line in clap.Events.Where(line => !line.StartsWith("quiet", StringComparison.Ordinal)))
        {
            open += line.StartsWith("begin", StringComparison.Ordinal) ? 1 : line.StartsWith("end", StringComparison.Ordinal) ? -1 : 0;
            Assert.InRange(open, 0, 1);
        }

        Assert.Equal(0, open);
        Assert.Equal([$"quiet {Knob} {1023 / 2048.0}", $"quiet {ParameterTable.Density.Index} {1023 / 4096.0}"], clap.Events[^2..].Order());
        Assert.Equal(2, clap.Events.Count(line => line.StartsWith("quiet", StringComparison.Ordinal)));
        clap.Events.Clear();
        clap.Window.Turn(Knob, 0.75f);
        clap.Tick();
        clap.Flush();
        Assert.Equal([$"begin {Knob}", $"value {Knob} 0.75", $"end {Knob}"], clap.Events);
    }

    [Fact]
    public void The_next_gesture_may_begin_before_the_host_has_heard_of_the_last()
    {
        using WindowedClap clap = new();
        clap.OpenWindow();
        clap.Start();
        clap.Window.Turn(Knob, 0.125f);
        clap.Tick();
        clap.Window.Model.Parameters.Begin(Knob);
        clap.Window.Model.Parameters.Set(Knob, 0.25f);
        clap.Process();
        Assert.Equal([$"begin {Knob}", $"value {Knob} 0.125", $"end {Knob}"], clap.TakeEvents());
        clap.Window.Model.Parameters.End(Knob);
        clap.Tick();
        clap.Process();
        Assert.Equal([$"begin {Knob}", $"value {Knob} 0.25", $"end {Knob}"], clap.Events);
    }

    [Fact]
    public void A_program_that_is_selected_in_the_window_is_read_anew_by_the_host()
    {
        using WindowedClap clap = new();
        clap.OpenWindow().Model.Programs.Select(5);
        clap.Tick();
        Assert.Contains("rescan Values", clap.HostCalls);
        clap.Flush();
        Assert.Empty(clap.Events);
    }

    [Fact]
    public void Blocks_allocate_nothing_while_a_hand_moves_parameters()
    {
        using WindowedClap clap = new();
        clap.OpenWindow();
        clap.StopRecording();
        clap.Start();
        Play(64);
        long before = clap.ProcessBytes();
        Play(512);
        Assert.Equal(before, clap.ProcessBytes());

        void Play(int blocks)
        {
            for (int block = 0; block < blocks; block++)
            {
                clap.Window.Turn(Knob, block % 97 / 97f, block % 89 / 89f);
                clap.Tick();
                clap.Process(refusals: block % 3);
            }
        }
    }
}
