using DrumSpace.Plugin.Parameters;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>MIDI Learn maps the parameter that was touched last; an automation curve is one touch, also across a reset.</summary>
public class ClapTouchTests
{
    private const uint Block = 480;

    public enum Interruption
    {
        Nothing,
        Reset,
        StopAndStart,
    }

    [Theory]
    [InlineData(Interruption.Nothing)]
    [InlineData(Interruption.Reset)]
    [InlineData(Interruption.StopAndStart)]
    public void A_curve_that_goes_on_after_processing_was_interrupted_is_no_new_touch(Interruption interruption)
    {
        using RawClap clap = new();
        clap.Start();
        PlayCurve(clap, 0, 100);
        clap.QueueValue(0, (uint)ParameterTable.Fill.Index, 0.9);
        PlayCurve(clap, 100, 120);
        switch (interruption)
        {
            case Interruption.Reset:
                clap.Reset();
                break;
            case Interruption.StopAndStart:
                clap.StopProcessing();
                clap.StartProcessing();
                break;
        }

        PlayCurve(clap, 120, 140);
        clap.QueueValue(0, (uint)ParameterTable.Learn.Index, 1);
        clap.QueueMidi(1, 0xB0, 30, 127);
        clap.Process(Block);
        Assert.Equal((1, 0), (clap.Get((uint)ParameterTable.Fill.Index), clap.Get((uint)ParameterTable.Learn.Index)));
    }

    [Fact]
    public void While_processing_is_stopped_every_change_is_a_touch()
    {
        using RawClap clap = new();
        clap.Start();
        clap.QueueValue(0, (uint)ParameterTable.Density.Index, 0.5);
        clap.QueueValue(0, (uint)ParameterTable.Fill.Index, 0.5);
        clap.Process(Block);
        clap.StopProcessing();
        clap.QueueValue(0, (uint)ParameterTable.Density.Index, 0.4);
        clap.Flush();
        clap.StartProcessing();
        clap.QueueValue(0, (uint)ParameterTable.Learn.Index, 1);
        clap.QueueMidi(1, 0xB0, 30, 127);
        clap.Process(Block);
        Assert.Equal(1, clap.Get((uint)ParameterTable.Density.Index));
    }

    private static void PlayCurve(RawClap clap, int from, int to)
    {
        for (int block = from; block < to; block++)
        {
            clap.QueueValue(0, (uint)ParameterTable.Density.Index, block / 200.0);
            clap.Process(Block);
        }
    }
}
