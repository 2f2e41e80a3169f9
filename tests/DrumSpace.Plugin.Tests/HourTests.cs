namespace DrumSpace.Plugin.Tests;

/// <summary>
/// An hour of a song with the shipped model, 64 frames a block, told that it is real time: the knobs never stand still, so that the
/// worker decodes all the while, and everything else that a musician does is done.
/// </summary>
public class HourTests
{
    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    public void In_an_hour_of_playing_no_collection_comes_and_neither_the_audio_thread_nor_the_worker_allocates(PluginFormat format)
    {
        Dictionary<string, long> counted = Play(format, saves: 0);
        string[] none = ["gen0", "gen1", "gen2", "managed", "worker", "allocations", "locks", "waits", "files"];
        Assert.All(none, what => Assert.True(counted[what] == 0, $"{counted[what]} {what}."));
    }

    [Fact]
    public void When_the_host_saves_every_five_minutes_the_audio_thread_allocates_nothing_and_hardly_a_collection_comes()
    {
        Dictionary<string, long> counted = Play(PluginFormat.Vst2, saves: 12);
        string[] none = ["gen2", "managed", "allocations", "locks", "waits", "files"];
        Assert.All(none, what => Assert.True(counted[what] == 0, $"{counted[what]} {what}."));

        // The first time that it has to wait for the thread that saves, its lock takes an event.
        Assert.InRange(counted["worker"], 0, 200);
        Assert.Equal(12, counted["saves"]);
        Assert.True(counted["saved"] > 12 * 1000);

        // A save takes some 50 KB of managed memory; the runtime collects when its first generation is full, which is larger than all of
        // them here.
        Assert.Equal(0, counted["gen0"]);
    }

    private static Dictionary<string, long> Play(PluginFormat format, int saves)
    {
        BuiltPlugin.SkipUnlessBuilt();
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        string model = Path.Combine(Repository.PluginFolder, "models", "flagship");
        string library = format == PluginFormat.Clap ? BuiltPlugin.ClapPath : BuiltPlugin.LibraryPath;
        Dictionary<string, long> counted = Probe.PlayHour(library, BuiltPlugin.LogPath, seed, saves, model);
        Assert.True(counted["events"] > 1_000 && counted["decodes"] > 1_000 && counted["peak"] == 1, "Nothing was played.");
        Assert.Equal(0, counted["unload"]);
        return counted;
    }
}
