using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests.Vst2;

/// <summary>Host quirks that only VST2 knows.</summary>
public class Vst2HabitTests
{
    [Fact]
    public void Habit_6_events_leave_in_one_list_a_block_from_inside_of_it_and_the_answer_0_is_no_refusal()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        int most = 0;
        Rendering rendering = BuiltPlugin.Render(
            plugin,
            new HostTransport(48_000, 140, new HostQuirks { ReturnsZeroForEvents = true, BlockLengths = [8192] }),
            (64 * 15 * 48_000 / 140) - 2,
            new RenderOptions { BlockRendered = _ => most = Math.Max(most, plugin.EmittedLists) });
        Steps.AssertEvery16th(rendering, 64, TempoCurve.Constant(140), 0.5 + 1e-6);
        Assert.Equal(1, most);
    }
}
