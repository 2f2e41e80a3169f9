namespace DrumSpace.Music.Tests;

public class PatternVariationTests
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
        int seeds = 20_000, hits = Enumerable.Range(0, seeds).Count(seed => new PatternVariation(1, seed).Vary(3, 1, probability) >= threshold);
        Assert.InRange(hits / (double)seeds, (odds / (1 + odds)) - 0.015, (odds / (1 + odds)) + 0.015);
    }

    [Fact]
    public void Noise_moves_the_logit_in_proportion_to_the_amount()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            double full = Logit(new PatternVariation(1, seed).Vary(5, 2, 0.4f)) - Logit(0.4);
            double half = Logit(new PatternVariation(0.5, seed).Vary(5, 2, 0.4f)) - Logit(0.4);
            Assert.Equal(full / 2, half, 1e-4);
        }
    }

    [Fact]
    public void Without_an_amount_the_pattern_is_the_models_own()
    {
        DecodedPattern pattern = AnyPattern(1);
        Assert.Equal(pattern.Pattern, Vary(pattern, new PatternVariation(0, 77)));
        Assert.Equal(0.123f, default(PatternVariation).Vary(0, 0, 0.123f));
    }

    [Fact]
    public void Seeds_give_other_patterns_and_equal_seeds_the_same()
    {
        DecodedPattern pattern = AnyPattern(2);
        Pattern[] patterns = [.. Enumerable.Range(0, 100).Select(seed => Vary(pattern, new PatternVariation(0.5, seed)))];
        Assert.Equal(100, patterns.Distinct().Count());
        Assert.Equal(patterns, Enumerable.Range(0, 100).Select(seed => Vary(pattern, new PatternVariation(0.5, seed))));
    }

    [Fact]
    public void More_variation_strays_farther()
    {
        DecodedPattern pattern = AnyPattern(3);
        double Strays(double amount) => Enumerable.Range(0, 50)
            .Average(seed => Vary(pattern, new PatternVariation(amount, seed)).DistanceTo(pattern.Pattern));
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
        Assert.All(Enumerable.Range(0, 1000), seed => Assert.Equal(probability, new PatternVariation(1, seed).Vary(seed % 32, seed % 14, probability)));

    [Fact]
    public void A_residual_latent_is_independent_normal_numbers_of_the_amounts_deviation()
    {
        const int seeds = 20_000;
        double[] sums = new double[3], squares = new double[3];
        double product = 0, beyondTwo = 0;
        float[] residual = new float[3];
        for (int seed = 0; seed < seeds; seed++)
        {
            new PatternVariation(0.5, seed).WriteResidual(residual);
            for (int i = 0; i < 3; i++)
            {
                sums[i] += residual[i];
                squares[i] += residual[i] * residual[i];
            }

            product += residual[0] * residual[1];
            beyondTwo += Math.Abs(residual[2]) > 1 ? 1 : 0;
        }

        // Four standard errors of each; P(|x| > 2 deviations) = 0.0455.
        Assert.All(sums, sum => Assert.InRange(sum / seeds, -0.015, 0.015));
        Assert.All(squares, square => Assert.InRange(square / seeds, 0.24, 0.26));
        Assert.InRange(product / seeds, -0.008, 0.008);
        Assert.InRange(beyondTwo / seeds, 0.0455 - 0.006, 0.0455 + 0.006);
    }

    [Fact]
    public void A_residual_latent_grows_with_the_amount_and_is_zero_without_it()
    {
        float[] half = new float[16], full = new float[16], none = [.. Enumerable.Repeat(7f, 16)];
        new PatternVariation(0.5, 3).WriteResidual(half);
        new PatternVariation(1, 3).WriteResidual(full);
        new PatternVariation(0, 3).WriteResidual(none);
        Assert.All(half.Zip(full), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-6f));
        Assert.All(none, number => Assert.Equal(0, number));
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    private static Pattern Vary(DecodedPattern pattern, PatternVariation variation)
    {
        DecodedPattern varied = new();
        varied.CopyFrom(pattern);
        variation.Apply(varied);
        return varied.Pattern;
    }

    private static DecodedPattern AnyPattern(int seed)
    {
        Random random = new(seed);
        DecodedPattern pattern = new();
        for (int cell = 0; cell < Pattern.CellCount; cell++)
        {
            pattern.Probabilities[cell] = random.NextSingle();
        }

        pattern.ApplyThresholds();
        return pattern;
    }
}
