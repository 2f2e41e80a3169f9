using DrumSpace.Host;
using DrumSpace.Plugin.Diagnostics;

namespace DrumSpace.Plugin.Tests.Validation;

/// <summary>
/// pluginval: "Audio processing", "Non-releasing audio processing", "Allocations during process" and "Process called with a larger than
/// prepared block size"; at every rate with every block length.
/// </summary>
public abstract class AudioProcessingTests(PluginFormat format)
{
    public sealed class OfVst2() : AudioProcessingTests(PluginFormat.Vst2);

    public sealed class OfClap() : AudioProcessingTests(PluginFormat.Clap);

    public sealed class OfVst3() : AudioProcessingTests(PluginFormat.Vst3);

    [Fact]
    public void Audio_processing() => PlayAtAllRates((player, rate, block) => player.Prepare(rate, block), factor: 1);

    [Fact]
    public void Non_releasing_audio_processing_stands_another_rate_and_block_length_without_a_suspension() =>
        PlayAtAllRates(
            (player, rate, block) =>
            {
                player.Announce(rate, block);
                player.Resume();
            },
            factor: 1);

    [Fact]
    public void Process_called_with_a_larger_than_prepared_block_size() =>
        PlayAtAllRates((player, rate, block) => player.Prepare(rate, block, 3 * block), factor: 3);

    [Fact]
    public void Allocations_during_process_are_none_of_the_runtimes()
    {
        // Those of the C library are counted in a process of their own, by RealTimeTests.
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        BlockPlayer player = new(plugin);
        foreach (double rate in Validated.SampleRates)
        {
            foreach (int block in Validated.BlockSizes)
            {
                plugin.Pacing = ProcessPacing.RealTime;
                player.Prepare(rate, block);
                player.PlayTo(4, block);
                Assert.Equal(0, BuiltPlugin.Diagnose(plugin, Diagnostic.ProcessBytes));
            }
        }
    }

    private void PlayAtAllRates(Action<BlockPlayer, double, int> prepare, int factor)
    {
        Random random = Validated.Random();
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        plugin.AllowsAnyCallOrder = true;
        BlockPlayer player = new(plugin, 600);
        foreach (double rate in Validated.SampleRates)
        {
            foreach (int block in Validated.BlockSizes)
            {
                prepare(player, rate, block);
                ShortMessage note = Validated.Note(random);
                plugin.QueueMidi(note with { Frame = random.Next(block) });
                for (int number = 0; number < 10; number++)
                {
                    player.Play(factor * block);
                }

                plugin.QueueMidi(Validated.EndOf(note));
                player.PlayTo(3.9, factor * block);
                Assert.Equal([0, 1, 2, 3], player.Steps[Playing.Steps.ClosedHiHat][..4]);
                Assert.InRange(player.WorstPlacement, 0, 0.5 + 1e-6);
            }
        }
    }
}
