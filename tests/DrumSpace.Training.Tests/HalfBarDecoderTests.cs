using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Tests;

public sealed class HalfBarDecoderTests : IDisposable
{
    private const int Rows = 5;
    private const int Variations = 6;
    private const double Spread = 1.25;
    private readonly HalfBarDecoder _decoder = new("decoder", bandwidth: 2, waves: 32, trunk: 24, hidden: 16, Variations, Spread);
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _latents = Noise.Normal(new SeededRandom(4), Rows, Latent.Dimensions);
    private readonly Tensor _variations = Noise.Normal(new SeededRandom(8), Rows, Variations);
    private readonly Tensor _patterns = PatternBatch.ToTensor(RandomPatterns.Make(Rows, seed: 5));

    public HalfBarDecoderTests() => _decoder.Initialize(new SeededRandom(6));

    public void Dispose()
    {
        _scope.Dispose();
        _decoder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_half_bar_hears_those_before_it_and_no_other(int changed)
    {
        float[] before = Read(_decoder.Teach(_latents, _variations, _patterns));
        var turned = new float[Rows * Pattern.CellCount];
        float[] cells = Read(_patterns);
        for (int i = 0; i < cells.Length; i++)
        {
            turned[i] = PartOf(i) == changed ? 1 - cells[i] : cells[i];
        }

        float[] after = Read(_decoder.Teach(_latents, _variations, tensor(turned, [Rows, Pattern.CellCount])));
        for (int part = 0; part < HalfBarDecoder.PartCount; part++)
        {
            bool isSame = Enumerable.Range(0, before.Length).Where(i => PartOf(i) == part).All(i => before[i] == after[i]);
            Assert.Equal(part <= changed, isSame);
        }
    }

    [Fact]
    public void Decoding_is_being_taught_by_ones_own_tempered_probabilities()
    {
        Tensor said = _decoder.Vary(_latents, _variations);
        float[] expected = Read(said), taught = Read(_decoder.Teach(_latents, _variations * Spread, (said * HalfBarDecoder.Tempering).sigmoid()));
        Assert.All(expected.Zip(taught), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Without_coordinates_the_beat_is_the_one_in_their_middle()
    {
        float[] middle = Read(_decoder.Vary(_latents, zeros(Rows, Variations)));
        Assert.Equal(middle, Read(_decoder.call(_latents)));
        Assert.NotEqual(middle, Read(_decoder.Vary(_latents, _variations)));
    }

    [Fact]
    public void Equal_seeds_give_equal_weights_and_every_part_has_its_own()
    {
        using var twin = new HalfBarDecoder("decoder", bandwidth: 2, waves: 32, trunk: 24, hidden: 16, Variations, Spread);
        twin.Initialize(new SeededRandom(6));
        Assert.Equal(Read(_decoder.Vary(_latents, _variations)), Read(twin.Vary(_latents, _variations)));
        float[][] first = [.. _decoder.Parts.Select(part => Read(part.First.bias!))];
        Assert.Equal(HalfBarDecoder.PartCount, first.Select(bias => bias[0]).Distinct().Count());
        Assert.Equal("4-32-24, a sine behind the first layer, 6-24 for the variation beside it, then 24-16-112, 136-16-112, 248-16-112, 360-16-112, ReLU between the others", _decoder.Shape);
    }

    private static int PartOf(int index) => index % Pattern.CellCount / HalfBarDecoder.PartSize;

    private static float[] Read(Tensor tensor) => tensor.data<float>().ToArray();
}
