using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>
/// The learnt groove through the built plugin. In the tests' model bass drums come a quarter of a step early and as hard as can be, snares
/// as late and, at 120 BPM, as soft as can be; the hi-hat is on the grid, harder by 1/64 from step to step, and in a take all harder or
/// softer. A step lasts 6000 frames.
/// </summary>
public abstract class GrooveTests(PluginFormat format)
{
    public sealed class OfVst2() : GrooveTests(PluginFormat.Vst2);

    public sealed class OfClap() : GrooveTests(PluginFormat.Clap);

    public sealed class OfVst3() : GrooveTests(PluginFormat.Vst3);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("50", 750)]
    [InlineData("100", 1500)]
    public void Groove_Time_moves_hits_early_and_late(string percent, long frames)
    {
        Rendering rendering = Play(512, ("Groove Time", percent));
        Assert.Equal([0, 48_000 - frames, 96_000 - frames], Frames(rendering, Steps.BassDrum)[..3]);
        Assert.Equal([24_000 + frames, 72_000 + frames, 120_000 + frames], Frames(rendering, Steps.Snare)[..3]);
        Assert.Equal([0, 6000, 12_000], Frames(rendering, Steps.ClosedHiHat)[..3]);
        Steps.AssertAllEnd(rendering);
    }

    [Fact]
    public void Groove_Vel_plays_the_learnt_velocities_over_the_range()
    {
        Rendering rendering = Play(512, ("Groove Vel", "100"), ("Vel Low", "1"), ("Vel High", "127"));
        Assert.All(Steps.Of(rendering, Steps.BassDrum), on => Assert.Equal(127, on.Message.Data2));
        Assert.All(Steps.Of(rendering, Steps.Snare), on => Assert.Equal(1, on.Message.Data2));
        Assert.Equal(
            Enumerable.Range(0, 32).Select(step => (int)Math.Round(1 + (126 * step / 64.0))),
            Steps.Of(rendering, Steps.ClosedHiHat).Take(32).Select(on => (int)on.Message.Data2));
    }

    [Fact]
    public void The_groove_is_that_of_the_songs_tempo()
    {
        Rendering rendering = Play(512, 180, ("Groove Vel", "100"), ("Vel Low", "1"), ("Vel High", "127"));
        Assert.All(Steps.Of(rendering, Steps.Snare), on => Assert.Equal(127, on.Message.Data2));
    }

    [Fact]
    public void Looseness_plays_a_take_of_each_seed_and_none_at_0()
    {
        int[] Hats(string looseness, string seed) =>
        [
            .. Steps.Of(Play(512, ("Groove Vel", "100"), ("Looseness", looseness), ("Seed", seed)), Steps.ClosedHiHat)
                .Select(on => (int)on.Message.Data2),
        ];
        int[] first = Hats("100", "2"), second = Hats("100", "3");
        Assert.Equal(first, Hats("100", "2"));
        Assert.NotEqual(first, second);
        Assert.Equal(Hats("0", "2"), Hats("0", "3"));
        Assert.NotEqual(first, Hats("0", "2"));
    }

    [Fact]
    public void Two_renders_are_the_same_to_the_bit_and_blocks_change_no_note()
    {
        (string, string)[] all = [("Groove Time", "80"), ("Groove Vel", "60"), ("Swing", "60"), ("Density", "55")];
        Rendering one = Play(64, all), again = Play(64, all);
        Assert.Equal(one.Messages, again.Messages);
        Assert.True(one.Audio[0].AsSpan().SequenceEqual(again.Audio[0]) && one.Audio[1].AsSpan().SequenceEqual(again.Audio[1]));
        foreach (int block in (int[])[1, 1000, 8192])
        {
            Assert.Equal(Notes(one), Notes(Play(block, all)));
        }
    }

    [Fact]
    public void In_a_loop_the_early_hit_of_its_first_step_sounds_at_its_end()
    {
        using HostedPlugin plugin = Grooved(("Groove Time", "100"));
        HostTransport transport = new(48_000, 120);
        transport.SetLoop((0, 4));
        Assert.Equal(
            [0, 46_500, 94_500, 142_500, 190_500],
            Frames(BuiltPlugin.Render(plugin, transport, 200_000, new RenderOptions { BlockSize = 480 }), Steps.BassDrum));
    }

    [Fact]
    public void A_locked_drum_keeps_its_groove_through_a_saved_state()
    {
        using HostedPlugin plugin = Grooved(("Groove Vel", "100"), ("Vel Low", "1"), ("Vel High", "127"), ("Kick Lock", "on"));
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 1000);
        plugin.Parameter("Z1").Value = 0;
        byte[] state = plugin.GetState();
        using HostedPlugin reopened = BuiltPlugin.Load(format);
        Assert.True(reopened.SetState(state));
        Assert.Equal(state, reopened.GetState());
        Rendering rendering = BuiltPlugin.Render(reopened, new HostTransport(48_000, 120), 60_000);
        Assert.Equal([(0L, 127), (48_000, 127)], Steps.Of(rendering, Steps.BassDrum).Select(on => (on.Frame, (int)on.Message.Data2)));
    }

    private Rendering Play(int block, params (string Name, string Text)[] settings) => Play(block, 120, settings);

    private Rendering Play(int block, double tempo, params (string Name, string Text)[] settings)
    {
        using HostedPlugin plugin = Grooved(settings);
        return BuiltPlugin.Render(plugin, new HostTransport(48_000, tempo), 192_000, new RenderOptions { BlockSize = block });
    }

    private HostedPlugin Grooved(params (string Name, string Text)[] settings)
    {
        HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.Parameter("Z1").Value = 1;
        plugin.Parameter("Z2").Value = 1;
        foreach ((string name, string text) in settings)
        {
            Assert.True(plugin.Parameter(name).TrySetText(text));
        }

        return plugin;
    }

    private static IEnumerable<(long, ShortMessage)> Notes(Rendering rendering) =>
        rendering.Messages.Select(played => (played.Frame, played.Message with { Frame = 0 }));

    private static long[] Frames(Rendering rendering, int note) => [.. Steps.Of(rendering, note).Select(on => on.Frame)];
}
