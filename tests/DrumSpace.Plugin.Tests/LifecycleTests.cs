using DrumSpace.Abi.Vst2;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Playing;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests;

public class LifecycleTests
{
    [Fact]
    public void Two_instances_know_nothing_of_each_other()
    {
        using Vst2Plugin one = BuiltPlugin.LoadHiHat();
        using Vst2Plugin other = BuiltPlugin.LoadHiHat();
        one.Parameter("Z1").Value = 1;
        other.Parameter("Z2").Value = 1;
        other.Program = 4;
        other.Program = 0;
        Rendering[] renderings = new Rendering[2];
        Parallel.Invoke(
            () => renderings[0] = BuiltPlugin.Render(one, new HostTransport(48_000, 120), 192_000),
            () => renderings[1] = BuiltPlugin.Render(other, new HostTransport(44_100, 90), 192_000));
        Assert.NotEmpty(Steps.Of(renderings[0], Steps.BassDrum));
        Assert.Empty(Steps.Of(renderings[0], Steps.Snare));
        Assert.Empty(Steps.Of(renderings[1], Steps.BassDrum));
        Assert.NotEmpty(Steps.Of(renderings[1], Steps.Snare));
        Assert.Equal(0, one.Program);
    }

    [Fact]
    public void Both_entries_make_an_instance_and_none_without_a_host()
    {
        BuiltPlugin.SkipUnlessBuilt();
        unsafe
        {
            Assert.True(RawEffect.Entry("VSTPluginMain")(null) == null);
            Assert.True(RawEffect.Entry("main")(null) == null);
        }
    }

    [Fact]
    public void A_closed_or_missing_effect_is_answered_with_nothing()
    {
        RawEffect effect = new();
        Assert.Equal(1, effect.Close());
        Assert.Equal(0, effect.Close());
        Assert.Equal(0, effect.Dispatch(EffectOpcode.GetVstVersion));
        Assert.Equal("", effect.Text(EffectOpcode.GetEffectName));
        Assert.All(effect.Process(64, 0.5f, accumulate: false)!, sample => Assert.Equal(0.5f, sample));
        unsafe
        {
            fixed (AEffect* fields = &effect.Fields)
            {
                fields->SetParameter(fields, 0, 1);
                Assert.Equal(0, fields->GetParameter(fields, 0));
                fields->SetParameter(null, 0, 1);
                Assert.Equal(0, fields->GetParameter(null, 0));
                Assert.Equal(0, fields->Dispatcher(null, EffectOpcode.Open, 0, 0, null, 0));
                fields->ProcessReplacing(null, null, null, 64);
            }
        }
    }

    [Fact]
    public void It_processes_before_anything_was_announced_and_without_a_resume()
    {
        using RawEffect effect = new();
        Assert.All(effect.Process(100_000, 1, accumulate: false)!, sample => Assert.True(float.IsFinite(sample)));
        effect.Process(0, 1, accumulate: false);
        effect.Process(64, null, accumulate: false);
        effect.Process(64, null, accumulate: true);
    }

    [Fact]
    public void The_old_process_call_adds_to_what_lies_in_the_buffers()
    {
        using RawEffect effect = new();
        Assert.All(effect.Process(3000, 0.25f, accumulate: true)!, sample => Assert.Equal(0.25f, sample));
        Assert.All(effect.Process(3000, 0.25f, accumulate: false)!, sample => Assert.Equal(0f, sample));
    }

    [Fact]
    public void Questions_without_a_place_for_the_answer_are_stood()
    {
        using RawEffect effect = new();
        for (int opcode = 2; opcode < 100; opcode++)
        {
            effect.Dispatch(opcode, 0, 0, 0, 44_100);
        }

        Assert.Equal(2400, effect.Dispatch(EffectOpcode.GetVstVersion));
    }

    [Fact]
    public void While_bypassed_nothing_is_heard_and_nothing_hangs()
    {
        using Vst2Plugin plugin = BuiltPlugin.LoadHiHat();
        HostTransport transport = new(48_000, 120);
        using Renderer renderer = new(plugin, transport, new RenderOptions { BlockSize = 512 });
        renderer.Prepare();
        transport.Start();
        renderer.RenderBlocks(24_064);
        plugin.SetBypass(true);
        renderer.RenderBlocks(48_000);
        int before = renderer.Messages.Count(m => m.Message.IsNoteOn);
        Assert.Equal(5, before);
        plugin.SetBypass(false);
        renderer.RenderBlocks(24_000);
        Assert.True(renderer.Messages.Count(m => m.Message.IsNoteOn) > before);
        transport.Stop();
        renderer.RenderBlocks(512);
        Assert.Empty(renderer.Finish().HangingNotes);
    }
}
