namespace DrumSpace.Host.Tests;

/// <summary>The probe outputs a note-on at each block's first frame, a note-off at its last, and its first parameter as sound.</summary>
public sealed class RendererTests
{
    private static readonly AutomationCurve Rise = new("Level", new AutomationPoint(0, 0), new AutomationPoint(1, 1));

    [Fact]
    public void Messages_carry_their_frame_and_their_exact_position()
    {
        using Vst2Plugin probe = Probe.Load();
        using Renderer renderer = new(probe, new HostTransport(48000, 120), new RenderOptions { BlockSize = 6000 });
        Rendering song = renderer.Render(24000);
        Assert.Equal([0, 6000, 12000, 18000, 24000], song.NoteOns.Select(n => n.Frame));
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], song.NoteOns.Select(n => Math.Round(n.Ppq, 12)));
        Assert.Equal([true, true, true, true, false], song.NoteOns.Select(n => n.IsPlaying));
        Assert.Equal(0, song.PlacementError(0.25, TempoCurve.Constant(120)), 6);
        Assert.Equal(5, song.Timings.Count);
        Assert.Empty(song.HangingNotes);
        Assert.False(probe.IsResumed);
    }

    [Fact]
    public void Placement_is_measured_in_frames()
    {
        using Vst2Plugin probe = Probe.Load();
        HostTransport transport = new(48000, 120, new HostQuirks { BlockLengths = [6007, 5993] });
        using Renderer renderer = new(probe, transport, new RenderOptions { BlockSize = 6007 });
        Assert.Equal(7, renderer.Render(24000).PlacementError(0.25, transport.Tempo), 6);
    }

    [Fact]
    public void Audio_is_collected_over_all_blocks()
    {
        using Vst2Plugin probe = Probe.Load();
        RenderOptions options = new() { BlockSize = 100, Automation = [Rise] };
        using Renderer renderer = new(probe, new HostTransport(48000, 120), options);
        Rendering song = renderer.Render(24000);
        Assert.Equal(2, song.Audio.Length);
        Assert.Equal(24100, song.Audio[1].Length);
        Assert.Equal(0, song.Audio[0][99]);
        Assert.Equal(0.5f, song.Audio[0][12000], 5);
        Assert.Equal(0.5f, song.Audio[0][12099], 5);
        Assert.Equal(23900 / 24000f, song.Audio[0][23999], 5);
    }

    [Fact]
    public void MIDI_arrives_at_its_frame()
    {
        using Vst2Plugin probe = Probe.Load();
        RenderOptions options = new() { BlockSize = 512, MidiIn = [new(0, 0x90, 1, 1), new(0.5, 0x90, 60, 77), new(99, 0x90, 2, 2)] };
        using Renderer renderer = new(probe, new HostTransport(48000, 120), options);
        renderer.Render(24000);
        Assert.Contains("received=2 last=903c4d", Probe.Text(probe, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void MIDI_that_a_block_cannot_take_arrives_with_the_next()
    {
        using Vst2Plugin probe = Probe.Load();
        RenderOptions options = new() { MidiIn = [.. Enumerable.Repeat(new SongMessage(0, 0x90, 60, 1), 5000)] };
        using Renderer renderer = new(probe, new HostTransport(48000, 120), options);
        renderer.Render(24000);
        Assert.Contains("received=5000 ", Probe.Text(probe, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessPacing.Offline, 4)]
    [InlineData(ProcessPacing.RealTime, 2)]
    public void The_plugin_learns_whether_it_renders_offline(ProcessPacing pacing, int level)
    {
        using Vst2Plugin probe = Probe.Load();
        using Renderer renderer = new(probe, new HostTransport(48000, 120), new RenderOptions { Pacing = pacing });
        DateTime start = DateTime.UtcNow;
        renderer.Render(2048);
        Assert.Equal(level, Probe.Number(probe, "level"));
        double milliseconds = (DateTime.UtcNow - start).TotalMilliseconds;
        Assert.True(pacing == ProcessPacing.Offline || milliseconds >= 42, "the starts of five blocks are 42 ms apart");
    }

    [Fact]
    public void Ardour_is_imitated()
    {
        using Vst2Plugin probe = Probe.Load();
        probe.VendorSpecific(2, 1 << 9, []);
        using Renderer renderer = new(probe, new HostTransport(48000, 120, HostQuirks.Ardour), new RenderOptions { BlockSize = 1024 });
        Rendering song = renderer.Render(1024);
        Assert.Equal([0, 752, 1024], song.NoteOns.Select(n => n.Frame).Take(3));
        Assert.Equal(0, Probe.Number(probe, "answer"));
        Assert.Equal(0, Probe.Number(probe, "tempo"));
        Assert.Equal(Math.Round(1024 / 24000.0 * 1920) / 1920, Probe.Number(probe, "ppq"), 12);
        Assert.Contains("received=48 last=bf7b00", Probe.Text(probe, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Qtractor_is_imitated()
    {
        using Vst2Plugin probe = Probe.Load();
        RenderOptions options = new() { BlockSize = 1024, Automation = [new("Level", new AutomationPoint(0, 0.75f))] };
        using (Renderer renderer = new(probe, new HostTransport(48000, 120, HostQuirks.Qtractor), options))
        {
            renderer.Render(48000);
        }

        Assert.Equal(0.75f, probe.Parameters[0].Value);
        Assert.Equal(512, Probe.Number(probe, "frames"));
        Assert.Equal(1024, probe.BlockSize);
        Assert.Equal(1, Probe.Number(probe, "answer"));
    }

    [Fact]
    public void Blocks_may_exceed_the_announced_size_and_come_while_stopped_after_two_resumes()
    {
        using Vst2Plugin probe = Probe.Load();
        HostQuirks quirks = new()
        {
            BlockLengths = [2000],
            ResumesTwice = true,
            StoppedFramesBefore = 3000,
            StoppedFramesAfter = 4000,
            ReportsNoTime = true,
        };
        using Renderer renderer = new(probe, new HostTransport(48000, 120, quirks), new RenderOptions { BlockSize = 512 });
        Rendering song = renderer.Render(10000);
        Assert.StartsWith("resumes=2 suspends=1 processed=9 ", Probe.Text(probe, 1), StringComparison.Ordinal);
        Assert.Equal("frames=2000 level=4 answer=1 no time", Probe.Text(probe, 0));
        Assert.Equal([0, 2000, 3000, 5000, 7000, 9000, 11000, 13000, 15000], song.NoteOns.Select(n => n.Frame));
        Assert.Equal(0, song.NoteOns.First(n => n.IsPlaying).Quarters, 12);
    }

    [Fact]
    public void Automation_of_an_unknown_parameter_is_refused_at_once()
    {
        using Vst2Plugin probe = Probe.Load();
        RenderOptions options = new() { Automation = [new("z9", new AutomationPoint(0, 0))] };
        ArgumentException e = Assert.Throws<ArgumentException>(() => new Renderer(probe, new HostTransport(48000, 120), options));
        Assert.Contains("Level, Other", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_offline_renderings_are_equal()
    {
        Rendering One()
        {
            using Vst2Plugin probe = Probe.Load();
            RenderOptions options = new() { BlockSize = 333, Automation = [Rise] };
            using Renderer renderer = new(probe, new HostTransport(44100, 133, HostQuirks.Muse), options);
            return renderer.Render(44100);
        }

        (Rendering first, Rendering second) = (One(), One());
        Assert.Equal(first.Messages, second.Messages);
        Assert.Equal(first.Audio[0], second.Audio[0]);
    }
}
