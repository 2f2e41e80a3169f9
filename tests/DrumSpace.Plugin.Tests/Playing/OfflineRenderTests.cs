using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Playing;

public abstract class OfflineRenderTests(PluginFormat format)
{
    public sealed class OfVst2() : OfflineRenderTests(PluginFormat.Vst2);

    public sealed class OfClap() : OfflineRenderTests(PluginFormat.Clap);

    public sealed class OfVst3() : OfflineRenderTests(PluginFormat.Vst3);

    [Fact]
    public void Two_renders_with_the_same_automation_are_the_same_to_the_bit()
    {
        Rendering[] renders = [Render(), Render(), Render()];
        foreach (Rendering other in renders[1..])
        {
            Assert.Equal(renders[0].Messages, other.Messages);
            for (int channel = 0; channel < 2; channel++)
            {
                Assert.True(renders[0].Audio[channel].AsSpan().SequenceEqual(other.Audio[channel]));
            }
        }

        Assert.NotEmpty(Steps.Of(renders[0], Steps.BassDrum));
    }

    [Fact]
    public void Offline_a_knob_is_heard_at_the_first_step_behind_its_movement()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        Rendering rendering = BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 192_000, new RenderOptions
        {
            BlockSize = 6000,
            Automation = [new AutomationCurve("Z1", new AutomationPoint(0, 0), new AutomationPoint(3.999, 0), new AutomationPoint(4, 1))],
        });
        Assert.Equal([16, 24], Steps.StepsOf(rendering, Steps.BassDrum)[..2]);
    }

    private Rendering Render()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        return BuiltPlugin.Render(plugin, new HostTransport(44_100, 128), 44_100 * 8, new RenderOptions
        {
            BlockSize = 300,
            Automation =
            [
                .. Enumerable.Range(1, 4).Select(knob => new AutomationCurve(
                    $"Z{knob}", new AutomationPoint(0, 0), new AutomationPoint(knob, 1), new AutomationPoint(4 + (3 * knob), 0))),
            ],
        });
    }
}
