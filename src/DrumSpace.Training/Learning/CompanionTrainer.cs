using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// The training of a companion, groove or melody, with AdamW (Loshchilov and Hutter 2019): each epoch has its own seeded order of the
/// examples. An epoch depends only on the options, the examples and the state after the epoch before.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TExample">A training example.</typeparam>
/// <remarks>Not thread-safe. The random numbers of an epoch depend on the seed and the epoch's number alone.</remarks>
public abstract class CompanionTrainer<TModel, TExample> : ITrainingRun
    where TModel : nn.Module
{
    private const int InitialWeights = -1;
    private readonly CompanionOptions _options;
    private readonly IReadOnlyList<TExample> _examples;
    private readonly AdamW _optimizer;
    private readonly List<double> _losses = [];

    /// <summary>Starts a training.</summary>
    /// <param name="options">The options of the training.</param>
    /// <param name="examples">The training examples.</param>
    /// <param name="plural">The examples' name, for the error message when there are none.</param>
    /// <param name="create">Creates the model with its initial weights.</param>
    /// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
    private protected CompanionTrainer(
        CompanionOptions options, IReadOnlyList<TExample> examples, string plural, Func<SeededRandom, TModel> create)
    {
        options.Validate();
        if (examples.Count == 0)
        {
            throw new TrainingException($"there are no {plural} to train on");
        }

        _options = options;
        _examples = examples;
        Model = create(SeededRandom.For(options.Seed, InitialWeights));
        _optimizer = optim.AdamW(Model.parameters(), options.LearningRate, 0.9, 0.999, weight_decay: options.WeightDecay);
    }

    /// <summary>The model in its current state.</summary>
    public TModel Model { get; }

    /// <inheritdoc/>
    public int Epochs => _options.Epochs;

    /// <inheritdoc/>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are completed.</summary>
    public bool IsFinished => _losses.Count >= _options.Epochs;

    /// <inheritdoc/>
    public double RunEpoch()
    {
        int epoch = _losses.Count;
        SeededRandom random = SeededRandom.For(_options.Seed, epoch);
        double loss = CosineEpoch.Run(
            _optimizer, _examples.Count, _options.BatchSize, epoch, _options.Epochs, _options.LearningRate, random, rows =>
            {
                var batch = new TExample[rows.Length];
                for (int row = 0; row < batch.Length; row++)
                {
                    batch[row] = _examples[rows[row]];
                }

                using var scope = NewDisposeScope();
                _optimizer.zero_grad();
                (Tensor loss, int weight) = LossOf(batch, random);
                loss.backward();
                BeforeStep();
                _optimizer.step();
                return (weight * loss.item<float>(), weight);
            });
        _losses.Add(loss);
        return loss;
    }

    /// <inheritdoc/>
    public void Save(string path) => Checkpoint.Write(path, FingerprintOfRun(), _losses, SavedParameter.Of(Model, _optimizer));

    /// <inheritdoc/>
    public void Resume(string path)
    {
        List<double> losses = Checkpoint.Read(path, FingerprintOfRun(), SavedParameter.Of(Model, _optimizer));
        _losses.Clear();
        _losses.AddRange(losses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The loss of a batch, and its weight in the epoch's mean loss.</summary>
    private protected abstract (Tensor Loss, int Weight) LossOf(TExample[] batch, SeededRandom random);

    /// <summary>Called between the gradients and the optimizer's step.</summary>
    private protected virtual void BeforeStep()
    {
    }

    /// <summary>Writes all of an example that the training depends on, for the run's fingerprint.</summary>
    private protected abstract void Write(BinaryWriter writer, TExample example);

    private byte[] FingerprintOfRun() => Fingerprint.Of(_options, writer =>
    {
        writer.Write(_examples.Count);
        foreach (TExample example in _examples)
        {
            Write(writer, example);
        }
    });
}
