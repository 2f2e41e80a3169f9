using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// A training with AdamW (Loshchilov and Hutter 2019), which without weight decay is Adam (Kingma and Ba 2015). It runs epoch by epoch, and
/// can be saved and resumed after any of them with the same result: an epoch depends only on the options, the examples and the state after
/// the epoch before.
/// </summary>
/// <remarks>Not thread-safe. The random numbers of an epoch depend on the seed and the epoch's number alone.</remarks>
public abstract class TrainingRun : IDisposable
{
    private protected const int InitialWeights = -1;

    private readonly RunOptions _options;
    private readonly int _examples;
    private readonly List<double> _losses = [];

    /// <summary>Checks the options and the data.</summary>
    /// <param name="options">The options of the training.</param>
    /// <param name="examples">The number of training examples.</param>
    /// <param name="plural">The examples' name, for the error message when there are none.</param>
    /// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
    private protected TrainingRun(RunOptions options, int examples, string plural)
    {
        options.Validate();
        _options = options;
        _examples = examples > 0 ? examples : throw new TrainingException($"there are no {plural} to train on");
    }

    /// <summary>The total number of epochs.</summary>
    public int Epochs => _options.Epochs;

    /// <summary>The mean loss of each completed epoch; of several learners, the first one's.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are completed.</summary>
    public bool IsFinished => _losses.Count >= Epochs;

    /// <summary>The model as a module; its parameters are those of the optimizers, in order.</summary>
    private protected abstract nn.Module Network { get; }

    /// <summary>The optimizer of each learner.</summary>
    private protected IReadOnlyList<AdamW> Optimizers { get; init; } = [];

    /// <summary>Runs one epoch, in batches and in an order of its own, with a learning rate that decays along a half cosine.</summary>
    /// <returns>The epoch's mean loss.</returns>
    /// <exception cref="TrainingException">The loss is not finite any more; the learning rate is too high for the data.</exception>
    public double RunEpoch()
    {
        SeededRandom random = SeededRandom.For(_options.Seed, _losses.Count);
        int[] order = Draw(random);
        random.Shuffle<int>(order);
        double total = 0;
        long weights = 0;
        for (int start = 0; start < order.Length; start += _options.BatchSize)
        {
            SetLearningRate((_losses.Count + (double)start / order.Length) / Epochs);
            (float loss, int weight) = Step(order.AsSpan(start, Math.Min(_options.BatchSize, order.Length - start)), random);
            total += weight * loss;
            weights += weight;
        }

        double mean = total / weights;
        if (!double.IsFinite(mean))
        {
            throw new TrainingException(
                $"the loss of epoch {_losses.Count + 1} is not finite: try a learning rate below {_options.LearningRate}");
        }

        _losses.Add(mean);
        return mean;
    }

    /// <summary>Writes the run's state to a file, for <see cref="Resume"/>.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => Checkpoint.Write(path, FingerprintOfRun(), _losses, SavedParameter.Of(Network, Optimizers));

    /// <summary>Continues from a file that <see cref="Save"/> wrote in a run with the same options and data.</summary>
    /// <exception cref="TrainingException">The file is not a checkpoint, is damaged, or comes from another run. Nothing was
    /// changed.</exception>
    public void Resume(string path)
    {
        List<double> losses = Checkpoint.Read(path, FingerprintOfRun(), SavedParameter.Of(Network, Optimizers));
        _losses.Clear();
        _losses.AddRange(losses);
    }

    /// <summary>Disposes the model and the optimizers.</summary>
    public void Dispose()
    {
        foreach (AdamW optimizer in Optimizers)
        {
            optimizer.Dispose();
        }

        Network.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected AdamW OptimizerOf(IEnumerable<Parameter> parameters, double weightDecay) =>
        new(parameters, _options.LearningRate, weightDecay);

    /// <summary>A SHA-256 of the run's options and data, so that a checkpoint never continues another run.</summary>
    private protected abstract byte[] FingerprintOfRun();

    /// <summary>The indices of an epoch's examples, in any order.</summary>
    private protected virtual int[] Draw(SeededRandom random) => [.. Enumerable.Range(0, _examples)];

    /// <summary>The loss of each learner on a batch, and the batch's weight in the epoch's mean loss.</summary>
    private protected abstract (IReadOnlyList<Tensor> Losses, int Weight) LossesOf(ReadOnlySpan<int> rows, SeededRandom random);

    /// <summary>Called between the gradients and the optimizer's step.</summary>
    private protected virtual void BeforeStep()
    {
    }

    // All losses are computed before any weight changes: every learner sees the others as they were.
    private (float Loss, int Weight) Step(ReadOnlySpan<int> rows, SeededRandom random)
    {
        using var scope = NewDisposeScope();
        (IReadOnlyList<Tensor> losses, int weight) = LossesOf(rows, random);
        for (int i = 0; i < losses.Count; i++)
        {
            // Not before the loop, because an earlier learner's loss may have left gradients in this one's weights.
            Optimizers[i].DropGradients();
            losses[i].backward();
            BeforeStep();
            Optimizers[i].Step();
        }

        return (losses[0].cpu().item<float>(), weight);
    }

    private void SetLearningRate(double progress)
    {
        foreach (AdamW optimizer in Optimizers)
        {
            optimizer.LearningRate = _options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * progress));
        }
    }
}
