using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class PatternShapeTests
{
    [Theory]
    [InlineData(32, 0)]
    [InlineData(16, 0)]
    [InlineData(16, 16)]
    [InlineData(12, 4)]
    [InlineData(32, 5)]
    [InlineData(7, 30)]
    [InlineData(1, 31)]
    public void A_pass_begins_at_the_chosen_step_and_lasts_the_chosen_steps(int length, int start)
    {
        SimulatedHost host = new();
        host.Set(s => s with { PatternLength = length });
        host.Set(s => s with { PatternStart = start });
        host.Play(0, 240, 48000 * 8);
        Assert.Equal(Enumerable.Range(0, 128).Select(n => ((n * 3000L), (start + n % length) % 32)), host.Played);
    }

    [Fact]
    public void The_place_in_the_pass_follows_from_the_place_in_the_song()
    {
        SimulatedHost host = new();
        host.Set(s => s with { PatternLength = 12 });
        host.Play(25.0, 120, 6000);
        Assert.Equal([(0, 100 % 12)], host.Played);
    }

    [Theory]
    [InlineData(PatternSpeed.Half, 12000, 48)]
    [InlineData(PatternSpeed.Normal, 6000, 96)]
    [InlineData(PatternSpeed.Double, 3000, 192)]
    public void The_rate_sets_the_length_of_a_step(PatternSpeed rate, long step, int first)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Speed = rate });
        host.Play(24, 120, 48000 * 4);
        Assert.Equal(Enumerable.Range(0, (int)(192000 / step)).Select(n => (n * step, (first + n) % 32)), host.Played);
    }

    [Theory]
    [InlineData(PatternSpeed.Half, PatternSwitch.Beat, 24000)]
    [InlineData(PatternSpeed.Half, PatternSwitch.Bar, 96000)]
    [InlineData(PatternSpeed.Half, PatternSwitch.Pattern, 384000)]
    [InlineData(PatternSpeed.Double, PatternSwitch.Step, 15000)]
    [InlineData(PatternSpeed.Double, PatternSwitch.Beat, 24000)]
    [InlineData(PatternSpeed.Double, PatternSwitch.Bar, 96000)]
    [InlineData(PatternSpeed.Double, PatternSwitch.Pattern, 96000)]
    public void Beats_and_bars_stay_the_songs_at_any_rate(PatternSpeed rate, PatternSwitch quantization, long first)
    {
        SimulatedHost host = new() { Block = () => 500 };
        host.Set(s => s with { Speed = rate });
        host.Set(s => s with { Switch = quantization });
        host.Publish(new Pattern(Enumerable.Repeat((ushort)1, 32).ToArray()));
        double reached = host.Play(0, 120, 12500);
        host.Publish(new Pattern(Enumerable.Repeat((ushort)2, 32).ToArray()));
        host.Play(reached, 120, 48000 * 9);
        Assert.Equal(first, host.Events.First(e => e.Event is { Status: 0x99, Data1: 38 }).Frame);
    }

    [Fact]
    public void When_the_rate_changes_the_song_goes_on_at_the_next_step_of_the_new_one()
    {
        SimulatedHost host = new() { Block = () => 1000 };
        double reached = host.Play(0, 120, 8000);
        host.Set(s => s with { Speed = PatternSpeed.Double });
        reached = host.Play(reached, 120, 8000);
        host.Set(s => s with { Speed = PatternSpeed.Half });
        reached = host.Play(reached, 120, 14000);
        host.Set(s => s with { Speed = PatternSpeed.Normal });
        host.Play(reached, 120, 14000);
        Assert.Equal([(0, 0), (6000, 1), (9000, 3), (12000, 4), (15000, 5), (24000, 2), (30000, 5), (36000, 6), (42000, 7)], host.Played);
    }

    [Fact]
    public void However_the_rate_changes_no_two_steps_sound_at_one_place_and_none_sounds_late()
    {
        Random random = new(11);
        SimulatedHost host = new() { Block = () => random.Next(1, 2000) };
        host.BeforeBlock = () => host.Set(s => s with { Speed = (PatternSpeed)random.Next(3) });
        host.Play(0, 120, 48000 * 60);
        long[] frames = [.. host.Played.Select(hit => hit.Frame)];
        Assert.True(frames.Length > 400);
        Assert.All(frames, frame => Assert.Equal(0, frame % 3000));
        Assert.All(frames.Zip(frames.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }
}
