namespace DrumSpace.Music.Tests;

public class HitVariationTests
{
    [Theory]
    [InlineData(0.5f, 0.2f)]
    [InlineData(0.5f, 0.9f)]
    [InlineData(0.3f, 0.3f)]
    [InlineData(0.8f, 0.5f)]
    public void A_full_variation_hits_as_often_as_the_logits_difference_from_the_threshold_says(float threshold, float probability)
    {
        // P(logit p + L >= logit t) = sigmoid(logit p - logit t) for a standard logistic L; at a threshold of a half, p itself.
        double odds = probability / (1 - probability) * ((1 - threshold) / threshold);
        int seeds = 20_000, hits = Enumerable.Range(0, seeds).Count(seed => new HitVariation(1, seed).Vary(3, 1, probability) >= threshold);
        Assert.InRange(hits / (double)seeds, (odds / (1 + odds)) - 0.015, (odds / (1 + odds)) + 0.015);
    }

    [Fact]
    public void A_lot_moves_the_logit_in_proportion_to_the_amount()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            double full = Logit(new HitVariation(1, seed).Vary(5, 2, 0.4f)) - Logit(0.4);
            double half = Logit(new HitVariation(0.5, seed).Vary(5, 2, 0.4f)) - Logit(0.4);
            Assert.Equal(full / 2, half, 1e-4);
        }
    }

    [Fact]
    public void Without_an_amount_the_beat_is_the_models_own()
    {
        Beat beat = AnyBeat(1);
        Assert.Equal(beat.Pattern, new HitVariation(0, 77).Of(beat));
        Assert.Equal(0.123f, default(HitVariation).Vary(0, 0, 0.123f));
    }

    [Fact]
    public void Seeds_give_other_beats_and_equal_seeds_the_same()
    {
        Beat beat = AnyBeat(2);
        Pattern[] beats = [.. Enumerable.Range(0, 100).Select(seed => new HitVariation(0.5, seed).Of(beat))];
        Assert.Equal(100, beats.Distinct().Count());
        Assert.Equal(beats, Enumerable.Range(0, 100).Select(seed => new HitVariation(0.5, seed).Of(beat)));
    }

    [Fact]
    public void More_variation_strays_farther()
    {
        Beat beat = AnyBeat(3);
        double Strays(double amount) => Enumerable.Range(0, 50).Average(seed => new HitVariation(amount, seed).Of(beat).DistanceTo(beat.Pattern));
        double[] way = [.. new[] { 0, 0.1, 0.3, 0.6, 1 }.Select(Strays)];
        Assert.Equal(0, way[0]);
        Assert.Equal(way.Order(), way);
        Assert.Equal(way.Length, way.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(float.NaN)]
    public void What_is_certain_or_no_number_stays_what_it_is(float probability) =>
        Assert.All(Enumerable.Range(0, 1000), seed => Assert.Equal(probability, new HitVariation(1, seed).Vary(seed % 32, seed % 14, probability)));

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static Beat AnyBeat(int seed)
    {
        Random random = new(seed);
        Beat beat = new();
        ushort[] masks = new ushort[32];
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            beat.Probabilities[cell] = random.NextSingle();
            masks[cell / 14] |= (ushort)((beat.Probabilities[cell] >= 0.5f ? 1 : 0) << (cell % 14));
        }

        beat.Pattern = new Pattern(masks);
        return beat;
    }
}
