using DrumSpace.Plugin.Parameters;
using DrumSpace.Plugin.Tests.Models;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>Parameters that move in the background reach a host that does not process at the moment.</summary>
public class ClapFlushTests
{
    private static readonly uint Knob = (uint)ParameterTable.Knobs[0].Index;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_parameter_that_moves_after_processing_stopped_reaches_the_host_by_a_flush_that_the_plugin_requests(bool isInactive)
    {
        using RawClap clap = new();
        double before = clap.Get(Knob);
        clap.Start();
        clap.Process(512);
        clap.QueueValue(0, Knob, 0.9);
        for (int block = 0; block < 10; block++)
        {
            clap.Process(4096);
        }

        clap.QueueValue(0, (uint)ParameterTable.Undo.Index, 1);
        clap.Process(64);
        clap.StopProcessing();
        if (isInactive)
        {
            clap.Deactivate();
        }

        // Should the background be quicker than the rest of the block, its output has the value.
        (uint Id, double Value)[] values = [.. clap.Values.Where(value => value.Id == Knob)];
        CorePlayer.Await(() => values.Length + clap.FlushRequests > 0);
        clap.Flush();
        Assert.Equal(before, Assert.Single([.. values, .. clap.Values], value => value.Id == Knob).Value);
        clap.Flush();
        Assert.Empty(clap.Values);
    }

    [Fact]
    public void A_value_that_the_host_flushes_is_not_notified_back_and_needs_no_flush()
    {
        using RawClap clap = new();
        clap.QueueValue(0, Knob, 0.9);
        clap.Flush();
        Assert.Equal(0.9, clap.Get(Knob), 1e-6);
        Assert.Empty(clap.Values);
        Assert.Equal(0, clap.FlushRequests);
    }
}
