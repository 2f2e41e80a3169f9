using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>Which reply plays, when replies are late. A step lasts 6000 frames here, a block 1000.</summary>
public class ReplyTests
{
    private static readonly Pattern Snares = Row(Voice.Snare);
    private static readonly Pattern Rides = Row(Voice.Ride);

    [Fact]
    public void A_late_reply_without_the_newest_pins_never_plays()
    {
        SimulatedHost host = NewHost(blocksLate: 7);
        host.Stop(0, 120, 10_000);
        host.Publish(Rides);
        double reached = host.Play(0, 120, 2_000);
        host.Set(s => s with { PinnedVoices = 1 << (int)Voice.Snare });
        host.Play(reached, 120, 16_000);

        // The first reply is there at 7000 and would take over at 12 000 in place of the snares; the second one is there at 9000.
        Assert.Equal([(10_000, 38), (16_000, 38), (22_000, 38), (22_000, 51)], Played(host));
        Assert.Equal(1 << (int)Voice.Snare, host.Source.Newest.Pins.Voices);
    }

    [Fact]
    public void The_source_is_told_which_rows_are_pinned()
    {
        SimulatedHost host = new();
        host.Play(0, 120, 1000);
        Assert.Equal(0, host.Source.Newest.Pins.Voices);
        host.Set(s => s with { PinnedVoices = 0b101 });
        host.Play(0, 120, 1000);
        host.Publish(default(Pattern));
        host.Play(0, 120, 1000);
        PinnedRows pins = host.Source.Newest.Pins;
        Assert.Equal(0b101, pins.Voices);
        Assert.Equal(SimulatedHost.NumberedSteps.Masks.ToArray().Select(mask => mask & 0b101), pins.Masks.Select(mask => mask & 0b101));
        host.Engine.StoreSlot(1);
        host.Play(0, 120, 1000);
        host.Set(s => s with { PinnedVoices = 0b10 });
        host.Play(0, 120, 1000);
        Assert.Equal(0b10, pins.Voices);
        host.Set(s => s with { Slot = 1 });
        host.Play(0, 120, 2000);
        Assert.Equal(0b111, pins.Voices);
        Assert.Equal(0b001, pins.Masks[0] & 0b111);
    }

    [Fact]
    public void Slots_that_were_loaded_have_the_pattern_requested_anew()
    {
        SimulatedHost host = NewHost();
        double reached = host.Play(0, 120, 1000);
        host.Engine.LoadSlots(new PatternSlots());
        host.Play(reached, 120, 2000);
        Assert.Equal(2, host.Source.Newest.Id);
    }

    [Fact]
    public void What_plays_before_the_first_reply_is_left_at_once()
    {
        SimulatedHost host = NewHost(blocksLate: 8, first: Rides);
        host.Set(s => s with { Switch = PatternSwitch.Pattern });
        host.Play(0, 120, 14_000);
        Assert.Equal([(0, 51), (6000, 51), (12_000, 38)], Played(host));
    }

    [Fact]
    public void A_slots_request_is_the_one_that_the_engine_makes()
    {
        SimulatedHost host = NewHost();
        host.Set(s => s with { Knobs = new Knobs(0.1f, 0.2f, 0.3f, 0.4f), Seed = 7, Variation = 0.5, PinnedVoices = 0b11 });
        host.Play(0, 120, 2000);
        host.Engine.StoreSlot(3);
        host.Play(0, 120, 1000);
        host.Set(s => s with { Knobs = default, Seed = 8, Model = 2, PinnedVoices = 0b10 });
        host.SetMelody(isOn: true);
        host.Play(0, 120, 1000);
        PatternSlots slots = new();
        host.Engine.SaveSlots(slots);
        Assert.True(slots.RequestOf(0, host.Settings).AsksTheSame(host.Source.Newest));
        Assert.False(slots.RequestOf(3, host.Settings).AsksTheSame(host.Source.Newest));
        host.Set(s => s with { Slot = 3 });
        host.Stop(0, 120, 1000);
        Assert.Equal(3, host.Source.Newest.Slot);
        Assert.True(slots.RequestOf(3, host.Settings).AsksTheSame(host.Source.Newest));
    }

    [Fact]
    public void While_nothing_changes_nothing_is_requested()
    {
        SimulatedHost host = NewHost();
        double reached = host.Play(0, 120, 48_000);
        host.Set(s => s with { Density = 0.7, Swing = 0.6, MutedVoices = 2, GrooveTiming = 1 });
        host.Play(reached, 120, 48_000);
        Assert.Equal(1, host.Source.Newest.Id);
    }

    private static SimulatedHost NewHost(int blocksLate = 0, Pattern first = default)
    {
        SimulatedHost host = new(first: first) { Block = () => 1000 };
        host.Source.BlocksLate = blocksLate;
        host.Publish(Snares);
        return host;
    }

    private static Pattern Row(Voice voice) => new(Enumerable.Repeat((ushort)(1 << (int)voice), 32).ToArray());

    private static IEnumerable<(long Frame, int Note)> Played(SimulatedHost host) =>
        host.Events.Where(e => e.Event.Status == 0x99).Select(e => (e.Frame, (int)e.Event.Data1));
}
