using DrumSpace.Music;
using DrumSpace.Training.Data;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// A training run: goes through the patterns epoch by epoch with AdamW (Loshchilov and Hutter 2019), which without a decay of the weights is
/// Adam (Kingma and Ba 2015), each epoch in its own seeded order. What an epoch does depends only on the options, the patterns and the state
/// that the epoch before left, so a run that a <see cref="Checkpoint"/> interrupts ends with the same weights as one that was left alone.
/// </summary>
/// <remarks>Not thread-safe. The order of an epoch comes from the seed and the epoch's number alone.</remarks>
public sealed class Trainer : ITrainingRun
{
    private const int InitialWeights = -1;
    private const int ShownPatterns = -4;
    private readonly Pattern[] _patterns;
    private readonly int[]? _files;
    private readonly WeightedDraw? _draw;
    private readonly TrainingOptions _options;
    private readonly IReadOnlyList<AdamW> _optimizers;
    private readonly List<double> _losses = [];

    /// <summary>Begins a run with freshly drawn weights.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="patterns">What to learn; at least one.</param>
    /// <param name="files">A number of each pattern's file, for a model that does not count all alike; null when they are not known.</param>
    /// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
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
            _draw = new WeightedDraw(balance.Weigh(_patterns, files));
        }

        Model.Prepare(Weighed(_patterns));
        Model.Initialize(SeededRandom.For(options.Seed, InitialWeights));
        // Both betas are given because the backends' defaults differ from one version to the next.
        _optimizers = [.. Model.Learners.Select(parameters => optim.AdamW(parameters, options.LearningRate, 0.9, 0.999, weight_decay: Model.WeightDecay))];
    }

    /// <summary>The model in its present state.</summary>
    public BeatModel Model { get; }

    /// <summary>The training set as the model counts it: as many patterns, some of them left out and others there twice.</summary>
    /// <param name="patterns">The patterns of the run.</param>
    public Pattern[] Weighed(Pattern[] patterns) => _draw == null ? patterns : _draw.Draw(patterns, SeededRandom.For(_options.Seed, ShownPatterns));

    /// <summary>The mean loss of the first learner in each epoch so far; their number is the number of epochs done.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are done.</summary>
    public bool IsFinished => _losses.Count >= _options.Epochs;

    /// <summary>Goes through the patterns once.</summary>
    /// <returns>The mean loss of the epoch's patterns.</returns>
    /// <exception cref="TrainingException">The loss is no finite number any more; the learning rate is too high for the data.</exception>
    public double RunEpoch()
    {
        int epoch = _losses.Count;
        SeededRandom random = SeededRandom.For(_options.Seed, epoch);
        int[] order = _draw?.Draw(random) ?? [.. Enumerable.Range(0, _patterns.Length)];
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
            throw new TrainingException($"the loss of epoch {epoch + 1} is no finite number: try a learning rate below {_options.LearningRate}");
        }

        _losses.Add(loss);
        return loss;
    }

    /// <inheritdoc/>
    public int Epochs => _options.Epochs;

    /// <inheritdoc/>
    public void Save(string path) => Checkpoint.Write(path, Fingerprint.Of(_options, _patterns, _files), _losses, SavedParameter.Of(Model, _optimizers));

    /// <inheritdoc/>
    public void Resume(string path)
    {
        IReadOnlyList<double> losses = Checkpoint.Read(path, Fingerprint.Of(_options, _patterns, _files), SavedParameter.Of(Model, _optimizers));
        _losses.Clear();
        _losses.AddRange(losses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AdamW optimizer in _optimizers)
        {
            optimizer.Dispose();
        }

        Model.Dispose();
    }

    // The losses are all taken before any weight changes: every learner answers to the others as they were.
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
            // Here, since an earlier learner's loss may have left gradients in this one's weights.
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
