using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

/// <summary>MIDI clock from a stand-in peer, with jitter and drops.</summary>
public sealed class ClockFollowerTests(ITestOutputHelper output)
{
    private const double Rate = 48000;
    private const double Jitter = 0.005;

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(174.7)]
    [InlineData(300)]
    public void A_steady_tempo_comes_out_of_jitter_and_drops(double tempo)
    {
        Random random = new(Seed.Take(output.WriteLine));
        double period = Rate * 60 / tempo / 24;
        ClockFollower follower = new(Rate);
        double worstTempo = 0;
        double worstPlace = 0;
        double arrival = 0;
        int dropped = 0;
        for (int tick = 0; tick < 24 * 600; tick++)
        {
            arrival = Math.Max(arrival, (tick * period) + (random.NextDouble() * Jitter * Rate));
            // While the tempo is unknown, a drop at 300 cannot be told from jitter of more than half a tick.
            if (tick > 48 && random.Next(50) == 0)
            {
                dropped++;
                continue;
            }

            follower.Tick(arrival);
            if (tick > 24 * 16)
            {
                // On the average, jitter is late by half its most.
                worstTempo = Math.Max(worstTempo, Math.Abs((follower.Tempo / tempo) - 1));
                worstPlace = Math.Max(worstPlace, Math.Abs(follower.TickTime - (tick * period) - (Jitter * Rate / 2)));
                Assert.Equal(tick, follower.Index);
            }
        }

        output.WriteLine($"tempo within {worstTempo * 100:0.0000} %, ticks within {worstPlace:0.0} frames, {dropped} ticks dropped");
        Assert.InRange(worstTempo, 0, 0.0025);
        Assert.InRange(worstPlace, 0, 0.0012 * Rate);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(174.7)]
    [InlineData(300)]
    public void The_first_ticks_are_counted_whatever_their_jitter(double tempo)
    {
        double period = Rate * 60 / tempo / 24;
        for (int seed = 0; seed < 500; seed++)
        {
            Random random = new(seed);
            ClockFollower follower = new(Rate);
            double arrival = 0;
            for (int tick = 0; tick < 24 * 8; tick++)
            {
                arrival = Math.Max(arrival, (tick * period) + (random.NextDouble() * Jitter * Rate));
                follower.Tick(arrival);
            }

            Assert.True(follower.Index == (24 * 8) - 1, $"seed {seed}: tick {(24 * 8) - 1} is counted as {follower.Index}");
        }
    }

    [Theory]
    [InlineData(120, 126)]
    [InlineData(120, 60)]
    [InlineData(90, 180)]
    [InlineData(140, 40)]
    public void A_change_of_tempo_is_followed_within_two_quarters(double before, double after)
    {
        Random random = new(Seed.Take(output.WriteLine));
        ClockFollower follower = new(Rate);
        double time = 0;
        for (int tick = 0; tick < 24 * 20; tick++, time += Rate * 60 / before / 24)
        {
            follower.Tick(time + (random.NextDouble() * 0.001 * Rate));
        }

        for (int tick = 0; tick < 48; tick++, time += Rate * 60 / after / 24)
        {
            follower.Tick(time + (random.NextDouble() * 0.001 * Rate));
        }

        output.WriteLine($"{follower.Tempo:0.00} after two quarters of {after}");
        Assert.InRange(follower.Tempo / after, 0.98, 1.02);
        Assert.Equal((24 * 20) + 47, follower.Index);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.002)]
    [InlineData(Jitter)]
    public void Notes_follow_the_clock(double jitter)
    {
        Random random = new(Seed.Take(output.WriteLine));
        const double Tempo = 133;
        double period = Rate * 60 / Tempo / 24;
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.MidiClock });

        // Two bars of ticks, then start; five minutes.
        const int StartTick = 192;
        int ticks = (int)(300 * Rate / period);
        long last = 0;
        for (int tick = 0; tick < ticks; tick++)
        {
            last = Math.Max(last, (long)((tick * period) + (random.NextDouble() * jitter * Rate)));
            if (tick == StartTick)
            {
                rig.Device.Send(last, 0xFA);
            }

            // A start whose own tick is lost begins a tick late: nothing tells.
            if (tick < 48 || tick == StartTick || random.Next(100) > 0)
            {
                rig.Device.Send(last, 0xF8);
            }
        }

        rig.Device.Play((long)(ticks * period));
        double bias = jitter * Rate / 2;
        double[] errors = [.. rig.Device.NoteOns.Select((note, step) => note.Frame - ((StartTick + (step * 6)) * period) - bias)];
        Assert.Equal((ticks - StartTick) / 6.0, errors.Length, 2.0);
        double first = errors.Take(8).Select(Math.Abs).Max();
        double settled = errors.Skip(16).Select(Math.Abs).Max();
        double rms = Math.Sqrt(errors.Skip(16).Select(error => error * error).Average());
        output.WriteLine($"{errors.Length} notes: first two quarters within {first:0.0} frames, then {settled:0.0}, rms {rms:0.0}");
        output.WriteLine($"tempo {rig.Status.ClockTempo:0.000} of {Tempo}");
        Assert.InRange(settled, 0, 2 + (jitter * Rate * 0.3));
        Assert.InRange(rig.Status.ClockTempo / Tempo, 0.998, 1.002);
    }

    [Fact]
    public void Start_stop_continue_and_song_position()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.MidiClock });
        StandInDevice device = rig.Device;
        for (int tick = 0; tick < 400; tick++)
        {
            byte[]? control = tick switch
            {
                48 => [0xFA],
                101 => [0xFC],
                150 => [0xFB],
                200 => [0xFC],
                250 => [0xF2, 0, 1],
                251 => [0xFB],
                _ => null,
            };
            if (control != null)
            {
                device.Send((tick * 1000) - 300, control);
            }

            device.Send(tick * 1000, 0xF8);
        }

        device.Play(300_000);

        // From tick 48: notes 0 to 8. Stopped after tick 52 of the song. Continued at 150: tick 53, so that tick 54 is note 9, at 151.
        // Stopped after tick 102 (note 17). Song position 128 16ths at tick 251.
        long[] expected = [.. Enumerable.Range(0, 9).Select(note => 48_000L + (note * 6000)),
            .. Enumerable.Range(0, 9).Select(note => 151_000L + (note * 6000)),
            .. Enumerable.Range(0, 9).Select(note => 251_000L + (note * 6000))];
        Assert.Equal(expected.Length, device.NoteOns.Count());
        Assert.All(device.NoteOns.Zip(expected), pair => Assert.InRange(pair.First.Frame - pair.Second, -2, 2));
        Assert.Equal(36, device.NoteOns.ElementAt(18).Note);
        Assert.Equal(36 + 9, device.NoteOns.ElementAt(9).Note);
    }

    [Fact]
    public void Without_ticks_for_a_quarter_the_song_stops_and_its_notes_end()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.MidiClock });
        rig.Device.Send(0, 0xFA);
        for (int tick = 0; tick < 48; tick++)
        {
            rig.Device.Send(tick * 1000, 0xF8);
        }

        rig.Device.Play(50_000);
        Assert.True(rig.Status.HasClock);
        Assert.Equal(120, rig.Status.ClockTempo, 3);
        rig.Device.Play(50_000);
        Assert.False(rig.Status.HasClock);
        Assert.False(rig.Status.IsPlaying);
        Assert.Equal(0, rig.Device.Hanging);
        Assert.InRange(rig.Device.NoteOns.Last().Frame, 66_000, 72_001);
    }
}
