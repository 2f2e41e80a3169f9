using DrumSpace.Music.Melody;

namespace DrumSpace.Music.Tests;

public class MelodyRequestTests
{
    [Fact]
    public void A_wish_keeps_what_it_is_made_of_also_as_a_number()
    {
        Random random = new(7);
        HashSet<long> seen = [];
        for (int i = 0; i < 5000; i++)
        {
            MelodyRole role = (MelodyRole)random.Next(2);
            int instrument = random.Next(16), tonic = random.Next(12), octaves = random.Next(-3, 4), seed = random.Next(1024);
            MelodyScale scale = (MelodyScale)random.Next(9);
            double density = random.Next(1001) / 1000.0, temperature = random.Next(100, 2001) / 1000.0, follow = random.Next(1001) / 1000.0;
            MelodyRequest made = new(role, instrument, tonic, scale, octaves, density, temperature, follow, seed);
            MelodyRequest wish = MelodyRequest.FromBits(made.ToBits());
            Assert.Equal(made, wish);
            Assert.True(wish.IsThere);
            Assert.Equal((role, scale, octaves, seed), (wish.Role, wish.Scale, wish.Octaves, wish.Seed));
            Assert.Equal((density, temperature, follow), (wish.Density, wish.Temperature, wish.Follow));
            Assert.Equal((role, instrument, tonic), (wish.Setting.Role, wish.Setting.Instrument, wish.Setting.Key.Tonic));
            wish.Setting.Check();
            seen.Add(wish.ToBits());
        }

        Assert.True(seen.Count > 4990);
        Assert.False(default(MelodyRequest).IsThere);
    }

    [Fact]
    public void What_is_out_of_range_counts_as_the_nearest_in_it()
    {
        MelodyRequest low = new((MelodyRole)(-1), -5, -1, (MelodyScale)(-1), -9, double.NaN, 0, -1, -1);
        Assert.Equal(new MelodyRequest(MelodyRole.Lead, 0, 0, MelodyScale.Major, -3, 0, 0.1, 0, 0), low);
        MelodyRequest high = new((MelodyRole)9, 99, 99, (MelodyScale)99, 9, 9, 9, 9, 99999);
        Assert.Equal(new MelodyRequest(MelodyRole.Bass, 15, 11, MelodyScale.Chromatic, 3, 1, 2, 1, 1023), high);
    }

    [Fact]
    public void The_register_of_a_role_begins_at_the_same_place_in_every_key()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Assert.InRange(Wish(MelodyRole.Bass, tonic).Setting.Anchor, 28, 39);
            Assert.InRange(Wish(MelodyRole.Lead, tonic).Setting.Anchor, 60, 71);
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

    private static MelodyRequest Wish(MelodyRole role, int tonic) => new(role, 4, tonic, MelodyScale.Minor, 0, 0.5, 1, 0, 1);
}
