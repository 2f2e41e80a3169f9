using DrumSpace.Host.Live;

namespace DrumSpace.Host.Tests.Live;

/// <summary>The own transport: where notes and clock ticks lie, in simulated time.</summary>
public sealed class LiveTimeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(48000, 120)]
    [InlineData(44100, 137.3)]
    public void Notes_and_ticks_keep_their_places_for_an_hour(double rate, double tempo)
    {
        Random random = new(Seed.Take(output.WriteLine));
        using LiveRig rig = new(new LiveOptions { Tempo = tempo, SendsClock = true }, new StandInDevice(rate));
        rig.Engine.Transport.Play();
        while (rig.Device.Frame < 3600 * rate)
        {
            rig.Device.PlayBlock(random.Next(1, 1025));
        }

        double worstNote = WorstError(rig.Device.NoteOns.Select(one => one.Frame), rate * 60 / tempo / 4, out int notes);
        double worstTick = WorstError(rig.Device.FramesOf(0xF8), rate * 60 / tempo / 24, out int ticks);
        output.WriteLine($"{notes} notes, worst {worstNote:0.000} frames; {ticks} ticks, worst {worstTick:0.000} frames");
        Assert.Equal(Math.Ceiling(rig.Device.Frame * tempo * 4 / 60 / rate), notes, 1.0);
        Assert.Equal(Math.Ceiling(rig.Device.Frame * tempo * 24 / 60 / rate), ticks, 1.0);
        Assert.InRange(worstNote, 0, 0.501);
        Assert.InRange(worstTick, 0, 0.501);
    }

    [Fact]
    public void A_change_of_tempo_keeps_the_position()
    {
        using LiveRig rig = new(new LiveOptions { Tempo = 120 });
        rig.Engine.Transport.Play();
        rig.Device.Play(24000);
        Assert.Equal(1, rig.Status.Ppq, 9);
        rig.Engine.Transport.SetTempo(60);
        rig.Device.Play(24000);
        Assert.Equal(1.5, rig.Status.Ppq, 9);
        Assert.Equal([0, 6000, 12000, 18000, 24000, 36000], rig.Device.NoteOns.Select(one => one.Frame));
    }

    [Fact]
    public void A_loop_repeats_to_the_frame()
    {
        using LiveRig rig = new(new LiveOptions { Tempo = 125, Loop = (0, 1) });
        rig.Engine.Transport.Play();
        rig.Device.Play(60 * 23040);

        // A quarter is 23040 frames, a 16th 5760.
        Assert.Equal(Enumerable.Range(0, 240).Select(step => ((long)step * 5760, 36 + (step % 4))), rig.Device.NoteOns);
        Assert.True(rig.Status.HasLoop);
    }

    [Fact]
    public void A_loop_between_frames_does_not_drift()
    {
        // A loop of 3 16ths at 137.3: 15732.7 frames.
        using LiveRig rig = new(new LiveOptions { Tempo = 137.3, Loop = (0, 0.75) });
        rig.Engine.Transport.Play();
        rig.Device.Play(48000 * 600);
        double worst = WorstError(rig.Device.NoteOns.Select(one => one.Frame), 48000 * 60 / 137.3 / 4, out _);
        output.WriteLine($"worst {worst:0.000} frames");
        Assert.InRange(worst, 0, 1.001);
    }

    [Fact]
    public void Stop_ends_the_notes_and_play_goes_on_from_there()
    {
        using LiveRig rig = new();
        rig.Engine.Transport.Play();
        rig.Device.Play(7000);
        rig.Engine.Transport.Stop();
        rig.Device.Play(5000);
        Assert.Equal(0, rig.Device.Hanging);
        Assert.False(rig.Status.IsPlaying);
        rig.Engine.Transport.Toggle();
        rig.Device.Play(6000);
        Assert.Equal([0, 6000, 17000], rig.Device.NoteOns.Select(one => one.Frame));
        rig.Engine.Transport.Locate(8);
        rig.Device.Play(256);
        Assert.Equal((18000, 36), rig.Device.NoteOns.Last());
    }

    [Fact]
    public void Machine_control_plays_stops_and_locates_at_its_frame()
    {
        using LiveRig rig = new();
        rig.Device.Send(100, 0xF0, 0x7F, 0x7F, 0x06, 0x02, 0xF7);
        rig.Device.Send(7000, 0xF0, 0x7F, 0x01, 0x06, 0x01, 0xF7);

        // 2 s and 12 frames of 25 a second: 4.96 quarters.
        rig.Device.Send(8000, 0xF0, 0x7F, 0x7F, 0x06, 0x44, 0x06, 0x01, 0x20, 0, 2, 12, 0, 0xF7);
        rig.Device.Send(9000, 0xF0, 0x7F, 0x7F, 0x06, 0x02, 0xF7);
        rig.Device.Play(20480);
        Assert.Equal([100, 6100, 9960, 15960], rig.Device.NoteOns.Select(one => one.Frame));
        Assert.Equal(7000, rig.Device.Out.First(one => one.Message[0] == 0x89 && one.Frame > 6100).Frame);
    }

    [Fact]
    public void Clock_out_starts_stops_and_continues_with_a_song_position()
    {
        using LiveRig rig = new(new LiveOptions { SendsClock = true });
        rig.Engine.Transport.Play();
        rig.Device.Play(2560);
        rig.Engine.Transport.Stop();
        rig.Device.Play(2560);
        rig.Engine.Transport.Play();
        rig.Device.Play(8560);
        (long Frame, byte[] Message)[] control = [.. rig.Device.Out.Where(one => one.Message[0] is 0xFA or 0xFB or 0xFC or 0xF2)];
        Assert.Equal([(0, 0xFA), (2560, 0xFC), (5120, 0xF2), (8560, 0xFB)], control.Select(one => (one.Frame, (int)one.Message[0])));
        Assert.Equal([0xF2, 1, 0], control[2].Message);

        // Ticks go on while stopped, 1000 frames apart.
        Assert.Equal([0, 1000, 2000, 3000, 4000, 5000], rig.Device.FramesOf(0xF8).TakeWhile(frame => frame < 5120));
    }

    [Fact]
    public void Clock_out_tells_a_loop_as_a_jump()
    {
        using LiveRig rig = new(new LiveOptions { SendsClock = true, Loop = (1, 2) });
        rig.Engine.Transport.Play();
        rig.Device.Play(100_000);
        Assert.Equal([(0, 0xFA), (48000, 0xFC), (48000, 0xF2), (48000, 0xFB), (72000, 0xFC), (72000, 0xF2), (72000, 0xFB)],
            rig.Device.Out.Where(one => one.Message[0] is 0xFA or 0xFB or 0xFC or 0xF2).Select(one => (one.Frame, (int)one.Message[0])).Take(7));
        Assert.Equal(Enumerable.Range(0, 100).Select(tick => tick * 1000L), rig.Device.FramesOf(0xF8));
    }

    [Fact]
    public void The_device_leads_and_is_led()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.Device });
        rig.Device.Transport = new DeviceTransport(IsPresent: true, false, 0, false, 0, 0, 0, 0, 0);
        rig.Device.Play(512);
        rig.Device.RequestLocate(96000);
        rig.Device.RequestRoll();
        rig.Device.Play(512);
        Assert.Equal((512, 36), rig.Device.NoteOns.Single());
        Assert.Equal(4 + (512 / 24000.0), rig.Status.Ppq, 9);
        rig.Engine.Transport.Locate(8);
        rig.Device.Play(256);
        rig.Device.Play(256);
        Assert.Equal((1280, 36), rig.Device.NoteOns.Last());
        rig.Engine.Transport.Stop();
        rig.Device.Play(512);
        Assert.False(rig.Device.Transport.IsRolling);
        Assert.False(rig.Status.IsPlaying);
        Assert.Equal(0, rig.Device.Hanging);
    }

    [Fact]
    public void A_devices_tempo_counts_through_its_rounding()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.Device });
        const double Tempo = 97.7;
        for (int block = 0; block < 20000; block++)
        {
            double ppq = Math.Floor(block * 256 * Tempo / 60 / 48000 * 1920) / 1920;
            rig.Device.Transport = new DeviceTransport(true, true, block * 256, true, ppq, 2.0 / 1920, Tempo, 3, 4);
            rig.Device.PlayBlock(256);
        }

        double worst = WorstError(rig.Device.NoteOns.Select(one => one.Frame), 48000 * 60 / Tempo / 4, out _);
        output.WriteLine($"worst {worst:0.000} frames");
        Assert.InRange(worst, 0, 0.501);
        Assert.Equal((3, 4), rig.Status.Meter);
    }

    [Fact]
    public void A_devices_tempo_that_ramps_is_followed_without_jumps()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.Device, SendsClock = true });

        // From 100 by 4 a second for ten seconds; jumps would show as song positions.
        static double PpqAt(double seconds) => ((100 * seconds) + (2 * seconds * seconds)) / 60;
        double worst = 0;
        for (int block = 0; block < 1875; block++)
        {
            double seconds = block * 256 / 48000.0;
            double ppq = PpqAt(seconds);
            rig.Device.Transport = new DeviceTransport(
                true, true, block * 256, true, Math.Floor(ppq * 1920) / 1920, 2.0 / 1920, 100 + (4 * seconds), 4, 4);
            rig.Device.PlayBlock(256);
            worst = Math.Max(worst, Math.Abs(rig.Status.Ppq - PpqAt(seconds + (256 / 48000.0))));
        }

        output.WriteLine($"worst {worst:0.00000} quarters");
        Assert.InRange(worst, 0, 3.0 / 1920);
        Assert.DoesNotContain(rig.Device.Out, one => one.Message[0] == 0xF2);
        Assert.Single(rig.Device.FramesOf(0xFA));
    }

    [Fact]
    public void A_devices_own_tempo_is_not_ours_to_change()
    {
        using LiveRig rig = new(new LiveOptions { Source = SyncSource.Device });
        rig.Device.Transport = new DeviceTransport(true, true, 0, true, 0, 1e-6, 100, 4, 4);
        rig.Device.Play(256);
        rig.Engine.Transport.SetTempo(140);
        rig.Device.Play(256);
        Assert.Equal(100, rig.Status.Tempo);
        Assert.Equal(512 * 100 / 60.0 / 48000, rig.Status.Ppq, 6);
    }

    internal static double WorstError(IEnumerable<long> frames, double spacing, out int count)
    {
        double worst = 0;
        count = 0;
        foreach (long frame in frames)
        {
            worst = Math.Max(worst, Math.Abs(frame - (count++ * spacing)));
        }

        return worst;
    }
}
