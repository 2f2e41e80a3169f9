using System.Diagnostics;
using DrumSpace.Host;
using DrumSpace.Plugin.Formats;

namespace DrumSpace.Plugin.Tests.Playing;

/// <summary>Ardour 7.3 does not tell VST2 plugins that it exports, and Qtractor 0.9.31 none; the clock does.</summary>
public class RenderSpeedTests
{
    private const double Rate = 48_000;

    private readonly RenderSpeedDetector _detector = new() { SampleRate = Rate };
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
            Assert.False(IsAssumedOffline(block));
            due += block / Rate;
        }
    }

    [Fact]
    public void Ardours_two_blocks_a_period_are_real_time()
    {
        for (int number = 0; number < 1000; number++)
        {
            Assert.False(IsAssumedOffline(752));
            _seconds += 1e-6;
            Assert.False(IsAssumedOffline(272));
            _seconds += 1024 / Rate;
        }
    }

    [Theory]
    [InlineData(8192, 2)]
    [InlineData(48_000, 2)]
    [InlineData(8192, 4)]
    [InlineData(1024, 4)]
    [InlineData(64, 64)]
    public void Blocks_that_come_together_are_real_time_whatever_the_buffering(int block, int together)
    {
        for (int period = 0; period < 300; period++)
        {
            for (int number = 0; number < together; number++)
            {
                Assert.False(IsAssumedOffline(block));
                _seconds += 1e-5;
            }

            _seconds += ((double)together * block / Rate) - (together * 1e-5);
        }
    }

    [Fact]
    public void A_host_that_catches_up_after_it_was_late_is_in_real_time()
    {
        for (int number = 0; number < 3000; number++)
        {
            Assert.False(IsAssumedOffline(1024));
            _seconds += (number % 30) switch
            {
                0 => 4 * 1024 / Rate,
                1 or 2 or 3 => 1e-5,
                _ => 1024 / Rate,
            };
        }
    }

    [Fact]
    public void A_sound_card_whose_clock_is_fast_is_in_real_time_for_hours()
    {
        for (double played = 0; played < 7200; played += 4096 / Rate)
        {
            Assert.False(IsAssumedOffline(4096));
            _seconds += 4096 / Rate * 0.99;
        }
    }

    [Theory]
    [InlineData(512, 4)]
    [InlineData(1024, 20)]
    [InlineData(8192, 50)]
    public void An_export_of_any_speed_and_block_is_known_within_a_second_of_song_and_stays_one(int block, int speed)
    {
        PlayInTime(100);
        for (int number = 0; number * block < 60 * Rate; number++)
        {
            bool isFast = IsAssumedOffline(block);
            Assert.True(isFast || number * block < Rate, $"Block {number} is not known to be of an export.");
            _seconds += block / Rate / speed;
        }
    }

    [Fact]
    public void An_export_is_known_within_a_tenth_of_a_second_of_song_and_stays_one_when_the_machine_is_busy()
    {
        PlayInTime(200);
        for (int number = 0; number < 2000; number++)
        {
            bool isFast = IsAssumedOffline(512);
            Assert.True(isFast || number * 512 < 0.11 * Rate, $"Block {number} is not known to be of an export.");
            _seconds += number % 40 == 39 ? 0.2 : 1e-4;
        }
    }

    [Fact]
    public void Behind_an_export_real_time_is_known_within_a_third_of_a_second()
    {
        for (int number = 0; number < 100; number++)
        {
            IsAssumedOffline(512);
            _seconds += 1e-4;
        }

        Assert.Equal(RenderSpeed.AssumedOffline, _detector.Speed);
        PlayInTime((int)(0.33 * Rate / 512));
        Assert.Equal(RenderSpeed.RealTime, _detector.Speed);
    }

    [Theory]
    [InlineData(PluginFormat.Vst2)]
    [InlineData(PluginFormat.Clap)]
    [InlineData(PluginFormat.Vst3)]
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

            // Z1 stands still for two seconds of the song, so that the export is known when it moves, on a busy machine too.
            Automation =
            [
                new AutomationCurve(
                    "Z1", [new AutomationPoint(0, 0), .. Enumerable.Range(8, 71).Select(quarter => new AutomationPoint(quarter, quarter / 2 % 2))]),
            ],
        });
    }

    private void PlayInTime(int blocks)
    {
        for (int number = 0; number < blocks; number++)
        {
            IsAssumedOffline(512);
            _seconds += 512 / Rate;
        }
    }

    private bool IsAssumedOffline(int frames) =>
        _detector.Begin((long)(_seconds * Stopwatch.Frequency), frames) == RenderSpeed.AssumedOffline;
}
