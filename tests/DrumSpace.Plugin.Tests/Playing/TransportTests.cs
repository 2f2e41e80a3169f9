using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

public abstract class TransportTests(PluginFormat format)
{
    public sealed class OfVst2() : TransportTests(PluginFormat.Vst2);

    public sealed class OfClap() : TransportTests(PluginFormat.Clap);

    public sealed class OfVst3() : TransportTests(PluginFormat.Vst3);

    public static TheoryData<double, int> RatesAndBlocks { get; } = [.. new MatrixTheoryData<double, int>(
        [22_050, 44_100, 48_000, 88_200, 96_000, 192_000], [1, 63, 64, 1000, 8192])];

    [Theory]
    [MemberData(nameof(RatesAndBlocks))]
    public void Every_16th_is_at_its_nearest_frame_at_any_rate_and_block_size(double rate, int block)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        int steps = block == 1 ? 8 : 64;
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(rate, 137.3), (long)(steps * 15 / 137.3 * rate) - 2,
            new RenderOptions { BlockSize = block, KeepsAudio = false });
        Steps.AssertEvery16th(rendering, steps, TempoCurve.Constant(137.3), 0.5 + 1e-6);
    }

    [Fact]
    public void Block_sizes_that_change_all_the_time_move_nothing()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        HostQuirks quirks = new() { BlockLengths = [.. Enumerable.Range(0, 97).Select(_ => random.Next(1, 1 << random.Next(1, 14)))] };
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(44_100, 173, quirks), (long)(256 * 15 / 173.0 * 44_100) - 2, new RenderOptions { BlockSize = 64, KeepsAudio = false });
        Assert.True(rendering.PlacementError(0.25, TempoCurve.Constant(173)) <= 0.5 + 1e-6, $"Seed {seed}.");
        Steps.AssertEvery16th(rendering, 256, TempoCurve.Constant(173), 0.5 + 1e-6);
    }

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(0, 4, true)]
    [InlineData(2, 8, false)]
    [InlineData(4, 4.25, true)]
    [InlineData(1, 1.5, true)]
    [InlineData(0, 3.25, false)]
    [InlineData(8, 16, true)]
    public void A_loop_of_any_length_plays_each_of_its_steps_once_a_pass(double start, double end, bool blocksCrossTheEnd)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        HostTransport transport = new(48_000, 120, new HostQuirks { BlocksCrossLoopEnd = blocksCrossTheEnd });
        transport.SetLoop((start, end));
        const int quarters = 40;
        Rendering rendering = BuiltPlugin.Render(plugin, transport, (quarters * 24_000) - 2, new RenderOptions { KeepsAudio = false });

        List<long> expected = [];
        for (double at = 0; at < quarters * 4; at++)
        {
            double loop = (end - start) * 4;
            expected.Add((long)(at < end * 4 ? at : (start * 4) + ((at - (start * 4)) % loop)));
        }

        Assert.Equal(expected, Steps.StepsOf(rendering, Steps.ClosedHiHat));
        Assert.InRange(rendering.PlacementError(0.25, TempoCurve.Constant(120)), 0, 1);
        Steps.AssertAllEnd(rendering);
    }

    [Fact]
    public void A_jump_goes_on_where_the_song_goes_on_and_ends_what_sounds()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        HostTransport transport = new(48_000, 120);
        transport.JumpAt(24_000 + 100, 16);
        transport.JumpAt(48_000 + 3000, 2.125);
        Rendering rendering = BuiltPlugin.Render(plugin, transport, 72_000, new RenderOptions { KeepsAudio = false });

        // Jumped 100 frames into step 4, to step 64; then 2900 frames into step 68, between steps 8 and 9.
        Assert.Equal([0, 1, 2, 3, 4, 64, 65, 66, 67, 68, 9, 10, 11], Steps.StepsOf(rendering, Steps.ClosedHiHat));
        Steps.AssertAllEnd(rendering);
    }

    [Theory]
    [InlineData(60, 240, 32)]
    [InlineData(240, 60, 16)]
    [InlineData(120, 121, 4)]
    public void A_tempo_ramp_loses_and_doubles_no_step(double from, double to, double quarters)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        TempoCurve tempo = TempoCurve.Ramp(from, to, quarters);
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(48_000, tempo), (long)(tempo.SecondsAt(40) * 48_000) - 4, new RenderOptions { BlockSize = 256, KeepsAudio = false });

        // Within a block a host tells one tempo, so a step may be off by what the ramp moves in 256 frames.
        Steps.AssertEvery16th(rendering, 160, tempo, 2);
    }

    [Fact]
    public void A_start_in_mid_song_plays_the_pattern_from_there()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("Z2").Value = 1;
        HostTransport transport = new(48_000, 120);
        transport.JumpTo(101.5);
        Rendering rendering = BuiltPlugin.Render(plugin, transport, 8 * 24_000, new RenderOptions { KeepsAudio = false });
        Assert.Equal([412, 420, 428, 436], Steps.StepsOf(rendering, Steps.Snare)); // 2 and 4 of each bar
    }

    [Fact]
    public void No_note_hangs_whenever_the_song_stops()
    {
        for (int frames = 48_000; frames < 60_000; frames += 397)
        {
            using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
            Steps.AssertAllEnd(BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), frames, new RenderOptions { KeepsAudio = false }));
        }
    }

    [Fact]
    public void A_note_that_sounds_when_the_host_suspends_ends_with_the_next_block()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 512 });
        renderer.Prepare();
        transport.Start();
        renderer.RenderBlocks(1024);
        plugin.Suspend();
        plugin.Configure(96_000, 128);
        plugin.Resume();
        transport.Stop();
        renderer.RenderBlocks(128);
        Assert.Empty(renderer.Finish().HangingNotes);
        Assert.Contains(renderer.Messages, message => message.Message.IsNoteOn);
    }
}
