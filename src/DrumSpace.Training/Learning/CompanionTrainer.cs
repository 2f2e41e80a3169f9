using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>
/// The training of a companion, groove or melody, with AdamW (Loshchilov and Hutter 2019): each epoch goes through the examples in its own
/// seeded order. What an epoch does depends only on the options, the examples and the state that the epoch before left.
/// </summary>
/// <typeparam name="TModel">What is trained.</typeparam>
/// <typeparam name="TExample">What it learns from.</typeparam>
/// <remarks>Not thread-safe. The numbers of an epoch come from the seed and the epoch's number alone.</remarks>
public abstract class CompanionTrainer<TModel, TExample> : ITrainingRun
    where TModel : nn.Module
{
    private const int InitialWeights = -1;
    private readonly CompanionOptions _options;
    private readonly IReadOnlyList<TExample> _examples;
    private readonly AdamW _optimizer;
    private readonly List<double> _losses = [];

    /// <summary>Begins a training.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="examples">What to learn from.</param>
    /// <param name="what">What the examples are called where there are none.</param>
    /// <param name="make">Makes the model with its first weights.</param>
    /// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
    private protected CompanionTrainer(CompanionOptions options, IReadOnlyList<TExample> examples, string what, Func<SeededRandom, TModel> make)
    {
        options.Validate();
        if (examples.Count == 0)
        {
            throw new TrainingException($"there are no {what} to train on");
        }

        _options = options;
        _examples = examples;
        Model = make(SeededRandom.For(options.Seed, InitialWeights));
        _optimizer = optim.AdamW(Model.parameters(), options.LearningRate, 0.9, 0.999, weight_decay: options.WeightDecay);
    }

    /// <summary>The model in its present state.</summary>
    public TModel Model { get; }

    /// <inheritdoc/>
    public int Epochs => _options.Epochs;

    /// <inheritdoc/>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are done.</summary>
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

    /// <summary>The loss of a batch, and its weight in the epoch's mean.</summary>
    private protected abstract (Tensor Loss, int Weight) LossOf(TExample[] batch, SeededRandom random);

    /// <summary>Is called between the gradients and the step that they lead to.</summary>
    private protected virtual void BeforeStep()
    {
    }

    /// <summary>Writes all of an example that is learnt, to tell runs apart.</summary>
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
