using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Tests;

public class MelodyRequestTests
{
    [Fact]
    public void A_request_keeps_what_it_is_made_of_and_conditions_the_model_within_its_ranges()
    {
        Random random = new(7);
        for (int i = 0; i < 5000; i++)
        {
            MelodyRole role = (MelodyRole)random.Next(2);
            int instrument = random.Next(16), tonic = random.Next(12), octaves = random.Next(-3, 4), seed = random.Next(1024);
            MelodyScale scale = (MelodyScale)random.Next(9);
            double density = random.Next(1001) / 1000.0, temperature = random.Next(100, 2001) / 1000.0, follow = random.Next(1001) / 1000.0;
            MelodyRequest request = new(role, instrument, tonic, scale, octaves, density, temperature, follow, seed);
            Assert.True(request.IsEnabled);
            Assert.Equal((role, scale, octaves, seed), (request.Role, request.Scale, request.Octaves, request.Seed));
            Assert.Equal((density, temperature, follow), (request.Density, request.Temperature, request.Follow));
            MelodyConditioning conditioning = request.Conditioning;
            Assert.Equal((role, instrument, tonic), (conditioning.Role, conditioning.Instrument, conditioning.Key.Tonic));
            conditioning.Check();
        }

        Assert.False(default(MelodyRequest).IsEnabled);
    }

    [Fact]
    public void The_register_of_a_role_begins_at_the_same_place_in_every_key()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Assert.InRange(Request(MelodyRole.Bass, tonic).Conditioning.Anchor, 28, 39);
            Assert.InRange(Request(MelodyRole.Lead, tonic).Conditioning.Anchor, 60, 71);
        }
    }

    [Fact]
    public void Density_and_following_move_the_odds_of_a_note()
    {
        Assert.Equal(0, OnsetBias.Of(0.5, 0, isKick: false));
        Assert.Equal(0, OnsetBias.Of(0.5, 0, isKick: true));
        Assert.Equal(OnsetBias.DensityReach, OnsetBias.Of(1, 0, isKick: false), 5);
        Assert.Equal(-OnsetBias.DensityReach, OnsetBias.Of(0, 0, isKick: true), 5);
        Assert.Equal(OnsetBias.FollowReach, OnsetBias.Of(0.5, 1, isKick: true), 5);
        Assert.Equal(Math.Log(0.25), OnsetBias.Of(0.5, 0.75, isKick: false), 5);
        Assert.Equal(float.NegativeInfinity, OnsetBias.Of(1, 1, isKick: false));
    }

    private static MelodyRequest Request(MelodyRole role, int tonic) => new(role, 4, tonic, MelodyScale.Minor, 0, 0.5, 1, 0, 1);
}
