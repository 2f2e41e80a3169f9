using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>
/// The song's path from voice 0 to voice 13: what is heard tells the point of each step. A 16th lasts 6000 frames here, and a bar of 16
/// passes the path once, unless a test says otherwise.
/// </summary>
public class PathTests
{
    private const double Tempo = 120;
    private const long Bar = 96_000;
    private static readonly KnobPath Path = new([SlotHost.PointOf(0), SlotHost.PointOf(13)]);

    [Theory]
    [InlineData(64)]
    [InlineData(600)]
    [InlineData(8192)]
    [InlineData(0)]
    public void Each_step_plays_its_own_place_whatever_the_blocks_are(int block)
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0, 1));
        slots.Host.Block = block > 0 ? () => block : SimulatedHost.RandomBlocks(new Random(1));
        slots.Host.Play(0, Tempo, 2 * Bar);
        Assert.Equal(Enumerable.Range(0, 32).Select(step => VoiceAt(step % 16 / 16.0)), slots.Played());

        // One a step, and one for the step after the end.
        Assert.InRange(slots.Requested.Count, 32, 33);
    }

    [Fact]
    public void The_position_moves_its_start_and_the_bars_stretch_it()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0.25, 2));
        slots.Host.Play(0, Tempo, 2 * Bar);
        Assert.Equal(Enumerable.Range(0, 32).Select(step => VoiceAt((step / 32.0 + 0.25) % 1)), slots.Played());
    }

    [Fact]
    public void By_hand_the_place_is_the_one_that_is_set()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.ByHand, 0.5, 1));
        double reached = slots.Host.Play(0, Tempo, Bar);
        slots.Set(s => s with { Path = s.Path with { Position = 1 } });
        slots.Host.Play(reached, Tempo, Bar);
        Assert.Equal([.. Enumerable.Repeat(VoiceAt(0.5), 16), .. Enumerable.Repeat(13, 16)], slots.Played());
        Assert.Equal(2, slots.Requested.Count);
    }

    [Fact]
    public void Without_a_path_or_switched_off_the_knobs_play()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0.5, 1));
        slots.Engine.Path = null;
        slots.Set(s => s with { Knobs = SlotHost.PointOf(3) });
        double reached = slots.Host.Play(0, Tempo, Bar);
        slots.Engine.Path = Path;
        slots.Set(s => s with { Path = default });
        slots.Host.Play(reached, Tempo, Bar);
        Assert.Equal(Enumerable.Repeat(3, 32), slots.Played());
    }

    [Fact]
    public void A_slot_wins_from_its_bar_on_and_an_empty_one_does_not()
    {
        SlotHost slots = new(filled: 7);
        slots.Engine.Path = Path;
        slots.Set(s => s with { Path = new PathSettings(PathMode.Plays, 0, 1), Slot = 8 });
        double reached = slots.Host.Play(0, Tempo, Bar / 2);
        slots.Set(s => s with { Slot = 5 });
        reached = slots.Host.Play(reached, Tempo, Bar);
        slots.Set(s => s with { Slot = 0 });
        slots.Host.Play(reached, Tempo, Bar);
        int[] played = slots.Played();
        Assert.Equal(Enumerable.Range(0, 12).Select(step => VoiceAt(step / 16.0)), played[..12]);
        Assert.Equal(Enumerable.Repeat(5, 16), played[16..32]);
        Assert.Equal(Enumerable.Range(0, 8).Select(step => VoiceAt(step / 16.0)), played[32..]);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(8192)]
    public void In_a_loop_each_pass_begins_at_its_own_place(int block)
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0, 2));
        slots.Host.Block = () => block;
        slots.Host.PlayLoop(2, Tempo, 3 * Bar, new Loop(2, 6));
        Assert.Equal(Enumerable.Range(0, 48).Select(step => VoiceAt((8 + step % 16) / 32.0)), slots.Played());
        Assert.InRange(slots.Requested.Count, 48, 49);
    }

    [Fact]
    public void With_early_hits_and_replies_that_are_blocks_late_each_step_still_plays_its_own_place()
    {
        SlotHost slots = new(blocksLate: 3) { Host = { Block = () => 256 } };
        slots.Engine.Path = Path;
        slots.Set(s => s with { Path = new PathSettings(PathMode.Plays, 0, 1), GrooveTiming = 1 });
        slots.Host.Stop(0, Tempo, 256 * 8);
        slots.Host.Play(0, Tempo, Bar);
        Assert.Equal(Enumerable.Range(0, 16).Select(step => VoiceAt(step / 16.0)), slots.Played());
    }

    [Fact]
    public void The_way_from_a_slot_to_the_path_takes_its_time_and_ends_on_the_path()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0, 4));
        slots.Host.Block = () => 600;
        slots.Set(s => s with { Slot = 8, MorphQuarters = 4 });
        slots.Host.Stop(0, Tempo, 600);
        double reached = slots.Host.Play(0, Tempo, Bar / 2);
        slots.Set(s => s with { Slot = 0 });
        slots.Host.Play(reached, Tempo, 3 * Bar);
        foreach ((long frame, Knobs point) in slots.Requested.Where(one => one.Frame > 600 + Bar))
        {
            // The request is that of the next step; the way to the path lasts the second bar.
            double step = Math.Ceiling((frame - 600) / 6000.0);
            double path = step / 64 % 1, way = Math.Min((step - 16) / 16, 1);
            Assert.Equal(8 / 13.0 + (path - 8 / 13.0) * way, point[0], 1e-4);
        }
    }

    [Fact]
    public void Bars_are_the_hosts()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.Plays, 0, 2));
        slots.Host.Habit = time => time with { HasTimeSignature = true, Numerator = 3, Denominator = 4 };
        slots.Host.Play(0, Tempo, 6 * 24_000);
        Assert.Equal(Enumerable.Range(0, 24).Select(step => VoiceAt(step / 24.0)), slots.Played());
    }

    [Fact]
    public void A_slot_stores_the_place_that_plays()
    {
        SlotHost slots = OnPath(new PathSettings(PathMode.ByHand, 0.5, 1));
        slots.Host.Stop(0, Tempo, 600);
        slots.Engine.StoreSlot(1);
        slots.Host.Stop(0, Tempo, 600);
        DrumSpace.Engine.Slots.PatternSlots stored = new();
        slots.Engine.SaveSlots(stored);
        Assert.Equal(0.5f, stored.Slots[0].Knobs[0]);
        Assert.Equal(0.5f, slots.Engine.Playhead.Knobs[0]);
    }

    private static SlotHost OnPath(PathSettings path)
    {
        SlotHost slots = new();
        slots.Engine.Path = Path;
        slots.Set(s => s with { Path = path });
        return slots;
    }

    private static int VoiceAt(double part) => (int)MathF.Round((float)part * 13);
}
