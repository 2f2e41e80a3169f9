using System.Text.Json;
using System.Text.Json.Serialization;
using DrumSpace.Training.Data;
using DrumSpace.Training.Learning;

namespace DrumSpace.Training.Models;

/// <summary>
/// The hyper-parameters of a <see cref="FourierFeatureAutoencoder"/>. The defaults are the shipped model's; docs/experiments/flagship.md
/// says what was tried.
/// </summary>
public sealed record FlagshipOptions
{
    /// <summary>The initial deviation of the Fourier features' frequencies, in radians a unit of the latent; above 0.</summary>
    public double Bandwidth { get; init; } = 0.7;

    /// <summary>The number of Fourier features, at least 1.</summary>
    public int Features { get; init; } = 256;

    /// <summary>The width of the decoder's hidden layer that all half-bars share, at least 1.</summary>
    public int Trunk { get; init; } = 512;

    /// <summary>The width of each half-bar's own hidden layer, at least 1.</summary>
    public int Hidden { get; init; } = 384;

    /// <summary>The factor, above 0, of the logits whose sigmoid later half-bars hear; see <see cref="HalfBarDecoder"/>.</summary>
    public double Tempering { get; init; } = 0.8;

    /// <summary>
    /// The share of each training batch, 0 to 1, whose half-bars hear the decoder's own probabilities, as in decoding, instead of the
    /// pattern's; rows without a residual latent come first.
    /// </summary>
    public double OwnHearing { get; init; } = 0.6;

    /// <summary>The deviation of the noise that is added to each latent in training, at least 0.</summary>
    public double LatentNoise { get; init; } = 0.18;

    /// <summary>The weight of the latents' distance from the standard normal distribution, at least 0.</summary>
    public double PriorWeight { get; init; } = 0.01;

    /// <summary>The weight of the latents' distance from their patterns' traits, at least 0.</summary>
    public double TraitWeight { get; init; } = 0.02;

    /// <summary>The size of the residual latent, at least 1.</summary>
    public int ResidualSize { get; init; } = 16;

    /// <summary>The deviation with which the residual latent is drawn in decoding, relative to training; above 0.</summary>
    public double ResidualScale { get; init; } = 1.35;

    /// <summary>The weight of the residual latent's divergence, in nats a pattern over 448 cells; at least 0.</summary>
    public double DivergenceWeight { get; init; } = 0.22;

    /// <summary>The share of each batch, 0 to 1, whose residual latent is set to 0.</summary>
    public double LatentDropout { get; init; } = 0.6;

    /// <summary>AdamW's weight decay, at least 0.</summary>
    public double WeightDecay { get; init; } = 0.1;

    /// <summary>The weight of recall relative to precision where thresholds are chosen, above 0.</summary>
    public double RecallWeight { get; init; } = 1.35;

    /// <summary>See <see cref="PatternBalance"/>.</summary>
    public double FileExponent { get; init; } = 1;

    /// <summary>See <see cref="PatternBalance"/>; 0 to 1.</summary>
    public double TypicalShare { get; init; } = 0.2;

    /// <summary>See <see cref="PatternBalance"/>; above 0.</summary>
    public double TypicalFactor { get; init; } = 8;

    /// <summary>How patterns are weighted.</summary>
    [JsonIgnore]
    public PatternBalance Balance => new(FileExponent, TypicalShare, TypicalFactor);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="TrainingException">An option is out of range; the message names it.</exception>
    public void Validate()
    {
        foreach ((string name, double value) in new[]
        {
            (nameof(Bandwidth), Bandwidth), (nameof(Features), Features), (nameof(Trunk), Trunk), (nameof(Hidden), Hidden),
            (nameof(Tempering), Tempering), (nameof(ResidualSize), ResidualSize), (nameof(ResidualScale), ResidualScale),
            (nameof(RecallWeight), RecallWeight), (nameof(TypicalFactor), TypicalFactor),
        })
        {
            RunOptions.Check(value > 0, $"flagship.{JsonNamingPolicy.CamelCase.ConvertName(name)} must be above 0, not {value}");
        }

        foreach ((string name, double value) in new[]
        {
            (nameof(LatentNoise), LatentNoise), (nameof(PriorWeight), PriorWeight), (nameof(TraitWeight), TraitWeight),
            (nameof(DivergenceWeight), DivergenceWeight), (nameof(WeightDecay), WeightDecay), (nameof(FileExponent), FileExponent),
        })
        {
            RunOptions.Check(value >= 0, $"flagship.{JsonNamingPolicy.CamelCase.ConvertName(name)} must be at least 0, not {value}");
        }

        foreach ((string name, double value) in new[]
        {
            (nameof(OwnHearing), OwnHearing), (nameof(LatentDropout), LatentDropout), (nameof(TypicalShare), TypicalShare),
        })
        {
            RunOptions.Check(value is >= 0 and <= 1, $"flagship.{JsonNamingPolicy.CamelCase.ConvertName(name)} must be from 0 to 1, not {value}");
        }
    }
}
