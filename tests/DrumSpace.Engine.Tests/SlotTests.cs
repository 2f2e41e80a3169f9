using DrumSpace.Engine.Slots;
using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class SlotTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(0, 8192)]
    [InlineData(3, 64)]
    [InlineData(1, 4096)]
    public void A_slot_that_is_chosen_while_the_song_runs_begins_with_the_next_bar(int blocksLate, int block)
    {
        SlotHost slots = new(blocksLate: blocksLate);
        slots.Host.Block = () => block;
        slots.Host.Stop(0, 120, 5 * block);
        double reached = slots.Host.Play(0, 120, 50_000);
        slots.Set(s => s with { Slot = 3 });
        reached = slots.Host.Play(reached, 120, 200_000);
        slots.Set(s => s with { Slot = 0 });
        slots.Host.Play(reached, 120, 134_000);
        Assert.Equal([.. Voices(0, 16), .. Voices(3, 32), .. Voices(0, 16)], slots.Played());
    }

    [Fact]
    public void Slots_that_are_stored_before_one_block_are_all_stored()
    {
        SlotHost slots = new(filled: 0);
        slots.Engine.StoreSlot(1);
        slots.Engine.StoreSlot(8);
        slots.Engine.StoreSlot(9);
        slots.Host.Stop(0, 120, 1000);
        PatternSlots saved = new();
        slots.Engine.SaveSlots(saved);
        Assert.Equal([1, 8], Enumerable.Range(1, 8).Where(slot => saved.Slots[slot - 1].IsFilled));
    }

    [Fact]
    public void While_the_song_stands_a_slot_begins_at_once_and_an_empty_one_plays_the_knobs()
    {
        SlotHost slots = new(filled: 2);
        slots.Set(s => s with { Slot = 2 });
        slots.Host.Stop(1, 120, 1000);
        Assert.Equal(2, slots.Engine.PlayingSlot);
        slots.Host.Play(1, 120, 12_000);
        slots.Set(s => s with { Slot = 5 });
        slots.Host.Stop(1, 120, 1000);
        Assert.Equal(0, slots.Engine.PlayingSlot);
        slots.Host.Play(1, 120, 12_000);
        Assert.Equal([2, 2, 0, 0], slots.Played());
    }

    [Fact]
    public void A_choice_that_is_taken_back_before_the_bar_changes_nothing()
    {
        SlotHost slots = new();
        slots.Host.Block = () => 500;
        double reached = slots.Host.Play(0, 120, 80_000);
        slots.Set(s => s with { Slot = 4 });
        reached = slots.Host.Play(reached, 120, 8_000);
        slots.Set(s => s with { Slot = 0 });
        slots.Host.Play(reached, 120, 104_000);
        Assert.Equal(Voices(0, 32), slots.Played());
    }

    [Theory]
    [InlineData(0, PatternSwitch.Step)]
    [InlineData(7, PatternSwitch.Bar)]
    [InlineData(16, PatternSwitch.Pattern)]
    [InlineData(37, PatternSwitch.Immediate)]
    [InlineData(163, PatternSwitch.Beat)]
    public void A_chain_plays_the_slot_of_its_place_in_the_song_wherever_the_song_starts(int firstStep, PatternSwitch when)
    {
        int seed = Environment.TickCount;
        SlotHost slots = new() { Host = { Block = SimulatedHost.RandomBlocks(new Random(seed)) } };
        SetChain(slots, [(1, 2), (4, 1), (8, 3)]);
        slots.Set(s => s with { Switch = when });
        slots.Host.Play(firstStep / 4.0, 120, 6000 * 300);

        // Six bars a pass: slot 1 twice, slot 4, slot 8 three times.
        int[] pass = [1, 1, 4, 8, 8, 8];
        Assert.True(
            Enumerable.Range(firstStep, 300).Select(step => pass[step / 16 % 6]).SequenceEqual(slots.Played()), $"Seed {seed}.");
    }

    [Theory]
    [InlineData(64)]
    [InlineData(777)]
    public void In_the_hosts_loop_a_chain_goes_back_with_the_song(int block)
    {
        SlotHost slots = new(blocksLate: 1) { Host = { Block = () => block } };
        SetChain(slots, [(1, 1), (2, 1), (3, 1)]);
        slots.Host.Stop(4, 120, 5000);
        slots.Host.PlayLoop(4, 120, 96_000 * 6, new Loop(4, 12));
        Assert.Equal(Enumerable.Range(0, 6).SelectMany(bar => Voices(2 + bar % 2, 16)), slots.Played());
    }

    [Fact]
    public void A_chain_without_bars_is_none()
    {
        SlotHost slots = new();
        SetChain(slots, []);
        slots.Set(s => s with { Slot = 6 });
        slots.Host.Play(0, 120, 12_000);
        Assert.Equal([6, 6], slots.Played());
    }

    [Fact]
    public void A_pattern_that_comes_too_late_for_its_bar_takes_over_at_the_first_step_whatever_the_when()
    {
        SlotHost slots = new(blocksLate: 60) { Host = { Block = () => 1000 } };
        slots.Set(s => s with { Switch = PatternSwitch.Pattern });
        slots.Host.Stop(0, 120, 70_000);
        double reached = slots.Host.Play(0, 120, 80_000);
        slots.Set(s => s with { Slot = 1 });
        slots.Host.Play(reached, 120, 112_000);

        // Requested at 80 000, there 60 blocks later, at 140 000; the next step is at 144 000.
        Assert.Equal([.. Voices(0, 24), .. Voices(1, 8)], slots.Played());
    }

    [Fact]
    public void A_slot_is_stored_with_its_point_its_pins_and_its_seed()
    {
        SlotHost slots = new(filled: 1);
        slots.Set(s => s with { Seed = 77 });
        slots.Host.Stop(0, 120, 10);
        slots.Set(s => s with { PinnedVoices = 1 });
        slots.Host.Stop(0, 120, 10);
        slots.Set(s => s with { Knobs = SlotHost.PointOf(9) });
        slots.Engine.StoreSlot(2);
        slots.Host.Stop(0, 120, 10);
        PatternSlots memory = new();
        slots.Engine.SaveSlots(memory);
        Assert.True(memory.Slots[1].IsFilled);
        Assert.Equal(SlotHost.PointOf(9)[0], memory.Slots[1].Knobs[0]);
        Assert.Equal((77, 1), (memory.Slots[1].Seed, memory.Slots[1].Pins.Voices));

        // With the switch off and the knobs elsewhere, the slot alone brings its bass drum and its point.
        slots.Set(s => s with { PinnedVoices = 0 });
        slots.Set(s => s with { Knobs = SlotHost.PointOf(5) });
        slots.Set(s => s with { Slot = 2 });
        slots.Host.Stop(0, 120, 10);
        slots.Host.Play(0, 120, 6000);
        Assert.Equal([0, 9], slots.Played().Order());
    }

    [Fact]
    public void A_voice_that_is_pinned_by_hand_stays_pinned_in_every_slot()
    {
        SlotHost slots = new();
        slots.Set(s => s with { Knobs = SlotHost.PointOf(13) });
        slots.Host.Stop(0, 120, 10);
        slots.Set(s => s with { PinnedVoices = 1 << 13 });
        slots.Host.Stop(0, 120, 10);
        SetChain(slots, [(1, 1), (2, 1)]);
        slots.Host.Play(0, 120, 192_000);
        Assert.Equal(Enumerable.Range(0, 32).SelectMany(step => new[] { 1 + step / 16, 13 }), slots.Played());
    }

    [Fact]
    public void A_slots_seed_draws_its_lots()
    {
        static int[] Kicks(int slot, int seed)
        {
            SlotHost slots = new();
            PatternSlots memory = new();
            memory.Slots[0].IsFilled = true;
            memory.Slots[0].Seed = 12;
            slots.Engine.LoadSlots(memory);
            slots.Engine.AdoptLoaded();
            slots.Host.SetChance(Voice.BassDrum, 0.5f);
            slots.Set(s => s with { Seed = seed });
            slots.Set(s => s with { Slot = slot });
            slots.Host.Play(0, 120, 480_000);
            return [.. slots.Host.Events.Where(e => e.Event.Status == 0x99).Select(e => (int)e.Frame)];
        }

        Assert.Equal(Kicks(0, 12), Kicks(1, 99));
        Assert.NotEqual(Kicks(0, 99), Kicks(1, 99));
    }

    [Fact]
    public void Where_it_is_set_so_the_fill_is_in_the_bar_before_another_slot()
    {
        SlotHost slots = new() { Host = { Block = () => 900 } };
        SetChain(slots, [(1, 2), (2, 3)]);
        slots.Set(s => s with { Fill = 1 });
        slots.Set(s => s with { FillInterval = FillInterval.Slot });

        // The snare lies 7.5 below its threshold's logit, which a full fill passes near its end.
        slots.Host.Publish(model => Array.Fill(model.Decoded.Probabilities, 1 / (1 + MathF.Exp(7.5f))));
        slots.Host.Play(0, 120, 96_000 * 10);
        long[] snares = [.. slots.Host.Events.Where(e => e.Event is { Status: 0x99, Data1: 45 }).Select(e => e.Frame / 6000)];

        // 9 * (n + 1) / 16 reaches 7.5 from the 14th step of the bar on.
        Assert.Equal([.. new[] { 1, 4, 6, 9 }.SelectMany(bar => new long[] { 13, 14, 15 }.Select(step => bar * 16 + step))], snares);
    }

    private static IEnumerable<int> Voices(int voice, int count) => Enumerable.Repeat(voice, count);

    private static void SetChain(SlotHost slots, (int Slot, int Bars)[] chain)
    {
        slots.Set(s => s with { IsChained = true });
        foreach ((int slot, int bars) in chain)
        {
            slots.Host.SetChainBars(slot, bars);
        }
    }
}
