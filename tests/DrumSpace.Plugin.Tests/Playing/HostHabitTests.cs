using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>What real hosts do, each observed in one that musicians use.</summary>
public abstract class HostHabitTests(PluginFormat format)
{
    public sealed class OfVst2() : HostHabitTests(PluginFormat.Vst2);

    public sealed class OfClap() : HostHabitTests(PluginFormat.Clap);

    public sealed class OfVst3() : HostHabitTests(PluginFormat.Vst3);

    private const double Rate = 48_000;
    private const double Bpm = 140;
    private const int SixteenBars = 256;

    [Fact]
    public void A_tidy_host_gets_every_16th_at_its_nearest_frame() => AssertPlays(HostQuirks.None, 0.5 + 1e-6);

    [Fact]
    public void Habit_1_ppq_rounded_to_1920ths_moves_no_step_by_more_than_a_frame() => AssertPlays(HostQuirks.Ardour, 1);

    [Fact]
    public void Habit_1_ppq_in_7680ths_of_float_precision_moves_no_step_by_more_than_a_frame() => AssertPlays(HostQuirks.Qtractor, 1);

    [Fact]
    public void Habit_1_ppq_rounded_to_384ths_that_stands_still_within_a_cycle_moves_no_step_by_more_than_a_frame() =>
        AssertPlays(HostQuirks.Muse, 1);

    [Fact]
    public void Habit_1_a_step_exactly_on_a_block_border_sounds_once() =>
        AssertPlays(HostQuirks.None, 0.5 + 1e-6, bpm: 120, block: 6000); // a 16th is 6000 frames

    [Fact]
    public void Habit_2_a_transport_that_changes_in_every_block_is_no_jump() =>
        AssertPlays(new HostQuirks { AlwaysReportsChange = true, FillsRequestedFieldsOnly = true }, 0.5 + 1e-6);

    [Theory]
    [InlineData(752, 272)]
    [InlineData(1, 8192)]
    [InlineData(4096, 17)]
    public void Habit_3_blocks_shorter_and_longer_than_announced_are_played(int first, int second) =>
        AssertPlays(new HostQuirks { BlockLengths = [first, second] }, 0.5 + 1e-6);

    [Fact]
    public void Habit_3_while_stopped_nothing_sounds_and_a_second_resume_changes_nothing() =>
        AssertPlays(new HostQuirks { StoppedFramesBefore = 100_000, StoppedFramesAfter = 100_000, ResumesTwice = true }, 0.5 + 1e-6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Habit_5_parameters_come_from_the_audio_thread_or_from_another(bool fromAnother)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        AutomationCurve curve = new("Z1", new AutomationPoint(0, 0), new AutomationPoint(16, 1));
        Rendering rendering = BuiltPlugin.Render(
            plugin,
            new HostTransport(Rate, Bpm, new HostQuirks { SetsParametersFromAnotherThread = fromAnother }),
            FramesOf(64, Bpm),
            new RenderOptions
            {
                BlockSize = 256,
                Automation = [curve],
                KeepsAudio = false,

                // Faster than time, the song would be over before the other thread had set anything.
                BlockRendered = renderer => SpinWait.SpinUntil(
                    () => Math.Abs(plugin.Parameter("Z1").Value - curve.ValueAt(renderer.Quarters)) < 0.01, 1000),
            });

        // The knob passes the middle in the middle of the song; only then the bass drum plays, on 1 and 3.
        long[] kicks = Steps.StepsOf(rendering, Steps.BassDrum);
        Assert.InRange(kicks.Length, 3, 5);
        Assert.All(kicks, step => Assert.True(step >= 32 && step % 8 == 0));
        Assert.Equal(64, Steps.StepsOf(rendering, Steps.ClosedHiHat).Length);
        Steps.AssertAllEnd(rendering);
    }

    [Fact]
    public void Habit_7_controllers_that_a_host_sends_at_stop_are_not_playing() =>
        AssertPlays(new HostQuirks { SendsControllersAtStop = true }, 0.5 + 1e-6);

    [Fact]
    public void A_host_without_a_time_hears_nothing_hang()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(Rate, Bpm, new HostQuirks { ReportsNoTime = true }), 480_000, new RenderOptions { TailFrames = 48_000 });
        Assert.InRange(rendering.HangingNotes.Count, 0, 1); // it runs free, so the last note may sound when the rendering ends
    }

    private void AssertPlays(HostQuirks quirks, double tolerance, double bpm = Bpm, int block = 1024)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(Rate, bpm, quirks), FramesOf(SixteenBars, bpm), new RenderOptions { BlockSize = block, KeepsAudio = false });
        Steps.AssertEvery16th(rendering, SixteenBars, TempoCurve.Constant(bpm), tolerance);
    }

    // A little less, so that the first step behind the song is not in it.
    private static long FramesOf(int steps, double bpm) => (long)(steps * 15 / bpm * Rate) - 2;
}
