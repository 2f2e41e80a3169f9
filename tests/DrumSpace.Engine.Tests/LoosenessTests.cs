using DrumSpace.Music;

namespace DrumSpace.Engine.Tests;

/// <summary>What of a groove's take and tempo an engine requests.</summary>
public class LoosenessTests
{
    [Fact]
    public void The_take_is_that_of_the_seed_and_of_a_slot_its_own()
    {
        SimulatedHost host = NewHost(looseness: 0.5, seed: 8);
        host.Engine.StoreSlot(3);
        host.Play(0, 120, 1000);
        Assert.Equal(new GrooveTake(0.5, 8), host.Source.Newest.Take);
        host.Set(s => s with { Seed = 9 });
        host.Play(0, 120, 1000);
        Assert.Equal(new GrooveTake(0.5, 9), host.Source.Newest.Take);
        host.Set(s => s with { Slot = 3 });
        host.Play(0, 120, 1000);
        Assert.Equal(new GrooveTake(0.5, 8), host.Source.Newest.Take);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Without_an_amount_or_a_groove_another_seed_requests_nothing(double looseness, double groove)
    {
        SimulatedHost host = NewHost(looseness, seed: 8, groove);
        host.Play(0, 120, 1000);
        long id = host.Source.Newest.Id;
        host.Set(s => s with { Seed = 9 });
        host.Play(0, 120, 1000);
        Assert.Equal(id, host.Source.Newest.Id);
        Assert.Equal(default, host.Source.Newest.Take);
    }

    [Fact]
    public void A_tempo_ramp_requests_once_in_four_quarters_a_minute()
    {
        SimulatedHost host = NewHost(looseness: 0, seed: 1);
        host.Play(0, 120, 1000);
        long id = host.Source.Newest.Id;
        Assert.Equal(120, host.Source.Newest.Tempo);
        for (int i = 1; i <= 200; i++)
        {
            host.Play(0, 120 + (i / 10.0), 1000);
        }

        Assert.Equal((140, id + 5), (host.Source.Newest.Tempo, host.Source.Newest.Id));
    }

    [Fact]
    public void Without_a_groove_the_tempo_does_not_matter()
    {
        SimulatedHost host = NewHost(looseness: 0, seed: 1, groove: 0);
        host.Play(0, 120, 1000);
        long id = host.Source.Newest.Id;
        host.Play(0, 180, 1000);
        Assert.Equal((120, id), (host.Source.Newest.Tempo, host.Source.Newest.Id));
    }

    private static SimulatedHost NewHost(double looseness, int seed, double groove = 1)
    {
        SimulatedHost host = new();
        host.Set(s => s with { Looseness = looseness, Seed = seed, GrooveVelocity = groove });
        return host;
    }
}
