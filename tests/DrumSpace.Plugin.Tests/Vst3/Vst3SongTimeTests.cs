using DrumSpace.Abi.Vst3;
using DrumSpace.Engine;
using DrumSpace.Plugin.Formats.Vst3;

namespace DrumSpace.Plugin.Tests.Vst3;

/// <summary>How VST 3's transport becomes the engine's time.</summary>
public class Vst3SongTimeTests
{
    private const Vst3ContextFlags Playing =
        Vst3ContextFlags.Playing | Vst3ContextFlags.TempoValid | Vst3ContextFlags.ProjectTimeMusicValid;

    [Fact]
    public void All_that_a_host_gives_is_taken()
    {
        HostTime time = Vst3SongTime.Of(new Vst3ProcessContext
        {
            State = Playing | Vst3ContextFlags.BarPositionValid | Vst3ContextFlags.CycleActive | Vst3ContextFlags.CycleValid
                | Vst3ContextFlags.TimeSigValid,
            ProjectTimeMusic = 7.5,
            BarPositionMusic = 6,
            CycleStartMusic = 6,
            CycleEndMusic = 12,
            Tempo = 133,
            TimeSigNumerator = 3,
            TimeSigDenominator = 4,
        });
        Assert.Equal((true, true, 7.5), (time.IsPlaying, time.HasPpq, time.Ppq));
        Assert.Equal((true, 133), (time.HasTempo, time.Tempo));
        Assert.Equal((true, 3, 4), (time.HasTimeSignature, time.Numerator, time.Denominator));
        Assert.Equal((true, 6.0), (time.HasBarStart, time.BarStart));
        Assert.Equal((true, 6.0, 12.0), (time.IsLooping, time.LoopStart, time.LoopEnd));
    }

    [Fact]
    public void A_host_that_counts_frames_alone_is_followed_by_its_tempo()
    {
        HostTime time = Vst3SongTime.Of(new Vst3ProcessContext
        {
            State = Vst3ContextFlags.Playing | Vst3ContextFlags.TempoValid,
            ProjectTimeSamples = 72_000,
            SampleRate = 48_000,
            Tempo = 120,
        });
        Assert.Equal((true, 3.0), (time.HasPpq, time.Ppq));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_impossible_is_ignored(double number)
    {
        HostTime time = Vst3SongTime.Of(new Vst3ProcessContext
        {
            State = Playing | Vst3ContextFlags.BarPositionValid | Vst3ContextFlags.CycleActive | Vst3ContextFlags.CycleValid
                | Vst3ContextFlags.TimeSigValid,
            ProjectTimeMusic = number,
            BarPositionMusic = number,
            CycleStartMusic = number,
            CycleEndMusic = number,
            Tempo = number,
            SampleRate = number,
        });
        Assert.Equal(
            (false, false, false, false, false),
            (time.HasPpq, time.HasTempo, time.HasTimeSignature, time.HasBarStart, time.IsLooping));
    }

    [Fact]
    public void A_bar_that_does_not_hold_the_position_is_ignored()
    {
        // Ardour 7.3 in its second bar of four.
        Vst3ProcessContext ardour = new()
        {
            State = Playing | Vst3ContextFlags.BarPositionValid | Vst3ContextFlags.TimeSigValid,
            ProjectTimeMusic = 5,
            BarPositionMusic = 8,
            Tempo = 120,
            TimeSigNumerator = 4,
            TimeSigDenominator = 4,
        };
        Assert.False(Vst3SongTime.Of(ardour).HasBarStart);
        Assert.True(Vst3SongTime.Of(ardour with { BarPositionMusic = 4 }).HasBarStart);
        Assert.False(Vst3SongTime.Of(ardour with { BarPositionMusic = 0 }).HasBarStart);
    }

    [Fact]
    public void A_stopped_transport_stands_still_and_a_loop_that_is_off_is_none()
    {
        HostTime time = Vst3SongTime.Of(new Vst3ProcessContext
        {
            State = Vst3ContextFlags.CycleValid,
            CycleEndMusic = 4,
        });
        Assert.Equal((false, true, 0.0, false), (time.IsPlaying, time.HasPpq, time.Ppq, time.IsLooping));
    }
}
