using DrumSpace.Inference.Bundles;
using DrumSpace.Training.Evaluation;

namespace DrumSpace.Training.Tests;

/// <summary>Files of losses, valid and invalid.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drumspace-samples").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_loss_log_has_a_curve_for_each_column()
    {
        Write(BundleFile.Losses, "epoch,loss,heldOut\n1,0.5,0.6\n2,0.25,0.55\n");
        IReadOnlyList<LossSeries> curves = LossSeries.Read(_folder);
        Assert.Equal(["loss", "heldOut"], curves.Select(curve => curve.Name));
        Assert.Equal([1, 2], curves[1].Epochs);
        Assert.Equal([0.6, 0.55], curves[1].Values);
    }

    [Fact]
    public void A_log_is_read_as_written()
    {
        string csv = LossSeries.ToCsv([LossSeries.OfEpochs("loss", [0.5, 0.25]), LossSeries.OfEpochs("held out", [0.75, 1e-9])]);
        Assert.Equal("epoch,loss,held out\n1,0.5,0.75\n2,0.25,1E-09\n", csv);
        Write(BundleFile.Losses, csv);
        Assert.Equal([0.75, 1e-9], LossSeries.Read(_folder)[1].Values);
    }

    [Fact]
    public void A_model_without_a_log_has_no_curve() => Assert.Empty(LossSeries.Read(_folder));

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("step,loss\n1,2\n", "line 1")]
    [InlineData("epoch,loss\n1,0.5\n2\n", "line 3")]
    [InlineData("epoch,loss\n1,NaN\n", "line 2: value 2")]
    public void An_invalid_log_is_reported_with_the_line(string content, string place)
    {
        Write(BundleFile.Losses, content);
        var error = Assert.Throws<TrainingException>(() => LossSeries.Read(_folder));
        Assert.Contains($"{BundleFile.Losses}: {place}", error.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
