using DrumSpace.Music;
using DrumSpace.Training.Evaluation;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Tests;

public sealed class LatentSearchTests : IDisposable
{
    private static readonly float[] Half = [.. Enumerable.Repeat(0.5f, Pattern.VoiceCount)];
    private readonly BeatModel _model = new WaveAutoEncoder();
    private readonly Pattern[] _known = RandomPatterns.Make(100, seed: 3);

    public LatentSearchTests() => _model.Initialize(new SeededRandom(4));

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_beat_that_the_model_says_is_found_whole()
    {
        Latent[] known = _model.Encode(_known);
        var search = new LatentSearch(_model, known, Half, seed: 1);
        Pattern[] said = Decide(known[..20]);
        Assert.Equal(said, Decide(search.Encode(said)));
    }

    [Fact]
    public void Trying_says_unknown_beats_better_than_guessing()
    {
        var search = new LatentSearch(_model, _model.Encode(_known), Half, seed: 1);
        Pattern[] unknown = RandomPatterns.Make(40, seed: 33);
        double guessed = Reconstruction.Measure(_model, unknown, Half).F1;
        Assert.True(Reconstruction.Measure(_model, unknown, search.Encode(unknown), Half).F1 > guessed);
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
        return [.. latents.Select((_, i) => new Pattern([.. Enumerable.Range(0, Pattern.StepCount).Select(step => (ushort)Enumerable.Range(0, Pattern.VoiceCount)
            .Sum(voice => probabilities[(i * Pattern.CellCount) + (step * Pattern.VoiceCount) + voice] >= 0.5f ? 1 << voice : 0))]))];
    }
}
