using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class NoteOffTests
{
    [Fact]
    public void A_note_lasts_its_gate()
    {
        SimulatedHost host = new(48000);
        host.Engine.Gate = 0.25;

        host.Play(0, 120, 6000);

        Assert.Equal([(0, 0x99, 36), (1500, 0x89, 36)], host.Events.Select(e => ((int)e.Frame, (int)e.Event.Status, (int)e.Event.Data1)));
    }

    [Fact]
    public void A_note_that_fills_its_step_ends_before_the_next_begins()
    {
        SimulatedHost host = new(48000) { Block = () => 48000 };
        host.Publish(new Pattern(Enumerable.Repeat((ushort)1, 32).ToArray()));
        host.Engine.Gate = 1;

        host.Play(0, 120, 18000);

        Assert.Equal(
            [(0, 0x99), (6000, 0x89), (6000, 0x99), (12000, 0x89), (12000, 0x99)],
            host.Events.Select(e => ((int)e.Frame, (int)e.Event.Status)));
    }

    [Fact]
    public void A_stop_ends_what_sounds_at_once() => AssertEndsAt(1000, host => host.Stop(1, 120, 1000));

    [Fact]
    public void A_jump_ends_what_sounds_at_once() => AssertEndsAt(1000, host => host.Play(100.1, 120, 1000));

    [Fact]
    public void A_bypass_ends_what_sounds_at_once() => AssertEndsAt(1000, host =>
    {
        host.Engine.Bypassed = true;
        host.Play(1000 / 24000.0, 120, 1000);
    });

    [Fact]
    public void A_mute_ends_what_sounds_at_once() => AssertEndsAt(1000, host =>
    {
        host.Engine.MutedVoices = 1;
        host.Play(1000 / 24000.0, 120, 1000);
    });

    [Fact]
    public void A_suspension_ends_what_sounds_at_once() => AssertEndsAt(1000, host =>
    {
        host.Engine.Suspend();
        host.Collect(1);
    });

    [Fact]
    public void A_new_pattern_leaves_the_end_of_a_note_where_it_was() => AssertEndsAt(3000, host =>
    {
        host.Engine.Quantization = PatternSwitch.Immediate;
        host.Publish(default);
        host.Play(1000 / 24000.0, 120, 12000);
    });

    [Fact]
    public void While_bypassed_nothing_is_sent_and_the_song_is_followed()
    {
        SimulatedHost host = new(48000);
        host.Engine.Bypassed = true;
        double reached = host.Play(0, 120, 48000);
        Assert.Empty(host.Events);
        host.Ideal.Clear();
        host.Engine.Bypassed = false;

        host.Play(reached, 120, 48000);

        Assert.Equal(0, Grid.LargestError(host));
    }

    [Fact]
    public void More_notes_than_fit_are_dropped_and_counted_and_none_of_the_others_hangs()
    {
        SimulatedHost host = new(1000, maxBlock: 1) { Block = () => 60000 };
        host.Publish(new Pattern(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray()));

        double reached = host.Play(0, 900, 60000);
        host.Stop(reached, 900, 10);

        Assert.True(host.Engine.DroppedNotes > 0);
        AssertPaired(host, "full");
    }

    [Fact]
    public void After_any_row_of_operations_that_ends_in_silence_every_note_has_ended_once()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            SimulatedHost host = new(random.Next(2) == 0 ? 44100 : 96000, random.Next(1, 4096)) { Block = SimulatedHost.RandomBlocks(random) };
            for (int operation = 0; operation < 30; operation++)
            {
                Operate(host, random);
            }

            if (random.Next(2) == 0)
            {
                host.Stop(0, 120, 10);
            }
            else
            {
                host.Engine.Suspend();
                host.Collect(1);
            }

            AssertPaired(host, $"seed {seed}");
        }
    }

    /// <summary>Every note-on has one later note-off, and no pitch begins twice without one between.</summary>
    internal static void AssertPaired(SimulatedHost host, string because)
    {
        HashSet<(int Channel, int Pitch)> sounding = [];
        foreach ((long frame, MidiEvent midiEvent) in host.Events)
        {
            (int Channel, int Pitch) note = (midiEvent.Status & 15, midiEvent.Data1);
            bool isRight = (midiEvent.Status & 0xF0) == 0x90 ? sounding.Add(note) : sounding.Remove(note);
            Assert.True(isRight, $"{because}: {midiEvent} at {frame} does not pair.");
        }

        Assert.True(sounding.Count == 0, $"{because}: {sounding.Count} notes hang.");
    }

    private static void Operate(SimulatedHost host, Random random)
    {
        PlaybackEngine engine = host.Engine;
        double ppq = random.NextDouble() * 64;
        double tempo = 20 + random.NextDouble() * 400;
        int frames = random.Next(1, 30000);
        switch (random.Next(12))
        {
            case 0: host.Stop(ppq, tempo, frames); break;
            case 1: host.Play(ppq, tempo, frames); break;
            case 2: host.PlayLoop(ppq, tempo, frames, new Loop(ppq, ppq + 0.05 + random.NextDouble() * 4)); break;
            case 3: engine.Bypassed = !engine.Bypassed; break;
            case 4: engine.MutedVoices = random.Next(Pattern.AllVoices); break;
            case 5: host.Publish(new Pattern(Enumerable.Range(0, 32).Select(_ => (ushort)random.Next(16384)).ToArray())); break;
            case 6: engine.Gate = random.NextDouble() * 1.2; break;
            case 7: engine.Channel = random.Next(1, 17); break;
            case 8: engine.Quantization = (PatternSwitch)random.Next(5); break;
            case 9: engine.Resume(); break;
            case 10: host.Process(default, frames); break;
            default:
                engine.Suspend();
                host.Collect(1);
                break;
        }
    }

    private static void AssertEndsAt(long frame, Action<SimulatedHost> end)
    {
        SimulatedHost host = new(48000) { Block = () => 1000 };
        host.Play(0, 120, 1000);

        end(host);

        Assert.Equal(frame, host.Events.First(e => e.Event.Status == 0x89).Frame);
    }
}
