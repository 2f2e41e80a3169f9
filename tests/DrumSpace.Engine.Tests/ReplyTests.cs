using DrumSpace.Engine.Patterns;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>Which reply plays, when replies are late or a pattern was loaded. A step lasts 6000 frames here, a block 1000.</summary>
public class ReplyTests
{
    private static readonly Pattern Snares = Row(Voice.Snare);
    private static readonly Pattern Rides = Row(Voice.Ride);

    [Fact]
    public void A_loaded_pattern_plays_until_the_sources_reply_is_there()
    {
        SimulatedHost host = NewHost(blocksLate: 14);
        host.Engine.LoadPattern(Loaded(isFinal: false));
        host.Play(0, 120, 24_000);

        // Requested with the first block, there with the fifteenth; the next step is at 18 000.
        Assert.Equal([(0, 49), (6000, 49), (12_000, 49), (18_000, 38)], Played(host));
    }

    [Fact]
    public void A_final_loaded_pattern_plays_until_a_setting_changes_that_decides_the_pattern()
    {
        SimulatedHost host = NewHost();
        host.Engine.LoadPattern(Loaded(isFinal: true));
        double reached = host.Play(0, 120, 12_000);
        host.Set(s => s with { LowVelocity = 1, Seed = 5, MelodyGate = 0.5 });
        reached = host.Play(reached, 120, 6_000);
        Assert.Equal(0, host.Source.Newest.Id);
        Assert.True(host.Engine.TryReadPlaying(new PlayablePattern()));
        host.Set(s => s with { Knobs = new Knobs(0.5f, 0, 0, 0) });
        host.Play(reached, 120, 12_000);
        Assert.Equal([(0, 49), (6000, 49), (12_000, 49), (18_000, 38), (24_000, 38)], Played(host));
    }

    [Fact]
    public void A_loaded_pattern_takes_over_from_what_plays_and_a_late_reply_to_an_older_request_does_not_end_it()
    {
        SimulatedHost host = NewHost(blocksLate: 8);
        host.Play(0, 120, 9_000);
        host.Events.Clear();
        host.Publish(Rides);
        double reached = host.Play(0, 120, 2_000);
        host.Engine.LoadPattern(Loaded(isFinal: true));
        host.Play(reached, 120, 28_000);
        Assert.Equal([(9000, 38), (15_000, 49), (21_000, 49), (27_000, 49), (33_000, 49)], Played(host));
    }

    [Fact]
    public void A_loaded_pattern_of_another_slot_than_plays_is_left_out()
    {
        SimulatedHost host = NewHost();
        PlayablePattern pattern = new() { Slot = 2 };
        pattern.Decoded.Pattern = Row(Voice.Crash);
        host.Engine.LoadPattern(new LoadedPattern(pattern, IsFinal: true));
        host.Play(0, 120, 1_000);
        Assert.Equal([(0, 38)], Played(host));
    }

    [Fact]
    public void What_plays_is_what_the_settings_lead_to_once_the_newest_request_is_answered()
    {
        SimulatedHost host = NewHost(blocksLate: 3);
        PlayablePattern playing = new();
        Assert.False(host.Engine.TryReadPlaying(playing));
        double reached = host.Play(0, 120, 1_000);
        Assert.False(host.Engine.TryReadPlaying(playing));
        reached = host.Play(reached, 120, 6_000);
        Assert.True(host.Engine.TryReadPlaying(playing));
        Assert.Equal(Snares, playing.Decoded.Pattern);
        host.Publish(Rides);
        reached = host.Play(reached, 120, 1_000);
        Assert.False(host.Engine.TryReadPlaying(playing));
        Assert.Equal(Snares, playing.Decoded.Pattern);
        host.Play(reached, 120, 6_000);
        Assert.True(host.Engine.TryReadPlaying(playing));
        Assert.Equal(Rides, playing.Decoded.Pattern);
    }

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
    public void While_nothing_changes_nothing_is_requested()
    {
        SimulatedHost host = NewHost();
        double reached = host.Play(0, 120, 48_000);
        host.Set(s => s with { Density = 0.7, Swing = 0.6, MutedVoices = 2, GrooveTiming = 1 });
        host.Play(reached, 120, 48_000);
        Assert.Equal(1, host.Source.Newest.Id);
    }

    private static SimulatedHost NewHost(int blocksLate = 0)
    {
        SimulatedHost host = new() { Block = () => 1000 };
        host.Source.BlocksLate = blocksLate;
        host.Publish(Snares);
        return host;
    }

    private static LoadedPattern Loaded(bool isFinal)
    {
        PlayablePattern pattern = new();
        pattern.Decoded.Pattern = Row(Voice.Crash);
        return new LoadedPattern(pattern, isFinal);
    }

    private static Pattern Row(Voice voice) => new(Enumerable.Repeat((ushort)(1 << (int)voice), 32).ToArray());

    private static IEnumerable<(long Frame, int Note)> Played(SimulatedHost host) =>
        host.Events.Where(e => e.Event.Status == 0x99).Select(e => (e.Frame, (int)e.Event.Data1));
}
