using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>
/// What the tests here share. They are those of pluginval (Tracktion), a validator of plugins that many vendors ship by, up to its
/// highest strictness of 10, written anew for our own host and every format; each file says what pluginval calls its topic. Left out is
/// what other programs do (auval, the VST3 validator), and windows, which have tests of their own.
/// </summary>
internal static class Validated
{
    /// <summary>Pluginval's rates, and one above.</summary>
    public static readonly double[] SampleRates = [44_100, 48_000, 96_000, 192_000];

    /// <summary>Pluginval's block lengths, and some that are no power of two.</summary>
    public static readonly int[] BlockSizes = [64, 128, 256, 512, 1024, 1, 441];

    /// <summary>A source of random numbers whose seed is printed.</summary>
    public static Random Random() => new(Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line)));

    /// <summary>What hosts may move; commands, which no host automates, are left out.</summary>
    public static PluginParameter[] AutomatableParameters(HostedPlugin plugin) =>
        [.. BuiltPlugin.OwnParameters(plugin).Where(p => p.CanBeAutomated)];

    /// <summary>Any note at the first frame, on any channel.</summary>
    public static ShortMessage Note(Random random) =>
        new(0, (byte)(0x90 | random.Next(16)), (byte)random.Next(128), (byte)random.Next(1, 128));

    /// <summary>A note's end at the first frame.</summary>
    public static ShortMessage EndOf(ShortMessage note) => new(0, (byte)(0x80 | note.Channel), note.Data1, 64);

    /// <summary>Gives an instance a state in which only the hi-hat plays, and hears that it does, on each 16th of two bars.</summary>
    public static void AssertPlays(HostedPlugin plugin, byte[] hiHatState)
    {
        Assert.True(plugin.SetState(hiHatState));
        BlockPlayer player = new(plugin);
        player.Prepare(48_000, 256);
        player.PlayTo(31.9, 256);
        Assert.Equal(Enumerable.Range(0, 32).Select(step => (long)step), player.Steps[Playing.Steps.ClosedHiHat]);
        Assert.InRange(player.WorstPlacement, 0, 0.5 + 1e-6);
        player.Stop();
    }
}
