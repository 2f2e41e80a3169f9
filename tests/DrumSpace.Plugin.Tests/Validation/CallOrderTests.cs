using DrumSpace.Abi.Clap;
using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Vst2;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>Calls in orders that no interface allows and that hosts make all the same.</summary>
public abstract class CallOrderTests(PluginFormat format)
{
    public sealed class OfVst2() : CallOrderTests(PluginFormat.Vst2)
    {
        [Fact]
        public void A_resumption_without_any_preparation_plays()
        {
            using RawEffect effect = new();
            effect.Dispatch(Abi.Vst2.EffectOpcode.MainsChanged, value: 1);

            // This host tells no time, so the beat runs free.
            float[] sound = effect.Process(48_000, 1, accumulate: false)!;
            Assert.All(sound, sample => Assert.True(float.IsFinite(sample) && !float.IsSubnormal(sample)));
            Assert.Contains(sound, sample => sample != 0);
            effect.Dispatch(Abi.Vst2.EffectOpcode.MainsChanged);
            effect.Dispatch(Abi.Vst2.EffectOpcode.MainsChanged);
        }
    }

    public sealed class OfClap() : CallOrderTests(PluginFormat.Clap)
    {
        [Fact]
        public unsafe void A_block_before_any_activation_is_stood()
        {
            using ClapPlugin plugin = BuiltPlugin.LoadClap();
            ClapInstance* instance = (ClapInstance*)plugin.Instance;
            ClapProcess block = new() { FrameCount = 100_000 };
            Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &block));
            Assert.Equal(1, instance->StartProcessing(instance));
            Assert.Equal(ClapProcessStatus.Continue, instance->Process(instance, &block));
            instance->Reset(instance);
            instance->Deactivate(instance);
        }
    }

    public sealed class OfVst3() : CallOrderTests(PluginFormat.Vst3);

    [Fact]
    public void Blocks_before_the_resumption_play()
    {
        (HostedPlugin plugin, BlockPlayer player) = Careless();
        using (plugin)
        {
            player.Announce(48_000, 256);
            player.PlayTo(16, 256);
            Assert.All(player.Steps.Values, steps => Assert.Equal(steps.Distinct(), steps));
            Validated.AssertPlays(plugin, plugin.GetState());
        }
    }

    [Fact]
    public void Blocks_after_the_suspension_end_what_sounded()
    {
        (HostedPlugin plugin, BlockPlayer player) = Careless();
        using (plugin)
        {
            player.Prepare(48_000, 256);
            player.PlayTo(4.1, 256);
            plugin.Suspend();
            player.Stop();
            Validated.AssertPlays(plugin, plugin.GetState());
        }
    }

    [Fact]
    public void Suspended_and_resumed_twice_is_once()
    {
        (HostedPlugin plugin, BlockPlayer player) = Careless();
        using (plugin)
        {
            player.Prepare(48_000, 256);
            plugin.Resume();
            player.PlayTo(4.1, 256);
            plugin.Suspend();
            plugin.Suspend();
            player.Play(256);
            Assert.Equal(0, player.OpenNotes);
            plugin.Resume();
            plugin.Resume();
            Validated.AssertPlays(plugin, plugin.GetState());
        }
    }

    [Fact]
    public void The_rate_changes_while_suspended_in_the_middle_of_a_note_and_nothing_hangs()
    {
        (HostedPlugin plugin, BlockPlayer player) = Careless();
        using (plugin)
        {
            foreach (double rate in (double[])[.. Validated.SampleRates, 8_000, 384_000])
            {
                player.Prepare(rate, 128);
                player.PlayTo(2.05, 128);
                Assert.InRange(player.OpenNotes, 0, 1);
            }

            player.Stop();
        }
    }

    [Fact]
    public void A_state_loaded_while_suspended_before_any_preparation_is_what_plays()
    {
        using HostedPlugin hiHat = BuiltPlugin.LoadHiHat(format);
        hiHat.Parameter("Z2").Value = 1;
        using HostedPlugin plugin = BuiltPlugin.Load(format);
        Assert.True(plugin.SetState(hiHat.GetState()));
        BlockPlayer player = new(plugin);
        player.Prepare(48_000, 512);
        player.PlayTo(31.9, 512);
        Assert.Equal(32, player.Steps[Playing.Steps.ClosedHiHat].Count);
        Assert.NotEmpty(player.Steps[Playing.Steps.Snare]);
        player.Stop();
    }

    private (HostedPlugin Plugin, BlockPlayer Player) Careless()
    {
        HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.AllowsAnyCallOrder = true;
        return (plugin, new BlockPlayer(plugin));
    }
}
