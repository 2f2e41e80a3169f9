using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class MorphTests
{
    [Fact]
    public void From_the_bar_on_the_point_moves_evenly_to_the_slots()
    {
        SlotHost slots = new() { Host = { Block = () => 600 } };
        slots.Set(s => s with { MorphQuarters = 8 });
        slots.Host.Stop(0, 120, 10);
        double reached = slots.Host.Play(0, 120, 60_000);
        slots.Set(s => s with { Slot = 7 });
        slots.Host.Play(reached, 120, 300_000);
        Assert.InRange(slots.Requested.Count(requested => requested.Frame > 10), 320, 321);
        foreach ((long frame, Knobs point) in slots.Requested.Where(requested => requested.Frame > 10))
        {
            // 24 000 frames a quarter; the bar is at 96 000, the way ends 8 quarters later.
            double part = Math.Clamp((frame - 10 - 96_000) / (8 * 24_000.0), 0, 1);
            Assert.Equal(part * 7 / 13, point[0], 1e-5);
            Assert.Equal([0, 0.5f, 1], [point[1], point[2], point[3]]);
        }
    }

    [Fact]
    public void A_turned_knob_is_followed_over_the_same_time_and_from_where_the_point_is()
    {
        SlotHost slots = new() { Host = { Block = () => 1200 } };
        slots.Set(s => s with { MorphQuarters = 2 });
        slots.Host.Stop(0, 120, 10);
        double reached = slots.Host.Play(0, 120, 24_000);
        slots.Set(s => s with { Knobs = SlotHost.PointOf(13) });
        reached = slots.Host.Play(reached, 120, 24_000);
        slots.Set(s => s with { Knobs = SlotHost.PointOf(0) });
        slots.Host.Play(reached, 120, 72_000);
        double At(double quarters) => quarters switch
        {
            <= 1 => 0,
            <= 2 => (quarters - 1) / 2,
            <= 4 => 0.5 - (quarters - 2) / 4,
            _ => 0,
        };
        Assert.All(
            slots.Requested.Where(requested => requested.Frame > 10),
            requested => Assert.Equal(At((requested.Frame - 10) / 24_000.0), requested.Point[0], 1e-5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9.5)]
    [InlineData(40)]
    public void In_a_chain_the_point_follows_from_the_place_in_the_song_alone(double start)
    {
        SlotHost slots = new() { Host = { Block = () => 480 } };
        slots.Set(s => s with { MorphQuarters = 6 });
        slots.Set(s => s with { IsChained = true });
        slots.Host.SetChainBars(2, 2);
        slots.Host.SetChainBars(6, 1);
        slots.Host.Play(start, 120, 24_000 * 30);
        foreach ((long frame, Knobs point) in slots.Requested)
        {
            // Twelve quarters a pass: slot 2 from 0, slot 6 from 8; each way begins at the slot before, but for the song's first.
            double at = start + frame / 24_000.0;
            double inPass = at % 12;
            double expected = inPass >= 8 ? 2 + (4 * (inPass - 8) / 6) : at < 12 ? 2 : Math.Max(6 - (4 * inPass / 6), 2);
            bool isBoundary = inPass % 4 is < 0.03 or > 3.97;
            Assert.True(isBoundary || Math.Abs(expected / 13 - point[0]) < 1e-5, $"At {at}: {point[0] * 13}, not {expected}.");
        }
    }

    [Fact]
    public void In_the_hosts_loop_what_is_left_of_the_way_stays()
    {
        SlotHost slots = new() { Host = { Block = () => 1000 } };
        slots.Set(s => s with { MorphQuarters = 16 });
        slots.Host.Stop(0, 120, 10);
        slots.Host.PlayLoop(0, 120, 10_000, new Loop(0, 4));
        slots.Set(s => s with { Knobs = SlotHost.PointOf(13) });
        slots.Requested.Clear();
        long start = slots.Host.Now;
        slots.Host.PlayLoop(10_000 / 24_000.0, 120, 400_000, new Loop(0, 4));
        Assert.InRange(slots.Requested.Count, 384, 385);
        Assert.All(
            slots.Requested,
            requested => Assert.Equal(Math.Min((requested.Frame - start) / (16 * 24_000.0), 1), requested.Point[0], 1e-4));
    }
}
