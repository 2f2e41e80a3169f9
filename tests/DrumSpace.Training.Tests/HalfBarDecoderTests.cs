using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Tests;

public sealed class HalfBarDecoderTests : IDisposable
{
    private const int Rows = 5;
    private static readonly FlagshipOptions Options = new()
    {
        Bandwidth = 2, Features = 32, Trunk = 24, Hidden = 16, ResidualSize = 6, ResidualScale = 1.25, Tempering = 0.7,
    };

    private static readonly Scalar ResidualFactor = Options.ResidualScale.ToScalar();
    private static readonly Scalar Tempering = Options.Tempering.ToScalar();
    private readonly HalfBarDecoder _decoder = Create();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _latents = Noise.Normal(new SeededRandom(4), Rows, Latent.Dimensions);
    private readonly Tensor _residuals = Noise.Normal(new SeededRandom(8), Rows, Options.ResidualSize);
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
    public void A_half_bar_depends_on_those_before_it_alone(int changed)
    {
        float[] before = Read(_decoder.DecodeForced(_latents, _residuals, _patterns));
        var flipped = new float[Rows * Pattern.CellCount];
        float[] cells = Read(_patterns);
        for (int i = 0; i < cells.Length; i++)
        {
            flipped[i] = PartOf(i) == changed ? 1 - cells[i] : cells[i];
        }

        float[] after = Read(_decoder.DecodeForced(_latents, _residuals, tensor(flipped, [Rows, Pattern.CellCount])));
        for (int part = 0; part < HalfBarDecoder.PartCount; part++)
        {
            bool isSame = Enumerable.Range(0, before.Length).Where(i => PartOf(i) == part).All(i => before[i] == after[i]);
            Assert.Equal(part <= changed, isSame);
        }
    }

    [Fact]
    public void Decoding_is_forced_decoding_of_the_decoded_tempered_probabilities()
    {
        Tensor logits = _decoder.Decode(_latents, _residuals);
        Tensor tempered = (logits * Tempering).sigmoid();
        float[] expected = Read(logits), forced = Read(_decoder.DecodeForced(_latents, _residuals * ResidualFactor, tempered));
        Assert.All(expected.Zip(forced), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(Rows)]
    public void The_first_rows_hear_themselves_in_training_and_the_others_the_pattern(int own)
    {
        float[] forced = Read(_decoder.DecodeForced(_latents, _residuals, _patterns));
        float[] decoded = Read(_decoder.Decode(_latents, _residuals / ResidualFactor));
        float[] mixed = Read(_decoder.DecodeForced(_latents, _residuals, _patterns, own));
        for (int i = 0; i < mixed.Length; i++)
        {
            Assert.Equal(i / Pattern.CellCount < own ? decoded[i] : forced[i], mixed[i], 1e-5f);
        }
    }

    [Fact]
    public void Without_a_residual_latent_it_is_0()
    {
        float[] atZero = Read(_decoder.Decode(_latents, zeros(Rows, Options.ResidualSize)));
        Assert.Equal(atZero, Read(_decoder.call(_latents)));
        Assert.NotEqual(atZero, Read(_decoder.Decode(_latents, _residuals)));
    }

    [Fact]
    public void Equal_seeds_give_equal_weights_and_every_part_has_its_own()
    {
        using HalfBarDecoder twin = Create();
        twin.Initialize(new SeededRandom(6));
        Assert.Equal(Read(_decoder.Decode(_latents, _residuals)), Read(twin.Decode(_latents, _residuals)));
        float[][] first = [.. _decoder.Parts.Select(part => Read(part.First.bias!))];
        Assert.Equal(HalfBarDecoder.PartCount, first.Select(bias => bias[0]).Distinct().Count());
        Assert.Equal(
            "4-32-24, a sine after the first layer, 6-24 for the residual latent, "
            + "then 24-16-112, 136-16-112, 248-16-112, 360-16-112, ReLU between the others",
            _decoder.Shape);
    }

    private static HalfBarDecoder Create() => new("decoder", Options);

    private static int PartOf(int index) => index % Pattern.CellCount / HalfBarDecoder.PartSize;

    private static float[] Read(Tensor tensor) => tensor.data<float>().ToArray();
}
