using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DrumSpace.Training.Models;

namespace DrumSpace.Training.Learning;

/// <summary>The options of a model's training.</summary>
public sealed record TrainingOptions : RunOptions
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The default options: 40 epochs, batches of 128, a learning rate of 0.002.</summary>
    public TrainingOptions() => (Epochs, BatchSize, LearningRate) = (40, 128, 2e-3);

    /// <summary>The kind of model; see <see cref="ModelKinds"/>.</summary>
    [JsonIgnore]
    public string Kind { get; init; } = Autoencoder.KindName;

    /// <summary>The options of the flagship; other kinds have none.</summary>
    public FlagshipOptions Flagship { get; init; } = new();

    /// <summary>Reads options from JSON, with the names of the properties here; what is left out has the kind's default.</summary>
    /// <param name="json">An object, such as {"epochs": 60, "flagship": {"bandwidth": 0.6}}.</param>
    /// <param name="kind">The kind of model.</param>
    /// <param name="source">What is read, for error messages.</param>
    /// <exception cref="TrainingException">
    /// The text is not valid, or has an option that the kind does not have or that is out of range; the message names source and option.
    /// </exception>
    public static TrainingOptions Parse(string json, string kind, string source)
    {
        try
        {
            JsonObject given = JsonNode.Parse(json, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })
                as JsonObject ?? throw new JsonException("options are an object of names and values");
            bool hasOwn = given.Any(option => option.Key.Equals(nameof(Flagship), StringComparison.OrdinalIgnoreCase));
            if (hasOwn && kind != FourierFeatureAutoencoder.KindName)
            {
                throw new JsonException($"a model of kind '{kind}' has no options of the flagship");
            }

            bool hasEpochs = given.Any(option => option.Key.Equals(nameof(Epochs), StringComparison.OrdinalIgnoreCase));
            TrainingOptions options = given.Deserialize<TrainingOptions>(Format)! with { Kind = kind };
            options = hasEpochs ? options : options with { Epochs = ModelKinds.Epochs(kind) };
            options.Validate();
            return options;
        }
        catch (Exception error) when (error is JsonException or TrainingException)
        {
            throw new TrainingException($"{source}: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        Flagship.Validate();
    }
}
