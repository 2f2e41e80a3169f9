using DrumSpace.Host;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>
/// pluginval: "Background thread state" and "Parameter thread safety"; here with blocks processed all the while, and with more threads
/// than one.
/// </summary>
public abstract class ThreadSafetyTests(PluginFormat format)
{
    public sealed class OfVst2() : ThreadSafetyTests(PluginFormat.Vst2);

    public sealed class OfClap() : ThreadSafetyTests(PluginFormat.Clap);

    public sealed class OfVst3() : ThreadSafetyTests(PluginFormat.Vst3);

    private const int Block = 32;
    private const int Rounds = 500;

    [Fact]
    public void Background_thread_state_is_saved_and_restored_while_blocks_are_processed()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] state = plugin.GetState();
        BlockPlayer player = new(plugin, 960);
        player.Prepare(44_100, Block);
        byte[][] saved = new byte[Rounds / 5][];
        WhilePlaying(player, [() =>
        {
            for (int time = 0; time < saved.Length; time++)
            {
                saved[time] = plugin.GetState();
                Assert.True(plugin.SetState(saved[time]));
            }
        }]);

        // Nothing moved but by states that are the same, so each is: no half of anything was ever read or written.
        Assert.All(saved, bytes => Assert.Equal(state, bytes));
        player.Stop();
        Validated.AssertPlays(plugin, state);
    }

    [Fact]
    public void Background_thread_state_while_parameters_and_slots_move_is_always_one_that_can_be_loaded()
    {
        int seed = Validated.Random().Next();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        using HostedPlugin other = BuiltPlugin.Load(format);
        byte[] state = plugin.GetState();
        PluginParameter[] parameters = [.. Validated.AutomatableParameters(plugin), plugin.Parameter("Store")];
        BlockPlayer player = new(plugin, 960);
        player.Prepare(44_100, Block);
        WhilePlaying(player, [
            () => Move(parameters, new Random(seed), Rounds),
            () =>
            {
                for (int time = 0; time < 100; time++)
                {
                    byte[] bytes = plugin.GetState();
                    long log = BuiltPlugin.LogLength;
                    Assert.True(other.SetState(bytes), $"A state of {bytes.Length} bytes could not be loaded: {BuiltPlugin.LogSince(log)}");
                }
            }]);
        Validated.AssertPlays(plugin, state);
    }

    [Fact]
    public void Parameter_thread_safety_with_four_threads_that_set_and_read_all_parameters_while_blocks_are_processed()
    {
        int seed = Validated.Random().Next();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        byte[] state = plugin.GetState();
        PluginParameter[] parameters = Validated.AutomatableParameters(plugin);
        BlockPlayer player = new(plugin, 960);
        player.Prepare(44_100, Block);
        WhilePlaying(player, [.. Enumerable.Range(0, 4).Select<int, Action>(
            thread => () => Move(parameters, new Random(seed + thread), Rounds))]);
        Assert.All(plugin.Parameters, parameter => Assert.InRange(parameter.Value, 0, 1));
        Validated.AssertPlays(plugin, state);
    }

    [Fact]
    public void Programs_change_from_the_input_while_another_thread_saves_the_bank()
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        using HostedPlugin other = BuiltPlugin.Load(format);
        BlockPlayer player = new(plugin, 960);
        player.Prepare(44_100, Block);
        int program = 0;
        WhilePlaying(
            player,
            [() =>
            {
                for (int time = 0; time < 100; time++)
                {
                    Assert.True(other.SetState(plugin.GetState()));
                }
            }],
            () => plugin.QueueMidi(new ShortMessage(0, 0xC0, (byte)(program++ % 20), 0)));
    }

    private static void Move(PluginParameter[] parameters, Random random, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            foreach (PluginParameter parameter in parameters)
            {
                parameter.Value = random.NextSingle();
                Assert.InRange(parameter.Value, 0, 1);
            }
        }
    }

    // Plays on this thread, as the audio thread, until the others are through.
    private static void WhilePlaying(BlockPlayer player, Action[] others, Action? beforeBlock = null)
    {
        Task[] tasks = [.. others.Select(other => Task.Factory.StartNew(other, TaskCreationOptions.LongRunning))];
        for (int block = 0; block < Rounds || !Task.WhenAll(tasks).IsCompleted; block++)
        {
            beforeBlock?.Invoke();
            player.Play(Block);
        }

        // What was set last still travels with a block.
        Task.WaitAll(tasks);
        player.Play(Block);
    }
}
