using DrumSpace.Host;
using DrumSpace.Plugin.Tests.Validation;

namespace DrumSpace.Plugin.Tests.State;

/// <summary>Damaged chunks between blocks, at random with a printed seed: the beat goes on, and the log has one line for each.</summary>
[Collection("log")]
public abstract class HostileStateWhilePlayingTests(PluginFormat format)
{
    [Collection("log")]
    public sealed class OfVst2() : HostileStateWhilePlayingTests(PluginFormat.Vst2);

    [Collection("log")]
    public sealed class OfClap() : HostileStateWhilePlayingTests(PluginFormat.Clap);

    public sealed class OfVst3() : HostileStateWhilePlayingTests(PluginFormat.Vst3);

    private const int Chunks = 300;
    private const int Block = 480;

    [Fact]
    public void A_chunk_that_is_refused_leaves_the_plugin_playing_and_is_told_in_one_line()
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] good = plugin.GetState();
        BlockPlayer player = new(plugin, 150);
        player.Prepare(48_000, Block);
        int refused = 0;
        for (int trial = 0; trial < Chunks; trial++)
        {
            player.Play(Block);
            long log = BuiltPlugin.LogLength;
            if (plugin.SetState(Damage(good, random)))
            {
                Assert.True(plugin.SetState(good));
                continue;
            }

            refused++;
            string line = Assert.Single(BuiltPlugin.LogLinesSince(log, "State chunk"));
            Assert.Contains("State chunk, byte", line);
            Assert.EndsWith("The state stays as it was.", line);
        }

        Assert.InRange(refused, Chunks / 2, Chunks);
        Assert.Equal(Enumerable.Range(0, player.Steps[Playing.Steps.ClosedHiHat].Count).Select(step => (long)step), player.Steps[Playing.Steps.ClosedHiHat]);
        Assert.InRange(player.Steps[Playing.Steps.ClosedHiHat].Count, (long)player.Step, (long)player.Step + 1);
        Assert.Equal([Playing.Steps.ClosedHiHat], player.Steps.Keys);
        player.Stop();
    }

    // Cut, or with a wrong byte in its header; the values are left, because another beat would be no fault.
    private static byte[] Damage(byte[] good, Random random)
    {
        byte[] chunk = [.. good];
        chunk[random.Next(12)] ^= (byte)(1 << random.Next(8));
        return random.Next(3) == 0 ? chunk : good[..random.Next(good.Length)];
    }
}
