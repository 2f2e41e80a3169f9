namespace DrumSpace.Plugin.Tests.Many;

/// <summary>64 instances in one process, of both formats: each right, all together cheap.</summary>
public class ManyInstancesTests
{
    private const int HostThreads = 4;
    private const int InstancesEach = 16;
    private const int Rounds = 30;

    [Fact]
    public async Task Opened_and_closed_in_any_order_by_four_threads_while_the_others_play_each_keeps_its_own_beat()
    {
        BuiltPlugin.SkipUnlessBuilt();
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        using Barrier allOpen = new(HostThreads);
        Task[] hosts = [.. Enumerable.Range(0, HostThreads).Select(
            number => Task.Factory.StartNew(() => Play(new Random(seed + number), allOpen), TaskCreationOptions.LongRunning))];
        await Task.WhenAll(hosts);
    }

    [Fact]
    public void One_more_costs_far_less_than_2_MB_and_no_thread_and_no_network_of_its_own()
    {
        BuiltPlugin.SkipUnlessBuilt();
        int seed = Seed.Take(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        string model = Path.Combine(Repository.PluginFolder, "models", "flagship");
        Dictionary<string, long> counted = Probe.OpenMany(64, BuiltPlugin.LogPath, seed, model);
        Assert.InRange(counted["resident_each"], 1, 2 * 1024);
        Assert.InRange(counted["heap_each"], 1, 2 * 1024);
        Assert.Equal(counted["networks_first"], counted["networks"]);
        Assert.InRange(counted["networks"], 2, 4); // decoder and encoder, and the companions where the model has them
        Assert.Equal(counted["threads_first"], counted["threads"]);
        Assert.True(counted["threads_left"] < counted["threads"], "The decode worker outlives the last instance.");
    }

    private static void Play(Random random, Barrier allOpen)
    {
        List<InstanceSong> songs = [];
        try
        {
            while (songs.Count < InstancesEach)
            {
                songs.Add(new InstanceSong(random));
                songs.ForEach(song => song.Play());
            }

            allOpen.SignalAndWait();
        }
        catch
        {
            // The others must not wait for a thread that failed.
            allOpen.RemoveParticipant();
            throw;
        }

        for (int round = 0; round < Rounds; round++)
        {
            songs.ForEach(song => song.Play());
            int chosen = random.Next(songs.Count);
            songs[chosen].Turn();
            if (random.Next(3) == 0)
            {
                songs[chosen].Close();
                songs[chosen] = new InstanceSong(random);
            }
        }

        while (songs.Count > 0)
        {
            int chosen = random.Next(songs.Count);
            songs[chosen].Close();
            songs.RemoveAt(chosen);
            songs.ForEach(song => song.Play());
        }
    }
}
