using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class PatternSwitchTests
{
    private static readonly Pattern Snares = new(Enumerable.Repeat((ushort)2, 32).ToArray());

    [Theory]
    [InlineData(PatternSwitch.Step, 18000)]
    [InlineData(PatternSwitch.Beat, 24000)]
    [InlineData(PatternSwitch.Bar, 96000)]
    [InlineData(PatternSwitch.Pattern, 192000)]
    public void A_new_pattern_takes_over_at_the_chosen_place(PatternSwitch when, long first)
    {
        SimulatedHost host = NewHost(when);
        double reached = host.Play(0, 120, 12500);

        host.Publish(Snares);
        host.Play(reached, 120, 48000 * 5);

        Assert.Equal(first, host.Events.First(e => e.Event is { Status: 0x99, Data1: 38 }).Frame);
    }

    [Fact]
    public void At_once_a_new_pattern_takes_over_with_the_next_block()
    {
        SimulatedHost host = NewHost(PatternSwitch.Immediate);
        double reached = host.Play(0, 120, 12500);

        host.Publish(Snares);
        host.Process(new HostTime { IsPlaying = true, HasPpq = true, Ppq = reached, HasTempo = true, Tempo = 120 }, 10);

        Assert.Equal(Snares, host.Playing.Decoded.Pattern);
    }

    [Fact]
    public void While_the_song_stands_still_a_new_pattern_is_taken_whatever_the_switch()
    {
        SimulatedHost host = NewHost(PatternSwitch.Pattern);
        host.Stop(1, 120, 1000);
        host.Publish(Snares);
        host.Stop(1, 120, 1000);

        host.Play(1, 120, 1000);

        Assert.Equal(38, host.Events[0].Event.Data1);
    }

    [Fact]
    public void The_very_first_pattern_does_not_wait()
    {
        SimulatedHost host = NewHost(PatternSwitch.Pattern);
        host.Source.BlocksLate = 1;
        host.Publish(Snares);
        HostTime time = new() { IsPlaying = true, HasPpq = true, Ppq = 0.9, HasTempo = true, Tempo = 120 };
        host.Process(time, 100);

        host.Process(time with { Ppq = 0.9 + 100 / 24000.0 }, 5000);

        Assert.Equal(38, host.Engine.Events[0].Data1);
    }

    [Theory]
    [InlineData(4, 4, 3, 3, 0)]
    [InlineData(4, 4, 7, 7, 0)]
    [InlineData(2, 4, 5, 5, 0)]
    [InlineData(2, 4, 5, 7, 8)]
    [InlineData(2, 2, 1, 1, 0)]
    [InlineData(3, 4, 3, 3, 0)]
    [InlineData(7, 8, 3.5, 3.5, 0)]
    [InlineData(0, 0, 3, 3, 12)]
    public void The_pattern_begins_at_the_bar_that_the_host_reports(int numerator, int denominator, double barStart, double ppq, int step)
    {
        SimulatedHost host = new(48000)
        {
            Habit = time => time with
            {
                HasTimeSignature = true,
                Numerator = numerator,
                Denominator = denominator,
                HasBarStart = true,
                BarStart = barStart,
            },
        };

        host.Play(ppq, 120, 1000);

        Assert.Equal(step % 16, host.Played[0].Step % 16);
    }

    [Fact]
    public void Accents_and_the_models_certainty_shape_the_velocity()
    {
        SimulatedHost host = new(48000);
        host.Stop(0, 120, 1);
        host.Publish(model =>
        {
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)1, 32).ToArray());
            Array.Fill(model.Decoded.Probabilities, 0.5f);
        });

        host.Play(0, 120, 30000);

        Assert.Equal([100, 76, 84, 76, 92], host.Events.Where(e => e.Event.Status == 0x99).Select(e => (int)e.Event.Data2));
    }

    private static SimulatedHost NewHost(PatternSwitch when)
    {
        SimulatedHost host = new(48000) { Block = () => 500 };
        host.Set(s => s with { Switch = when });
        host.Publish(new Pattern(Enumerable.Repeat((ushort)1, 32).ToArray()));
        return host;
    }
}
