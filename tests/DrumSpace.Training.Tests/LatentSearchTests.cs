using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests;

public sealed class LatentSearchTests : IDisposable
{
    private static readonly float[] Half = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];
    private readonly PatternModel _model = new FourierFeatureAutoencoder();
    private readonly Pattern[] _known = RandomPatterns.Make(100, seed: 3);

    public LatentSearchTests() => _model.Initialize(new SeededRandom(4));

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_decoded_pattern_is_found_exactly()
    {
        Latent[] known = _model.Encode(_known);
        var search = new LatentSearch(_model, known, Half, seed: 1);
        Pattern[] decoded = Decide(known[..20]);
        Assert.Equal(decoded, Decide(search.Encode(decoded)));
    }

    [Fact]
    public void Search_reconstructs_unknown_patterns_better_than_the_encoder_network()
    {
        var search = new LatentSearch(_model, _model.Encode(_known), Half, seed: 1);
        Pattern[] unknown = RandomPatterns.Make(40, seed: 33);
        double encoded = Reconstruction.Measure(_model, unknown, _model.Encode(unknown), Half).F1;
        Assert.True(Reconstruction.Measure(_model, unknown, search.Encode(unknown), Half).F1 > encoded);
    }

    [Fact]
    public void Candidates_are_bounded_and_drawn_by_the_seed()
    {
        Latent[] many = [.. Enumerable.Range(0, LatentSearch.MaxCandidates + 10).Select(i => new Latent(i, 0, 0, 0))];
        var search = new LatentSearch(_model, many, Half, seed: 1);
        Assert.Equal(LatentSearch.MaxCandidates, search.Candidates.Length);
        Assert.Equal(Numbers(search), Numbers(new LatentSearch(_model, many, Half, seed: 1)));
        Assert.NotEqual(Numbers(search), Numbers(new LatentSearch(_model, many, Half, seed: 2)));

        static float[] Numbers(LatentSearch search) => [.. search.Candidates.Select(latent => latent[0])];
    }

    [Fact]
    public void The_empty_pattern_is_searched_too() =>
        Assert.Single(new LatentSearch(_model, _model.Encode(_known), Half, seed: 1).Encode([default]));

    private Pattern[] Decide(Latent[] latents)
    {
        float[] probabilities = _model.Decode(latents);
        return [.. latents.Select((_, i) =>
            PatternCells.AtThresholds(probabilities.AsSpan(i * Pattern.CellCount, Pattern.CellCount), Half))];
    }
}
