using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>What becomes of decided hits when the pattern, the slot or the transport changes. A step lasts 6000 frames here.</summary>
public class GrooveBoundaryTests
{
    private static readonly GroovedPattern Late = new((Voice.BassDrum, 0.4f));
    private static readonly GroovedPattern Early = new((Voice.Snare, -0.4f));

    [Theory]
    [InlineData(92_999, 96_000 - 2400, 17)]
    [InlineData(93_001, 192_000 - 2400, 1)]
    public void The_early_hits_of_a_bar_are_the_new_patterns_if_it_is_there_half_a_step_before(long published, long first, int step)
    {
        SimulatedHost host = Late.Play(1);
        host.Block = () => 100;
        host.Set(s => s with { Switch = PatternSwitch.Bar });
        double reached = host.Play(0, 120, published);
        Early.Publish(host);
        host.Play(reached, 120, 48000 * 5);
        Assert.Equal((first, 38, step), GrooveHits.Played(host).First(hit => hit.Note == 38));

        // The old pattern's last step ends in its own time, behind the new one's first.
        Assert.Equal(first + 2400 - 6000 + 2400, GrooveHits.Played(host).Last(hit => hit.Note == 36).Frame);
    }

    [Fact]
    public void With_less_groove_a_pattern_may_come_later()
    {
        SimulatedHost host = Late.Play(0.1);
        host.Block = () => 100;
        host.Set(s => s with { Switch = PatternSwitch.Bar });
        double reached = host.Play(0, 120, 95_600);
        Early.Publish(host);
        host.Play(reached, 120, 48000);
        Assert.Equal((96_000 - 240, 38, 17), GrooveHits.Played(host).First(hit => hit.Note == 38));
    }

    [Fact]
    public void The_early_hits_of_a_slots_first_bar_are_the_slots()
    {
        SimulatedHost host = Late.Play(1);
        host.Block = () => 100;
        host.Source.Decode = (request, _) => (request.Knobs[0] > 0.5f ? Early : Late).Decode(host.Source.Model);
        host.Set(s => s with { Knobs = new Knobs(1, 0, 0, 0) });
        host.Engine.StoreSlot(1);
        host.Stop(0, 120, 100);
        host.Set(s => s with { Knobs = default });
        host.Stop(0, 120, 100);
        double reached = host.Play(0, 120, 30_000);
        host.Set(s => s with { Slot = 1 });
        host.Play(reached, 120, 96_000);
        Assert.Equal((200 + 96_000 - 2400, 38, 17), GrooveHits.Played(host).First(hit => hit.Note == 38));
        Assert.Equal(200 + 90_000 + 2400, GrooveHits.Played(host).Last(hit => hit.Note == 36).Frame);
    }

    [Fact]
    public void A_mute_silences_what_is_decided_at_once()
    {
        SimulatedHost host = Late.Play(1);
        host.Block = () => 100;
        double reached = host.Play(0, 120, 6100);
        host.Set(s => s with { MutedVoices = 1 });
        reached = host.Play(reached, 120, 6000);
        host.Set(s => s with { MutedVoices = 0 });
        host.Play(reached, 120, 6000);
        Assert.Equal([2400, 14_400], GrooveHits.Played(host).Select(hit => hit.Frame));
    }

    [Fact]
    public void At_a_stop_or_a_jump_what_is_decided_is_dropped_and_every_note_ends()
    {
        SimulatedHost host = Late.Play(1);
        host.Block = () => 100;
        host.Play(0, 120, 12_100);
        host.Stop(0.5, 120, 10_000);
        Assert.Equal([2400, 8400], GrooveHits.Played(host).Select(hit => hit.Frame));
        host.Play(8.01, 120, 100);
        host.Play(4.5, 120, 2500);
        Assert.Equal([2400, 8400, 22_200 + 2400], GrooveHits.Played(host).Select(hit => hit.Frame));
        host.Stop(0, 120, 1);
        Assert.Equal(3, host.Events.Count(e => e.Event.Status == 0x89));
    }

    [Fact]
    public void From_within_a_step_its_late_hits_still_sound_and_the_next_steps_early_ones_at_once()
    {
        SimulatedHost host = new GroovedPattern((Voice.BassDrum, 0.4f), (Voice.Snare, -0.4f)).Play(1);
        host.Play(0.25 * 0.3, 120, 1000);
        host.Stop(0, 120, 1000);
        host.Play(0.25 * 0.7, 120, 1000);
        Assert.Equal([(600, 36, 1), (2000, 38, 2)], GrooveHits.Played(host));
    }

    [Fact]
    public void Whatever_happens_every_note_ends_once_and_only_once()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        SimulatedHost host = new GroovedPattern(random).Play(1);
        host.Block = SimulatedHost.RandomBlocks(random);
        host.BeforeBlock = () =>
        {
            host.Set(s => s with { GrooveTiming = random.Next(2) });
            host.Engine.IsBypassed = random.Next(30) == 0;
            host.Set(s => s with { MutedVoices = random.Next(5) == 0 ? random.Next(1 << 14) : 0 });
            host.Set(s => s with { Channel = random.Next(1, 17) });
        };
        double reached = 0;
        for (int part = 0; part < 200; part++)
        {
            double start = random.Next(32) / 4.0;
            long frames = random.Next(1, 40_000);
            switch (random.Next(4))
            {
                case 0:
                    host.PlayLoop(start, 150, frames, new Loop(start, start + 0.1 + random.NextDouble() * 4));
                    break;
                case 1:
                    host.Stop(start, 150, 100);
                    break;
                default:
                    reached = host.Play(random.Next(3) == 0 ? start : reached, 60 + random.Next(200), frames);
                    break;
            }
        }

        host.Engine.Suspend();
        host.Collect(0);
        HashSet<(int Channel, int Note)> sounding = [];
        foreach ((long frame, MidiEvent played) in host.Events)
        {
            (int, int) note = (played.Status & 15, played.Data1);
            Assert.True((played.Status & 0xF0) == 0x90 ? sounding.Add(note) : sounding.Remove(note), $"Seed {seed}, frame {frame}: {played}.");
        }

        Assert.True(sounding.Count == 0 && host.Events.Count > 1000, $"Seed {seed}: {sounding.Count} notes hang.");
    }
}
