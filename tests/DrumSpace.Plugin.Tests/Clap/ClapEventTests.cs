using DrumSpace.Abi.Clap;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Playing;

namespace DrumSpace.Plugin.Tests.Clap;

/// <summary>What CLAP has and VST2 has not: events at their frames, dialects of notes, and a host that is told of every value.</summary>
public class ClapEventTests
{
    private const int SixteenthFrames = 6000; // at 120 and 48 000

    [Fact]
    public void A_knob_that_moves_within_a_block_counts_from_its_own_frame_on()
    {
        // One block of 16 steps: the bass drum of the steps 0 and 8 plays where the knob is up.
        Assert.Equal([0], KicksWhen((0, 1), (1, 0)));
        Assert.Equal([8], KicksWhen((0, 0), ((8 * SixteenthFrames) - 1, 1)));
        Assert.Equal([0, 8], KicksWhen((0, 1), ((8 * SixteenthFrames) + 1, 0)));
        Assert.Equal([], KicksWhen((0, 0), ((8 * SixteenthFrames) + 1, 1)));
    }

    [Fact]
    public void Many_events_in_a_block_lose_no_step()
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        Rendering rendering = BuiltPlugin.Render(plugin, new HostTransport(44_100, 137.3), 308_000, new RenderOptions
        {
            BlockSize = 1000,
            KeepsAudio = false,
            BlockRendered = _ =>
            {
                for (int frame = 0; frame < 1000; frame += 7)
                {
                    plugin.QueueParameter(frame, 0, frame % 2 / 10f);
                }
            },
        });
        Steps.AssertEvery16th(rendering, 64, TempoCurve.Constant(137.3), 0.5 + 1e-6);
    }

    [Theory]
    [InlineData(ClapNoteDialects.Midi)]
    [InlineData(ClapNoteDialects.Clap)]
    [InlineData(ClapNoteDialects.None)]
    public void A_host_gets_the_same_notes_in_the_dialect_that_it_knows(ClapNoteDialects dialects)
    {
        Rendering[] renderings = [.. new[] { ClapNoteDialects.Midi | ClapNoteDialects.Clap, dialects }.Select(known =>
        {
            using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap(known));
            plugin.Parameter("Z1").Value = 1;
            Rendering rendering = BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 192_000);
            Assert.Equal(0, plugin.DroppedEvents);
            return rendering;
        })];
        Assert.NotEmpty(renderings[0].Messages);
        Assert.Equal(renderings[0].Messages, renderings[1].Messages);
    }

    [Fact]
    public void A_program_change_by_MIDI_counts_from_its_frame_and_the_host_is_told_of_every_value_that_moved()
    {
        using Vst2Plugin vst = BuiltPlugin.Load();
        vst.Program = 5;
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        float[] before = [.. plugin.Parameters.Select(p => p.Value)];
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 48_000, new RenderOptions { MidiIn = [new SongMessage(1, 0xC9, 5, 0)] });
        Assert.All(vst.Parameters.Zip(plugin.Parameters), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-6f));
        int[] moved = [.. Enumerable.Range(0, before.Length).Where(index => before[index] != plugin.Parameters[index].Value)];
        Assert.NotEmpty(moved);
        Assert.Equal(moved, plugin.Edits.ToArray().Select(edit => edit.Parameter));
        Assert.All(plugin.Edits.ToArray(), edit => Assert.Equal(plugin.Parameters[edit.Parameter].Value, edit.Value, 1e-6f));
    }

    [Fact]
    public void A_value_that_the_host_set_is_not_told_back_to_it()
    {
        using ClapPlugin plugin = BuiltPlugin.LoadClap();
        BuiltPlugin.Render(plugin, new HostTransport(48_000, 120), 48_000, new RenderOptions
        {
            Automation = [new AutomationCurve("Z1", new AutomationPoint(0, 0), new AutomationPoint(2, 1))],
        });
        Assert.Empty(plugin.Edits.ToArray());
    }

    [Theory]
    [InlineData(60, 240, 32)]
    [InlineData(240, 60, 16)]
    public void A_tempo_ramp_that_the_host_tells_frame_by_frame_moves_no_step_by_more_than_a_frame(double from, double to, double quarters)
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        TempoCurve tempo = TempoCurve.Ramp(from, to, quarters);
        Rendering rendering = BuiltPlugin.Render(
            plugin, new HostTransport(48_000, tempo), (long)(tempo.SecondsAt(40) * 48_000) - 4,
            new RenderOptions { BlockSize = 512, KeepsAudio = false });
        Steps.AssertEvery16th(rendering, 160, tempo, 1);
    }

    private static long[] KicksWhen(params (int Frame, float Value)[] moves)
    {
        using ClapPlugin plugin = BuiltPlugin.OnlyHiHat(BuiltPlugin.LoadClap());
        plugin.Parameter("Change At").Value = 0;
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 16 * SixteenthFrames, KeepsAudio = false });
        renderer.Prepare();
        foreach ((int frame, float value) in moves)
        {
            plugin.QueueParameter(frame, 0, value);
        }

        transport.Start();
        renderer.RenderBlocks((16 * SixteenthFrames) - 1);
        transport.Stop();
        renderer.RenderBlocks(SixteenthFrames);
        Rendering rendering = renderer.Finish();
        Steps.AssertAllEnd(rendering);
        return Steps.StepsOf(rendering, Steps.BassDrum);
    }
}
