using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Plugin.Formats;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>Ardour 7.3 does not tell VST2 plugins that it exports, and Qtractor 0.9.31 none; the clock does.</summary>
public class HostPaceTests
{
    private const double Rate = 48_000;

    private readonly HostPace _pace = new() { SampleRate = Rate };
    private double _seconds = 100;

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(8192)]
    public void Real_time_with_late_blocks_is_real_time(int block)
    {
        Random random = new(1);
        double due = _seconds;
        for (int number = 0; number < 5000; number++)
        {
            // A period late at most, and then in time again.
            _seconds = Math.Max(_seconds, due + (random.NextDouble() * 0.7 * block / Rate));
            Assert.False(Begin(block));
            due += block / Rate;
        }
    }

    [Fact]
    public void Ardours_two_blocks_a_period_are_real_time()
    {
        for (int number = 0; number < 1000; number++)
        {
            Assert.False(Begin(752));
            _seconds += 1e-6;
            Assert.False(Begin(272));
            _seconds += 1024 / Rate;
        }
    }

    [Fact]
    public void An_export_is_known_within_a_tenth_of_a_second_of_song_and_stays_one_when_the_machine_is_busy()
    {
        PlayInTime(200);
        for (int number = 0; number < 2000; number++)
        {
            bool isFast = Begin(512);
            Assert.True(isFast || number * 512 < 0.11 * Rate, $"Block {number} is not known to be of an export.");
            _seconds += number % 40 == 39 ? 0.2 : 1e-4;
        }
    }

    [Fact]
    public void Behind_an_export_real_time_is_known_within_a_third_of_a_second()
    {
        for (int number = 0; number < 100; number++)
        {
            Begin(512);
            _seconds += 1e-4;
        }

        Assert.True(_pace.IsFasterThanTime);
        PlayInTime((int)(0.33 * Rate / 512));
        Assert.False(_pace.IsFasterThanTime);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    public void Exports_of_a_host_that_does_not_say_so_are_the_same_to_the_bit(PluginFormat format)
    {
        Rendering[] renderings = [Export(format), Export(format), Export(format)];
        Assert.NotEmpty(Steps.Of(renderings[0], Steps.BassDrum));
        Assert.All(renderings[1..], other => Assert.Equal(renderings[0].Messages, other.Messages));
        Assert.All(renderings[1..], other => Assert.True(renderings[0].Audio[0].AsSpan().SequenceEqual(other.Audio[0])));
    }

    private static Rendering Export(PluginFormat format)
    {
        using HostedPlugin plugin = BuiltPlugin.LoadHiHat(format);
        return BuiltPlugin.Render(plugin, new HostTransport(Rate, 240, HostQuirks.Ardour), (long)(20 * Rate), new RenderOptions
        {
            BlockSize = 1024,

            // Z1 stands still in the first quarters, so that the export is known when it moves.
            Automation =
            [
                new AutomationCurve("Z1", [new AutomationPoint(0, 0), .. Enumerable.Range(1, 78).Select(quarter => new AutomationPoint(quarter, quarter / 2 % 2))]),
            ],
        });
    }

    private void PlayInTime(int blocks)
    {
        for (int number = 0; number < blocks; number++)
        {
            Begin(512);
            _seconds += 512 / Rate;
        }
    }

    private bool Begin(int frames) => _pace.Begin((long)(_seconds * Stopwatch.Frequency), frames);
}
