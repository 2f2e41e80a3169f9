using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests;

public sealed class PatternBalanceTests
{
    // Files of 80, 15, 4 and 1 patterns, mixed.
    private static readonly int[] Files =
        [.. Enumerable.Range(0, 100).Select(i => i * 37 % 100 is var n && n < 80 ? 0 : n < 95 ? 1 : n < 99 ? 2 : 3)];

    private static readonly Pattern[] Hundred = RandomPatterns.Make(100, 4);

    [Theory]
    [InlineData(0.0, 80.0, 15.0, 4.0, 1.0)]
    [InlineData(0.5, 56.55, 24.49, 12.64, 6.32)]
    [InlineData(1.0, 25.0, 25.0, 25.0, 25.0)]
    public void A_files_share_is_proportional_to_its_patterns_to_the_power_of_1_minus_the_exponent(double exponent, params double[] shares)
    {
        // Each of n patterns has weight n^-e, so their file has n^(1-e): for e = 1/2, 8.94, 3.87, 2 and 1 of 15.82.
        double[] weights = new PatternBalance(exponent).Weights(Hundred, Files), files = new double[4];
        for (int i = 0; i < weights.Length; i++)
        {
            files[Files[i]] += 100 * weights[i] / weights.Sum();
        }

        Assert.All(Enumerable.Range(0, 4), file => Assert.Equal(shares[file], files[file], 0.01));
    }

    [Fact]
    public void With_an_exponent_of_0_all_weights_are_1() =>
        Assert.All(new PatternBalance(0).Weights(Hundred, Files), weight => Assert.Equal(1, weight));

    [Fact]
    public void Patterns_near_other_files_have_the_weight_of_the_factor()
    {
        // Four files share a pattern, with one cell changed in each; two other files have patterns of their own.
        Pattern shared = Hundred[0];
        Pattern[] patterns = [.. Enumerable.Range(0, 4).Select(i => Toggle(shared, i)), Hundred[1], Hundred[2]];
        double[] weights = new PatternBalance(0, TypicalShare: 0.7, TypicalFactor: 5).Weights(patterns, [0, 1, 2, 3, 4, 5]);
        Assert.Equal([5, 5, 5, 5, 1, 1], weights);
    }

    [Fact]
    public void Among_many_files_one_in_twelve_must_be_near()
    {
        // Two of 26 files share a pattern, and three others another: 0.08 of the 25 others are 2, so the three are typical, the two not.
        Pattern[] patterns =
        [
            .. Enumerable.Range(0, 2).Select(i => Toggle(Hundred[0], i)), .. Enumerable.Range(0, 3).Select(i => Toggle(Hundred[1], i)),
            .. Hundred[2..23],
        ];
        double[] weights = new PatternBalance(0, TypicalShare: 0.12, TypicalFactor: 5).Weights(patterns, [.. Enumerable.Range(0, 26)]);
        Assert.Equal([1, 1, 5, 5, 5], weights[..5]);
        Assert.All(weights[5..], weight => Assert.Equal(1, weight));
    }

    [Fact]
    public void Repeats_within_a_file_are_not_typical()
    {
        Pattern[] Near(Pattern pattern) => [.. Enumerable.Range(0, 4).Select(i => Toggle(pattern, i))];
        Pattern[] patterns = [.. Near(Hundred[0]), .. Near(Hundred[1])];
        double[] weights = new PatternBalance(0, TypicalShare: 0.5, TypicalFactor: 3).Weights(patterns, [0, 0, 0, 0, 1, 2, 3, 4]);
        Assert.Equal([1, 1, 1, 1, 3, 3, 3, 3], weights);
    }

    [Fact]
    public void The_typical_share_is_a_share_of_the_weight()
    {
        // Ten near-copies in one file weigh as much as each of the other four files. A share of 0.5 admits at most 2 of 5 files.
        Pattern[] patterns = [.. Enumerable.Range(0, 14).Select(i => Toggle(Hundred[0], i))];
        int[] files = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4];
        double[] weights = new PatternBalance(1, TypicalShare: 0.5, TypicalFactor: 2).Weights(patterns, files);
        double raised = weights.Zip(files, (weight, file) => weight > (file == 0 ? 0.1 : 1) ? weight / 2 : 0).Sum();
        Assert.InRange(raised, 1.5, 2.5);
    }

    [Fact]
    public void The_flagship_weights_files_equally_and_the_papers_models_do_not()
    {
        using Trainer flagship = new(new TrainingOptions { Kind = FourierFeatureAutoencoder.KindName, Epochs = 1 }, Hundred, Files);
        using Trainer plain = new(new TrainingOptions { Kind = Autoencoder.KindName, Epochs = 1 }, Hundred, Files);
        Assert.Same(Hundred, plain.Resampled(Hundred));
        Pattern[] resampled = flagship.Resampled(Hundred);
        Assert.Equal(100, resampled.Length);
        Assert.True(resampled.Count(pattern => pattern == Hundred[Array.IndexOf(Files, 3)]) > 5);
        Assert.Equal(resampled, flagship.Resampled(Hundred));
    }

    [Fact]
    public void A_checkpoint_of_other_files_is_refused()
    {
        string checkpoint = Path.GetTempFileName();
        TrainingOptions options = new() { Kind = FourierFeatureAutoencoder.KindName, Epochs = 2 };
        using Trainer first = new(options, Hundred, Files), other = new(options, Hundred, [.. Files.Reverse()]);
        first.RunEpoch();
        first.Save(checkpoint);
        Assert.Throws<TrainingException>(() => other.Resume(checkpoint));
        using Trainer same = new(options, Hundred, Files);
        same.Resume(checkpoint);
        Assert.Equal(first.Losses, same.Losses);
        File.Delete(checkpoint);
    }

    // The pattern with one cell changed.
    private static Pattern Toggle(Pattern pattern, int cell)
    {
        ushort[] masks = pattern.Masks.ToArray();
        masks[cell / Pattern.VoiceCount] ^= (ushort)(1 << (cell % Pattern.VoiceCount));
        return new(masks);
    }
}
