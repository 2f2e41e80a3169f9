using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Models;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>The training of a model of patterns.</summary>
public sealed class Trainer : TrainingRun
{
    private const int ResampledPatterns = -4;

    private readonly Pattern[] _patterns;
    private readonly int[]? _files;
    private readonly WeightedSampler? _sampler;
    private readonly TrainingOptions _options;

    /// <summary>Starts a run with random weights.</summary>
    /// <param name="options">The options of the training.</param>
    /// <param name="patterns">The training set; at least one pattern.</param>
    /// <param name="files">The number of each pattern's file, for a model that weights patterns; null when they are not known.</param>
    /// <exception cref="TrainingException">An option is out of range, or there are no patterns.</exception>
    public Trainer(TrainingOptions options, IReadOnlyCollection<Pattern> patterns, int[]? files = null)
        : base(options, patterns.Count, "patterns")
    {
        _options = options;
        _patterns = [.. patterns];
        Model = ModelKinds.Create(options.Kind, options.Flagship);
        if (files != null && Model.Balance is { } balance)
        {
            _files = files;
            _sampler = new WeightedSampler(balance.Weights(_patterns, files));
        }

        Model.Prepare(Resampled(_patterns));
        Model.Initialize(SeededRandom.For(options.Seed, InitialWeights));
        Optimizers = [.. Model.Learners.Select(parameters => OptimizerOf(parameters, Model.WeightDecay))];
    }

    /// <summary>The model in its current state.</summary>
    public PatternModel Model { get; }

    private protected override nn.Module Network => Model;

    /// <summary>The training set resampled by the model's weights: as many patterns, some missing and some repeated.</summary>
    /// <param name="patterns">The run's patterns.</param>
    public Pattern[] Resampled(Pattern[] patterns) =>
        _sampler?.Sample(SeededRandom.For(_options.Seed, ResampledPatterns)).Select(i => patterns[i]).ToArray() ?? patterns;

    private protected override byte[] FingerprintOfRun()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        // A record's text has its type and every option.
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_options} {_patterns.Length}\n")));
        hash.AppendData(MemoryMarshal.AsBytes<Pattern>(_patterns));
        hash.AppendData(MemoryMarshal.AsBytes<int>(_files));
        return hash.GetHashAndReset();
    }

    private protected override int[] Draw(SeededRandom random) => _sampler?.Sample(random) ?? base.Draw(random);

    private protected override (IReadOnlyList<Tensor> Losses, int Weight) LossesOf(ReadOnlySpan<int> rows, SeededRandom random)
    {
        Pattern[] batch = Array.ConvertAll(rows.ToArray(), row => _patterns[row]);
        return (Model.Losses(PatternBatch.ToTensor(batch), random), batch.Length);
    }
}
