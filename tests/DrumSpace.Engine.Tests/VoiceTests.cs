using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

public class VoiceTests
{
    [Theory]
    [InlineData(0, 0, 0x3FFF)]
    [InlineData(0b101, 0, 0x3FFA)]
    [InlineData(0, 0b110, 0b110)]
    [InlineData(0b010, 0b110, 0b100)]
    [InlineData(0x3FFF, 0, 0)]
    public void Only_voices_that_are_not_muted_and_are_soloed_if_any_is_are_played(int muted, int solo, int played)
    {
        SimulatedHost host = new();
        host.Publish(new Pattern(Enumerable.Repeat(Pattern.AllVoices, 32).ToArray()));
        host.Set(s => s with { MutedVoices = muted });
        host.Set(s => s with { SoloVoices = solo });
        host.Play(0, 120, 6000);
        Assert.Equal(played, host.Played.Sum(hit => hit.Step + 1));
    }

    [Fact]
    public void A_solo_ends_the_notes_of_the_others()
    {
        SimulatedHost host = new() { Block = () => 500 };
        host.Publish(new Pattern(Enumerable.Repeat((ushort)3, 32).ToArray()));
        double reached = host.Play(0, 120, 1000);
        host.Set(s => s with { SoloVoices = 2 });
        host.Play(reached, 120, 500);
        Assert.Equal((1000, new MidiEvent(0, 0x89, 36, 0)), host.Events[^1]);
    }

    [Fact]
    public void A_pinned_voice_keeps_the_row_of_the_pattern_at_which_it_was_pinned()
    {
        Pattern first = Rows(0x0F0F0F0F, 0x11111111);
        Pattern second = Rows(0xFFFF0000, 0x22222222);
        SimulatedHost host = new();
        host.Publish(first);
        host.Stop(0, 120, 10);
        host.Set(s => s with { PinnedVoices = 1 });
        host.Stop(0, 120, 10);
        host.Publish(second);
        Assert.Equal((0x0F0F0F0Fu, 0x22222222u), Pass(host));

        // Pinned later, the snare keeps the second pattern's row; released, the bass drum follows again.
        host.Set(s => s with { PinnedVoices = 3 });
        host.Stop(0, 120, 10);
        host.Set(s => s with { PinnedVoices = 2 });
        host.Publish(first);
        Assert.Equal((0x0F0F0F0Fu, 0x22222222u), Pass(host));
        host.Publish(second);
        Assert.Equal((0xFFFF0000u, 0x22222222u), Pass(host));
    }

    [Fact]
    public void A_pinned_voice_follows_density_and_is_hit_as_hard_as_its_pattern_says()
    {
        SimulatedHost host = new();
        host.Stop(0, 120, 10);
        host.Publish(model =>
        {
            model.Decoded.Pattern = Rows(1, 0);
            Array.Fill(model.Decoded.Thresholds, 0.5f);
            Array.Fill(model.Decoded.Probabilities, 0.25f);
            model.Decoded.Probabilities[0] = 0.75f;
        });
        host.Stop(0, 120, 10);
        host.Set(s => s with { PinnedVoices = 1 });
        host.Stop(0, 120, 10);
        host.Publish(model =>
        {
            model.Decoded.Pattern = Rows(0, 0);
            Array.Fill(model.Decoded.Probabilities, 0);
        });

        host.Play(0, 120, 6000);
        Assert.Equal([56 + 24 + 30], host.Events.Where(e => e.Event.Status == 0x99).Select(e => (int)e.Event.Data2));

        host.Events.Clear();
        host.Set(s => s with { Density = 1 });
        host.Play(0, 120, 12000);
        Assert.Equal([110, 66], host.Events.Where(e => e.Event is { Status: 0x99, Data1: 36 }).Select(e => (int)e.Event.Data2));
    }

    [Theory]
    [InlineData(56, 120, new[] { 100, 76, 84, 76, 92 })]
    [InlineData(1, 127, new[] { 88, 40, 56, 40, 72 })] // 1 + (v - 56) * 126 / 64
    [InlineData(100, 100, new[] { 100, 100, 100, 100, 100 })]
    [InlineData(120, 56, new[] { 76, 100, 92, 100, 84 })]
    public void Velocities_are_laid_over_the_chosen_range(int low, int high, int[] velocities)
    {
        SimulatedHost host = new();
        host.Stop(0, 120, 1);
        host.Publish(model =>
        {
            model.Decoded.Pattern = Rows(uint.MaxValue, 0);
            Array.Fill(model.Decoded.Probabilities, 0.5f);
        });
        host.Set(s => s with { LowVelocity = low });
        host.Set(s => s with { HighVelocity = high });
        host.Play(0, 120, 30000);
        Assert.Equal(velocities, host.Events.Where(e => e.Event.Status == 0x99).Select(e => (int)e.Event.Data2));
    }

    private static Pattern Rows(uint bassDrum, uint snare) =>
        new(Enumerable.Range(0, 32).Select(s => (ushort)((bassDrum >> s & 1) | ((snare >> s & 1) << 1))).ToArray());

    private static (uint BassDrum, uint Snare) Pass(SimulatedHost host)
    {
        long start = host.Now;
        host.Events.Clear();
        host.Play(0, 120, 192000);
        uint Row(int note) => host.Events.Where(e => e.Event.Status == 0x99 && e.Event.Data1 == note)
            .Aggregate(0u, (row, e) => row | 1u << (int)((e.Frame - start) / 6000));
        return (Row(36), Row(38));
    }
}
