using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// A training run with AdamW (Loshchilov and Hutter 2019), which without weight decay is Adam (Kingma and Ba 2015). Each epoch has its own
/// seeded order of the patterns. An epoch depends only on the options, the patterns and the state after the epoch before, so a run that is
/// resumed from a <see cref="Checkpoint"/> ends with the same weights as an uninterrupted one.
/// </summary>
/// <remarks>Not thread-safe. The order of an epoch depends on the seed and the epoch's number alone.</remarks>
public sealed class Trainer : ITrainingRun
{
    private const int InitialWeights = -1;
    private const int ResampledPatterns = -4;
    private readonly Pattern[] _patterns;
    private readonly int[]? _files;
    private readonly WeightedSampler? _sampler;
    private readonly TrainingOptions _options;
    private readonly IReadOnlyList<AdamW> _optimizers;
    private readonly List<double> _losses = [];

    /// <summary>Starts a run with random weights.</summary>
    /// <param name="options">The options of the training.</param>
    /// <param name="patterns">The training set; at least one pattern.</param>
    /// <param name="files">The number of each pattern's file, for a model that weights patterns; null when they are not known.</param>
    /// <exception cref="TrainingException">An option is out of range, or there are no patterns.</exception>
    public Trainer(TrainingOptions options, IReadOnlyCollection<Pattern> patterns, int[]? files = null)
    {
        options.Validate();
        if (patterns.Count == 0)
        {
            throw new TrainingException("there are no patterns to train on");
        }

        _options = options;
        _patterns = [.. patterns];
        Model = ModelKinds.Create(options.Kind);
        if (files != null && Model.Balance is { } balance)
        {
            _files = files;
            _sampler = new WeightedSampler(balance.Weights(_patterns, files));
        }

        Model.Prepare(Resampled(_patterns));
        Model.Initialize(SeededRandom.For(options.Seed, InitialWeights));
        // Both betas are given, because the backends' defaults differ between versions.
        _optimizers = [.. Model.Learners.Select(
            parameters => optim.AdamW(parameters, options.LearningRate, 0.9, 0.999, weight_decay: Model.WeightDecay))];
    }

    /// <summary>The model in its current state.</summary>
    public PatternModel Model { get; }

    /// <summary>The training set resampled by the model's weights: as many patterns, some missing and some repeated.</summary>
    /// <param name="patterns">The run's patterns.</param>
    public Pattern[] Resampled(Pattern[] patterns) =>
        _sampler == null ? patterns : _sampler.Sample(patterns, SeededRandom.For(_options.Seed, ResampledPatterns));

    /// <summary>The mean loss of the first learner in each completed epoch.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are completed.</summary>
    public bool IsFinished => _losses.Count >= _options.Epochs;

    /// <inheritdoc/>
    public double RunEpoch()
    {
        int epoch = _losses.Count;
        SeededRandom random = SeededRandom.For(_options.Seed, epoch);
        int[] order = _sampler?.Sample(random) ?? [.. Enumerable.Range(0, _patterns.Length)];
        random.Shuffle<int>(order);
        double total = 0;
        for (int start = 0; start < order.Length; start += _options.BatchSize)
        {
            int count = Math.Min(_options.BatchSize, order.Length - start);
            SetLearningRate((epoch + (double)start / order.Length) / _options.Epochs);
            total += count * Step(order.AsSpan(start, count), random);
        }

        double loss = total / order.Length;
        if (!double.IsFinite(loss))
        {
            throw new TrainingException($"the loss of epoch {epoch + 1} is not finite: try a learning rate below {_options.LearningRate}");
        }

        _losses.Add(loss);
        return loss;
    }

    /// <inheritdoc/>
    public int Epochs => _options.Epochs;

    /// <inheritdoc/>
    public void Save(string path) => Checkpoint.Write(path, RunFingerprint(), _losses, SavedParameter.Of(Model, _optimizers));

    /// <inheritdoc/>
    public void Resume(string path)
    {
        IReadOnlyList<double> losses = Checkpoint.Read(path, RunFingerprint(), SavedParameter.Of(Model, _optimizers));
        _losses.Clear();
        _losses.AddRange(losses);
    }

    private byte[] RunFingerprint() => Fingerprint.Of(_options, _patterns, _files);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AdamW optimizer in _optimizers)
        {
            optimizer.Dispose();
        }

        Model.Dispose();
    }

    // All losses are computed before any weight changes: every learner sees the others as they were.
    private float Step(ReadOnlySpan<int> rows, SeededRandom random)
    {
        var batch = new Pattern[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            batch[i] = _patterns[rows[i]];
        }

        using var scope = NewDisposeScope();
        IReadOnlyList<Tensor> losses = Model.Losses(PatternBatch.ToTensor(batch), random);
        for (int i = 0; i < losses.Count; i++)
        {
            // Not before the loop, because an earlier learner's loss may have left gradients in this one's weights.
            _optimizers[i].zero_grad();
            losses[i].backward();
            _optimizers[i].step();
        }

        return losses[0].item<float>();
    }

    private void SetLearningRate(double progress)
    {
        double rate = _options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * progress));
        foreach (var group in _optimizers.SelectMany(optimizer => optimizer.ParamGroups))
        {
            group.LearningRate = rate;
        }
    }
}
