using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class MelodyPlayTests
{
    [Fact]
    public void Ties_lengthen_notes_and_the_gate_shortens_them()
    {
        MelodyHost host = new("60 - - . 62 64 . .");
        host.Play(0, 8.5);
        Assert.Equal([(0, 3, 60), (4, 1, 62), (5, 1, 64)], host.Notes);

        MelodyHost gated = new("60 - - . 62 64 . .");
        gated.Host.Set(s => s with { MelodyGate = 0.5 });
        gated.Play(0, 8.5);
        Assert.Equal([(0, 1.5, 60), (4, 0.5, 62), (5, 0.5, 64)], gated.Notes);
    }

    [Fact]
    public void A_melody_has_its_channel_and_the_accents_of_its_steps_within_the_velocities()
    {
        MelodyHost host = new("60 60 60 . 60");
        host.Host.Set(s => s with { MelodyChannel = 5 });
        host.Play(0, 6);
        Assert.Equal([100, 76, 84, 92], host.Host.Events.Where(e => e.Event.Status == 0x94).Select(e => (int)e.Event.Data2));

        MelodyHost narrow = new("60 60 60 . 60");
        narrow.Host.Set(s => s with { LowVelocity = 40, HighVelocity = 72 });
        narrow.Play(0, 6);
        Assert.Equal([62, 50, 54, 58], narrow.Host.Events.Where(e => e.Event.Status == 0x90).Select(e => (int)e.Event.Data2));
    }

    [Fact]
    public void The_melody_has_the_patterns_length_start_speed_and_swing()
    {
        MelodyHost host = new("60 - 62 - - - 67 -");
        host.Host.Set(s => s with { PatternStart = 2, PatternLength = 3 });
        host.Play(0, 7);
        Assert.Equal([(0, 3, 62), (3, 3, 62)], host.Notes);

        MelodyHost swung = new("60 61 62 - 64 .");
        swung.Host.Set(s => s with { Swing = 0.75 });
        swung.Host.Set(s => s with { Speed = PatternSpeed.Half });
        swung.Play(0, 12);
        Assert.Equal([(0, 3, 60), (3, 1, 61), (4, 4, 62), (8, 3, 64)], swung.Notes);
    }

    [Fact]
    public void A_jump_into_a_tied_note_is_silent_until_the_next_begins()
    {
        MelodyHost host = new("60 - - - 62 .");
        host.Play(0.5, 3.5);
        Assert.Equal([(2, 1, 62)], host.Notes);
    }

    [Fact]
    public void A_note_ends_with_the_hosts_loop()
    {
        MelodyHost host = new("60 - 62 - - - - - 64 .");
        host.Host.PlayLoop(0, 120, 10 * MelodyHost.Step + 1, new Loop(0, 1));
        Assert.Equal([(0, 2, 60), (2, 2, 62), (4, 2, 60), (6, 2, 62), (8, 2, 60)], host.Notes);
    }

    [Fact]
    public void A_melody_takes_over_with_its_pattern_and_not_before()
    {
        MelodyHost host = new(string.Join(' ', Enumerable.Repeat("60", 32)));
        host.Host.Set(s => s with { Switch = PatternSwitch.Beat });
        double reached = host.Play(0, 5.5);
        host.Publish();
        reached = host.Play(reached, 1);
        host.SendMelody(string.Join(' ', Enumerable.Repeat("72", 32)));
        host.Play(reached, 4);

        // The pattern came after step 5 and its melody after step 6; both take over at step 8.
        Assert.Equal([60, 60, 60, 60, 60, 60, 60, 60, 72, 72], host.Notes.Select(note => note.Note));
    }

    [Fact]
    public void A_melody_that_comes_late_takes_over_at_the_next_step_and_another_for_the_same_pattern_where_patterns_do()
    {
        MelodyHost host = new("60 60 60 60 60 60 60 60 60 60");
        host.Host.Set(s => s with { Switch = PatternSwitch.Beat });
        double reached = host.Play(0, 3.5);
        host.Publish();
        reached = host.Play(reached, 2);
        host.SendMelody("62 62 62 62 62 62 62 62 62 62");
        reached = host.Play(reached, 1);
        host.Publish("64 64 64 64 64 64 64 64 64 64");
        host.Play(reached, 3);
        Assert.Equal([60, 60, 60, 60, 60, 60, 62, 62, 64], host.Notes.Select(note => note.Note));
    }

    [Fact]
    public void What_sounds_when_a_melody_takes_over_ends_by_its_own_gate()
    {
        MelodyHost host = new("60 - - - - - 62 .");
        double reached = host.Play(0, 1.5);
        host.Publish("65 - - - - - - - - 67 .");
        host.Play(reached, 10);
        Assert.Equal([(0, 6, 60), (9, 1, 67)], host.Notes);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("jump")]
    [InlineData("bypass")]
    [InlineData("off")]
    [InlineData("suspend")]
    [InlineData("resume")]
    public void What_ends_the_drums_ends_the_melody(string what)
    {
        MelodyHost host = new("60 - - - - - - - - -");
        host.Host.Set(s => s with { MelodyChannel = 3 });
        double reached = host.Play(0, 1.5);
        Assert.Empty(host.Notes);
        switch (what)
        {
            case "stop": host.Host.Stop(reached, 120, 1000); break;
            case "jump": host.Play(reached + 1.1, 0.5); break;
            case "bypass": host.Engine.IsBypassed = true; break;
            case "off": host.Host.SetMelody(false); break;
            case "suspend": host.Engine.Suspend(); host.Host.Collect(1); break;
            default: host.Engine.Resume(); break;
        }

        host.Host.Set(s => s with { MelodyChannel = 7 });
        reached = host.Play(reached, 0.5);
        Assert.Equal([(0, 1.5, 60)], host.Notes);
        Assert.Equal([0x92, 0x82], host.Host.Events.Select(e => (int)e.Event.Status));
    }

    [Fact]
    public void A_note_ends_on_the_channel_on_which_it_began()
    {
        MelodyHost host = new("60 - - 62 .");
        double reached = host.Play(0, 1.5);
        host.Host.Set(s => s with { MelodyChannel = 2 });
        host.Play(reached, 4);
        Assert.Equal([0x90, 0x80, 0x91, 0x81], host.Host.Events.Select(e => (int)e.Event.Status));
        Assert.Equal([(0, 3, 60), (3, 1, 62)], host.Notes);
    }

    [Fact]
    public void Switched_on_in_the_song_it_plays_what_comes_from_then_on()
    {
        MelodyHost host = new("60 60 60 60 60 60 60 60");
        host.Host.SetMelody(false);
        host.Publish();
        double reached = host.Play(0, 1.5);
        host.Host.SetMelody(true);
        reached = host.Play(reached, 1);
        host.SendMelody("62 62 62 62 62 62 62 62");
        host.Play(reached, 3);
        Assert.Equal([(3, 1, 62), (4, 1, 62)], host.Notes[..2]);
    }

    [Fact]
    public void Switched_on_it_does_not_wait_for_the_place_where_patterns_take_over()
    {
        MelodyHost host = new("60 60 60 60 60 60 60 60");
        host.Host.Set(s => s with { Switch = PatternSwitch.Pattern });
        host.Host.SetMelody(false);
        host.Publish();
        double reached = host.Play(0, 1.5);
        host.Host.SetMelody(true);
        reached = host.Play(reached, 1);
        host.SendMelody("62 62 62 62 62 62 62 62");
        host.Play(reached, 3);
        Assert.Equal([(3, 1, 62), (4, 1, 62)], host.Notes[..2]);
    }

    [Fact]
    public void Early_and_late_drums_leave_the_melody_on_the_grid()
    {
        MelodyHost host = new("60 - 62 63 . 65 -");
        host.Host.Set(s => s with { GrooveTiming = 1 });
        host.Host.Publish(model =>
        {
            model.Decoded.Pattern = new Pattern(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray());
            model.GrooveVoices = Pattern.AllVoices;
            for (int cell = 0; cell < Pattern.CellCount; cell++)
            {
                (model.Velocities[cell], model.Offsets[cell]) = (0.5f, (cell * 37 % 101 / 100f) - 0.5f);
            }
        });
        host.Play(0, 8);
        Assert.Equal([(0, 2, 60), (2, 1, 62), (3, 1, 63), (5, 2, 65)], host.Notes);
        Assert.Contains(host.Host.Events, e => e.Event.Status == 0x99 && e.Frame % MelodyHost.Step != 0);
    }
}
