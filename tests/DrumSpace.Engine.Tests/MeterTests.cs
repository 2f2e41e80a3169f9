using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>The host's bars are the plugin's. Each note tells the step of the pattern that it plays; a 16th lasts 6000 frames.</summary>
public class MeterTests
{
    private const double Tempo = 120;

    [Theory]
    [InlineData(4, 4, "0-15 16-31 0-15 16-31")]
    [InlineData(3, 4, "0-11 16-27 0-11 16-27")]
    [InlineData(6, 8, "0-11 16-27 0-11 16-27")]
    [InlineData(7, 8, "0-13 16-29 0-13 16-29")]
    [InlineData(5, 4, "0-19 16-31 0-3 0-19 16-31 0-3")]
    [InlineData(12, 8, "0-23 16-31 0-7 0-23")]
    [InlineData(2, 4, "0-7 8-15 16-23 24-31 0-7")]
    [InlineData(2, 2, "0-15 16-31 0-15")]
    [InlineData(3, 8, "0-5 6-11 16-21 22-27 0-5")]
    [InlineData(9, 8, "0-17 16-31 0-1 0-17")]
    [InlineData(8, 4, "0-31 0-31")]
    [InlineData(10, 4, "0-31 0-7 0-31 0-7")]
    public void The_bars_of_the_pattern_are_played_in_turn_each_from_its_start(int numerator, int denominator, string steps)
    {
        SimulatedHost host = In((0, numerator, denominator));
        AssertPlays(steps, host, 0);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(8192)]
    public void Across_a_change_of_meter_bars_are_counted_on(int block)
    {
        SimulatedHost host = In((0, 4, 4), (4, 3, 4), (10, 7, 8), (13.5, 4, 4));
        host.Block = () => block;
        AssertPlays("0-15 16-27 0-11 16-29 0-15 16-31", host, 0);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    public void After_a_pick_up_bar_the_pattern_begins_with_the_first_whole_bar(int numerator, int denominator)
    {
        // The meter of the first quarter, as hosts report it in different ways.
        SimulatedHost host = In((0, numerator, denominator), (1, 4, 4));
        host.Block = () => 1000;
        AssertPlays("0-3 0-15 16-31", host, 0);
    }

    [Fact]
    public void Steps_that_were_decided_ahead_are_decided_anew_where_the_meter_changes()
    {
        SimulatedHost host = In((0, 4, 4), (4, 3, 4));
        host.Block = () => 1000;
        host.Set(settings => settings with { GrooveTiming = 1, PatternLength = 12 });
        AssertPlays("0-11 0-3 0-11 0-11", host, 0);
    }

    [Fact]
    public void A_bar_that_is_cut_short_counts_as_one()
    {
        SimulatedHost host = In((0, 4, 4), (6, 4, 4));
        host.Block = () => 1000;
        AssertPlays("0-15 16-23 0-15", host, 0);
    }

    [Theory]
    [InlineData(5, "24-27 0-11 16-27")]
    [InlineData(3, "16-27 0-11")]
    public void A_jump_lands_in_the_bar_that_is_there(double ppq, string steps) => AssertPlays(steps, In((0, 3, 4)), ppq);

    [Fact]
    public void In_a_loop_each_pass_plays_the_same()
    {
        SimulatedHost host = In((0, 7, 8));
        host.Play(3.5, Tempo, 6000 * 28 * 2, loop: new Loop(3.5, 10.5));
        Assert.Equal(Steps("16-29 0-13 16-29 0-13"), host.Played.Select(played => played.Step));
    }

    [Fact]
    public void Without_a_meter_bars_are_of_four_quarters_from_the_songs_start()
    {
        SimulatedHost host = new() { Habit = time => time with { HasTimeSignature = false, HasBarStart = true, BarStart = 3 } };
        AssertPlays("12-31 0-3", host, 3);
    }

    [Fact]
    public void Without_a_bars_start_bars_begin_at_multiples_of_their_length()
    {
        SimulatedHost host = new() { Habit = time => time with { HasTimeSignature = true, Numerator = 3, Denominator = 4 } };
        AssertPlays("0-11 16-27 0-11", host, 0);
    }

    [Theory]
    [InlineData(12, "0-11 0-11 0-11")]
    [InlineData(24, "0-11 16-23 0-3 0-11")]
    [InlineData(5, "0-4 0-4 0-1 0-4 0-4 0-1")]
    public void A_shorter_pattern_begins_at_bar_lines_too_where_bars_do_not_divide_it(int length, string steps)
    {
        SimulatedHost host = In((0, 3, 4));
        host.Set(settings => settings with { PatternLength = length });
        AssertPlays(steps, host, 0);
    }

    [Fact]
    public void In_four_four_a_shorter_pattern_runs_across_the_bars()
    {
        SimulatedHost host = In((0, 4, 4));
        host.Set(settings => settings with { PatternLength = 12 });
        AssertPlays("0-11 0-11 0-11", host, 0);
    }

    [Theory]
    [InlineData(PatternSpeed.Half, 3, 4, "0-5 6-11 16-21 22-27")]
    [InlineData(PatternSpeed.Half, 4, 4, "0-31")]
    public void In_half_time_as_many_bars_follow_each_other_as_fit_into_a_bar_of_the_pattern(
        PatternSpeed speed, int numerator, int denominator, string steps)
    {
        SimulatedHost host = In((0, numerator, denominator));
        host.Set(settings => settings with { Speed = speed });
        int[] expected = Steps(steps);
        host.Play(0, Tempo, 12_000 * expected.Length);
        Assert.Equal(expected, host.Played.Select(played => played.Step));
    }

    [Fact]
    public void A_bar_that_is_no_whole_number_of_16ths_ends_with_a_shorter_step()
    {
        SimulatedHost host = In((0, 5, 32));
        host.Play(0, Tempo, 15_000 * 3);

        // 5/32 are two and a half 16ths: 15 000 frames.
        Assert.Equal([0, 6000, 12_000, 15_000, 21_000, 27_000, 30_000, 36_000, 42_000], host.Played.Select(played => played.Frame));
        Assert.Equal(Steps("0-8"), host.Played.Select(played => played.Step));
    }

    [Theory]
    [InlineData(3, 4, PatternSwitch.Bar, 12 * 6000)]
    [InlineData(6, 8, PatternSwitch.Bar, 12 * 6000)]
    [InlineData(7, 8, PatternSwitch.Bar, 14 * 6000)]
    [InlineData(7, 8, PatternSwitch.Pattern, 28 * 6000)]
    [InlineData(5, 4, PatternSwitch.Pattern, 40 * 6000)]
    public void A_new_pattern_takes_over_at_the_hosts_bar(int numerator, int denominator, PatternSwitch when, long frame)
    {
        SimulatedHost host = In((0, numerator, denominator));
        host.Set(settings => settings with { Switch = when });
        double reached = host.Play(0, Tempo, 9000);
        host.Publish(new Pattern(Enumerable.Repeat((ushort)(1 << (int)Voice.Ride), 32).ToArray()));
        host.Play(reached, Tempo, 50 * 6000);
        Assert.Equal(frame, host.Events.First(item => item.Event.Data1 == 51).Frame);
    }

    [Fact]
    public void Slots_of_a_chain_last_the_hosts_bars()
    {
        SimulatedHost host = Chained(In((0, 3, 4), (6, 7, 8)));
        host.SetChainBars(2, 2);
        List<(double Ppq, int Slot)> changes = [];
        for (double ppq = 0; ppq < 20; ppq += 0.25)
        {
            host.Play(ppq, Tempo, 6000);
            if (changes.Count == 0 || changes[^1].Slot != host.Engine.PlayingSlot)
            {
                changes.Add((ppq, host.Engine.PlayingSlot));
            }
        }

        Assert.Equal([(0, 1), (3, 2), (9.5, 1), (13, 2)], changes);
    }

    [Theory]
    [InlineData(7.0)]
    [InlineData(7.5)]
    [InlineData(7.75)]
    public void A_jump_into_the_last_quarter_of_a_bar_plays_the_slot_of_that_bar(double ppq)
    {
        SimulatedHost host = Chained(In((0, 4, 4)));
        host.Block = () => 1000;
        host.Play(0, Tempo, 6000);
        host.Events.Clear();
        host.Play(ppq, Tempo, 6000);
        Assert.Equal((2, 2), (host.Engine.PlayingSlot, host.Playing.Slot));
    }

    [Fact]
    public void After_a_pick_up_that_ends_within_a_block_the_chain_is_late_by_no_more_than_the_block()
    {
        SimulatedHost host = Chained(In((0, 1, 4), (1, 4, 4)));
        host.Block = () => 1024;
        double reached = host.Play(0, Tempo, 26_624);
        host.Play(reached, Tempo, 1024);
        Assert.Equal(1, host.Engine.PlayingSlot);
    }

    [Fact]
    public void Early_hits_of_a_step_that_is_decided_anew_sound_once()
    {
        SimulatedHost host = In((0, 3, 4), (3, 4, 4));
        host.Block = () => 1000;
        host.Publish(model =>
        {
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat((ushort)(1 << (int)Voice.Snare), 32).ToArray());
            model.GrooveVoices = Pattern.AllVoices;
            Array.Fill(model.Offsets, -0.25f);
            Array.Fill(model.Velocities, 0.5f);
        });
        host.Set(settings => settings with { GrooveTiming = 1 });
        host.Play(0, Tempo, 6000 * 24);
        long[] frames = [.. host.Events.Where(item => item.Event.Status == 0x99).Select(item => item.Frame)];
        Assert.Equal(Enumerable.Range(0, 24).Select(step => Math.Max(0, 6000L * step - 1500)), frames[..24]);
    }

    [Fact]
    public void A_fill_rises_in_every_fourth_bar_of_the_host()
    {
        SimulatedHost host = In((0, 3, 4));
        host.Publish(model =>
        {
            model.Decoded.Pattern = default;
            Array.Fill(model.Decoded.Thresholds, 0.5f);
            Array.Fill(model.Decoded.Probabilities, 0);
            for (int step = 0; step < 32; step++)
            {
                model.Decoded.Probabilities[step * 14 + (int)Voice.Snare] = 0.3f;
            }
        });
        host.Set(settings => settings with { Fill = 1, FillInterval = FillInterval.FourBars });
        host.Play(0, Tempo, 6000 * 12 * 8);
        long[] bars = [.. host.Events.Where(item => item.Event.Data1 == 38 && item.Event.Data2 > 0).Select(item => item.Frame / 72_000).Distinct()];
        Assert.Equal([3, 7], bars);
    }

    [Fact]
    public void A_tie_of_the_melody_ends_where_the_next_bar_begins_anew()
    {
        SimulatedHost host = In((0, 3, 4));
        host.SetMelody(isOn: true);
        host.Publish(model =>
        {
            Music.Melody.MelodyPhrase phrase = default;
            phrase[10] = Music.Melody.MelodyStep.NoteOf(40);
            for (int step = 11; step < 20; step++)
            {
                phrase[step] = Music.Melody.MelodyStep.Tie;
            }

            model.Melody = phrase;
        });
        host.Set(settings => settings with { MelodyGate = 1 });
        host.Play(0, Tempo, 6000 * 24);
        MidiEvent[] melody = [.. host.Events.Where(item => (item.Event.Status & 15) == 0).Select(item => item.Event)];
        long[] frames = [.. host.Events.Where(item => (item.Event.Status & 15) == 0).Select(item => item.Frame)];
        Assert.Equal(2, melody.Length);
        Assert.Equal([60_000, 72_000], frames);
    }

    // A chain of two slots of a bar each.
    private static SimulatedHost Chained(SimulatedHost host)
    {
        for (int slot = 1; slot <= 2; slot++)
        {
            host.Set(settings => settings with { Knobs = new Knobs(0.4f * slot, 0, 0, 0) });
            host.Stop(0, Tempo, 1000);
            host.Engine.StoreSlot(slot);
            host.Stop(0, Tempo, 1000);
            host.SetChainBars(slot, 1);
        }

        host.Set(settings => settings with { IsChained = true });
        return host;
    }

    private static void AssertPlays(string steps, SimulatedHost host, double ppq)
    {
        int[] expected = Steps(steps);
        host.Play(ppq, Tempo, 6000 * expected.Length);
        Assert.Equal(expected, host.Played.Select(item => item.Step));
        Assert.All(host.Played.Index(), item => Assert.Equal(6000L * item.Index, item.Item.Frame));
    }

    private static int[] Steps(string ranges) =>
    [
        .. ranges.Split(' ').Select(range => range.Split('-')).SelectMany(
            ends => Enumerable.Range(int.Parse(ends[0]), int.Parse(ends[^1]) - int.Parse(ends[0]) + 1)),
    ];

    // A host with a song whose meter changes at some positions, in quarters.
    private static SimulatedHost In(params (double From, int Numerator, int Denominator)[] meters) => new()
    {
        Habit = time =>
        {
            (double from, int numerator, int denominator) = meters.Last(meter => meter.From <= time.Ppq + 1e-9);
            double quarters = 4.0 * numerator / denominator;
            return time with
            {
                HasTimeSignature = true,
                Numerator = numerator,
                Denominator = denominator,
                HasBarStart = true,
                BarStart = from + Math.Floor((time.Ppq - from + 1e-9) / quarters) * quarters,
            };
        },
    };
}
