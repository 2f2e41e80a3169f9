using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests;

public sealed class FileBalanceTests
{
    // Files of 80, 15, 4 and 1 patterns, mixed.
    private static readonly int[] Files = [.. Enumerable.Range(0, 100).Select(i => i * 37 % 100 is var n && n < 80 ? 0 : n < 95 ? 1 : n < 99 ? 2 : 3)];

    [Theory]
    [InlineData(0.0, 80.0, 15.0, 4.0, 1.0)]
    [InlineData(0.5, 56.55, 24.49, 12.64, 6.32)]
    [InlineData(1.0, 25.0, 25.0, 25.0, 25.0)]
    public void A_files_share_of_what_is_drawn_goes_with_its_patterns_to_the_power_of_1_less_the_exponent(double exponent, params double[] shares)
    {
        // Of n patterns each counts n^-e, so the file counts n^(1-e): for e = 1/2, 8.94, 3.87, 2 and 1 of 15.82.
        FileBalance balance = new(Files, exponent);
        double[] drawn = new double[4];
        for (int round = 0; round < 400; round++)
        {
            foreach (int i in balance.Draw(new SeededRandom((ulong)round)))
            {
                drawn[Files[i]] += 1.0 / 400;
            }
        }

        Assert.All(Enumerable.Range(0, 4), file => Assert.Equal(shares[file], drawn[file], 0.5));
    }

    [Fact]
    public void With_an_exponent_of_0_every_pattern_is_drawn_once() =>
        Assert.Equal(Enumerable.Range(0, 100), new FileBalance(Files, 0).Draw(new SeededRandom(3)));

    [Fact]
    public void A_pattern_is_drawn_within_one_of_its_share()
    {
        FileBalance balance = new(Files, 1);
        int[] drawn = balance.Draw(new SeededRandom(9));
        Assert.Equal(100, drawn.Length);
        Assert.Equal(drawn.Order(), drawn);
        int alone = Array.IndexOf(Files, 3);
        Assert.Equal(25, drawn.Count(i => i == alone));
        Assert.All(Enumerable.Range(0, 100).Where(i => Files[i] == 0), i => Assert.InRange(drawn.Count(d => d == i), 0, 1));
    }

    [Fact]
    public void The_flagship_counts_long_files_less_and_the_papers_models_do_not()
    {
        Pattern[] patterns = RandomPatterns.Make(100, 4);
        using Trainer flagship = new(new TrainingOptions { Kind = WaveAutoEncoder.KindName, Epochs = 1 }, patterns, Files);
        using Trainer plain = new(new TrainingOptions { Kind = AutoEncoder.KindName, Epochs = 1 }, patterns, Files);
        Assert.Same(patterns, plain.Weighed(patterns));
        Pattern[] weighed = flagship.Weighed(patterns);
        Assert.Equal(100, weighed.Length);
        Assert.True(weighed.Count(pattern => pattern == patterns[Array.IndexOf(Files, 3)]) > 5);
        Assert.Equal(weighed, flagship.Weighed(patterns));
    }

    [Fact]
    public void A_checkpoint_of_other_files_is_refused()
    {
        string checkpoint = Path.GetTempFileName();
        TrainingOptions options = new() { Kind = WaveAutoEncoder.KindName, Epochs = 2 };
        Pattern[] patterns = RandomPatterns.Make(100, 4);
        using Trainer first = new(options, patterns, Files), other = new(options, patterns, [.. Files.Reverse()]);
        first.RunEpoch();
        first.Save(checkpoint);
        Assert.Throws<TrainingException>(() => other.Resume(checkpoint));
        using Trainer same = new(options, patterns, Files);
        same.Resume(checkpoint);
        Assert.Equal(first.Losses, same.Losses);
        File.Delete(checkpoint);
    }
}
