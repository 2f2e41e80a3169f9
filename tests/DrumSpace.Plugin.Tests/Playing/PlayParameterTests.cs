using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>Each parameter of play is heard through the built plugin. The hi-hat sounds on every 16th, 6000 frames apart.</summary>
public class PlayParameterTests
{
    [Fact]
    public void Swing_delays_every_second_16th()
    {
        Assert.Equal([0, 9000, 12_000, 21_000], Frames(Play(("Swing", "75")))[..4]);
    }

    [Theory]
    [InlineData("half", 12_000)]
    [InlineData("normal", 6000)]
    [InlineData("double", 3000)]
    public void Time_is_the_length_of_a_step(string time, long step)
    {
        Assert.Equal([0, step, 2 * step], Frames(Play(("Time", time)))[..3]);
    }

    [Fact]
    public void Length_and_start_cut_the_pattern()
    {
        // The bass drum lies on the steps 1, 9, 17 and 25; of four steps from the ninth it is the first.
        Rendering rendering = Play(("Z1", "100"), ("Length", "4"), ("Start", "9"));
        Assert.Equal(Enumerable.Range(0, 16).Select(pass => 4L * pass), Steps.StepsOf(rendering, Steps.BassDrum));
    }

    [Fact]
    public void Density_brings_what_lies_below_the_models_threshold()
    {
        // With the first knob in its middle, the logit of the bass drum is -1, and 75 % adds 1.5.
        Assert.Empty(Steps.StepsOf(Play(("Z1", "50")), Steps.BassDrum));
        Assert.Empty(Steps.StepsOf(Play(("Z1", "50"), ("Density", "60")), Steps.BassDrum));
        Assert.Equal([0, 8, 16, 24], Steps.StepsOf(Play(("Z1", "50"), ("Density", "75")), Steps.BassDrum)[..4]);
    }

    [Fact]
    public void Variation_draws_by_the_seed_what_lies_near_the_models_threshold_and_repeats_it()
    {
        // With the first knob in its middle, each of the four bass drums of a pattern needs a lot above 1, as 27 in 100 are.
        List<string> heard = [];
        for (int seed = 1; seed <= 8; seed++)
        {
            (string, string)[] settings = [("Z1", "50"), ("Seed", $"{seed}")];
            Assert.Empty(Steps.StepsOf(Play(settings), Steps.BassDrum));
            long[] kicks = [.. Steps.StepsOf(Play([.. settings, ("Variation", "100")]), Steps.BassDrum)];
            Assert.Equal(kicks.Where(step => step < 32).Select(step => step + 32), kicks.Where(step => step >= 32));
            heard.Add(string.Join(' ', kicks));
        }

        Assert.True(heard.Distinct().Count() > 2, string.Join(", ", heard));
    }

    [Fact]
    public void A_fill_brings_snares_towards_the_end()
    {
        // With the second knob in its middle the snare's logit is -1 on 4, 12, 20 and 28, and -8 elsewhere; the fill adds 9 * 5/16 and more from 20 on,
        // and more than 8 from 30 on.
        Rendering rendering = Play(("Z2", "50"), ("Fill", "100"));
        Assert.Equal([20, 28, 30, 31, 52, 60, 62, 63], Steps.StepsOf(rendering, Steps.Snare));
        Assert.Equal([52, 60, 62, 63], Steps.StepsOf(Play(("Z2", "50"), ("Fill", "100"), ("Fill At", "4 bars")), Steps.Snare));
    }

    [Fact]
    public void Velocities_keep_to_their_range()
    {
        Rendering rendering = Play(("Vel Low", "20"), ("Vel High", "84"));
        Assert.Equal([84, 60, 68, 60, 76], rendering.NoteOns.Take(5).Select(on => (int)on.Message.Data2));
    }

    [Fact]
    public void Channel_mute_solo_and_chance_choose_what_leaves_and_where()
    {
        Assert.All(Play(("Channel", "3")).Messages, message => Assert.Equal(2, message.Message.Channel));
        Assert.Empty(Play(("Closed Hat Mute", "on")).Messages);
        Assert.Empty(Play(("Snare Solo", "on")).Messages);
        Assert.Equal(64, Play(("Closed Hat Solo", "on")).NoteOns.Count());
        Assert.Empty(Play(("Closed Hat Chance", "0")).Messages);
        long[] once = Frames(Play(("Closed Hat Chance", "50"), ("Seed", "5")));
        Assert.InRange(once.Length, 15, 49);
        Assert.Equal(once, Frames(Play(("Closed Hat Chance", "50"), ("Seed", "5"))));
        Assert.NotEqual(once, Frames(Play(("Closed Hat Chance", "50"), ("Seed", "6"))));
    }

    [Fact]
    public void A_locked_voice_stays_while_the_knobs_move_and_a_saved_state_knows_it()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        plugin.Parameter("Z1").Value = 1;
        Render(plugin);
        plugin.Parameter("Kick Lock").Value = 1;
        Render(plugin);
        plugin.Parameter("Z1").Value = 0;
        Assert.Equal([0, 8, 16, 24], Steps.StepsOf(Render(plugin), Steps.BassDrum)[..4]);

        using Vst2Plugin other = BuiltPlugin.Load();
        Assert.True(other.SetState(plugin.GetState()));
        Assert.Equal(plugin.GetState(), other.GetState());
        Assert.Equal([0, 8, 16, 24], Steps.StepsOf(Render(other), Steps.BassDrum)[..4]);
        Assert.Equal(plugin.GetState(), other.GetState());
        other.Parameter("Kick Lock").Value = 0;
        Assert.Empty(Steps.Of(Render(other), Steps.BassDrum));
    }

    [Fact]
    public void Change_at_says_where_a_new_beat_takes_over()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        Assert.True(plugin.Parameter("Change At").TrySetText("bar"));
        Rendering rendering = BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 384_000, new RenderOptions
        {
            Automation = [new AutomationCurve("Z1", new AutomationPoint(0, 0), new AutomationPoint(0.999, 0), new AutomationPoint(1, 1))],
        });
        Assert.Equal([16, 24, 32], Steps.StepsOf(rendering, Steps.BassDrum)[..3]);
    }

    private static Rendering Play(params (string Name, string Text)[] settings)
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        foreach ((string name, string text) in settings)
        {
            Assert.True(plugin.Parameter(name).TrySetText(text), name);
        }

        return Render(plugin);
    }

    /// <summary>Four bars at 120 BPM and 48 kHz.</summary>
    private static Rendering Render(Vst2Plugin plugin) => BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 384_000 - 2);

    private static long[] Frames(Rendering rendering) => [.. rendering.NoteOns.Select(on => on.Frame)];
}
