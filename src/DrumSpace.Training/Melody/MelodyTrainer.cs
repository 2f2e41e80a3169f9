using DrumSpace.Music.Melody;
using DrumSpace.Training.Learning;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Melody;

/// <summary>
/// Trains a <see cref="MelodyModel"/> to say the next token: cross-entropy, AdamW, and each line moved to another key each time it comes.
/// </summary>
/// <remarks>Not thread-safe. The numbers of an epoch come from the seed and the epoch's number alone.</remarks>
public sealed class MelodyTrainer : IDisposable
{
    private const int InitialWeights = -1;
    private const int Keys = 12;
    private const int LowestShift = -6;
    private const double LargestGradient = 1;
    private readonly MelodyOptions _options;
    private readonly IReadOnlyList<MelodyExample> _examples;
    private readonly AdamW _optimizer;
    private readonly List<double> _losses = [];

    /// <summary>Begins a training.</summary>
    /// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
    public MelodyTrainer(MelodyOptions options, IReadOnlyList<MelodyExample> examples)
    {
        options.Validate();
        if (examples.Count == 0)
        {
            throw new TrainingException("there are no melodies to train on");
        }

        _options = options;
        _examples = examples;
        Model = new MelodyModel(SeededRandom.For(options.Seed, InitialWeights));
        _optimizer = optim.AdamW(Model.parameters(), options.LearningRate, 0.9, 0.999, weight_decay: options.WeightDecay);
    }

    /// <summary>The model in its present state.</summary>
    public MelodyModel Model { get; }

    /// <summary>The mean loss a step of each epoch so far, in nats.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are done.</summary>
    public bool IsFinished => _losses.Count >= _options.Epochs;

    /// <summary>Goes through the lines once.</summary>
    /// <returns>The mean loss a step, in nats.</returns>
    /// <exception cref="TrainingException">The loss is no finite number any more.</exception>
    public double RunEpoch()
    {
        int epoch = _losses.Count;
        SeededRandom random = SeededRandom.For(_options.Seed, epoch);
        double loss = CosineEpoch.Run(
            _optimizer, _examples.Count, _options.BatchSize, epoch, _options.Epochs, _options.LearningRate, random, rows =>
            {
                MelodyExample[] examples = new MelodyExample[rows.Length];
                for (int row = 0; row < rows.Length; row++)
                {
                    examples[row] = _examples[rows[row]];
                }

                return (rows.Length * Step(examples, random), rows.Length);
            });
        _losses.Add(loss);
        return loss;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }

    private float Step(MelodyExample[] examples, SeededRandom random)
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        MelodySetting[] settings = [.. examples.Select(example => example.Setting.Transpose(LowestShift + random.NextInt(Keys)))];
        var batch = new MelodyBatch([.. examples.Select(example => example.Pattern)], settings, [.. examples.Select(example => example.Tokens)]);
        (Tensor logits, _) = Model.Say(batch, masks: new MelodyMasks(_options, random));
        Tensor loss = functional.cross_entropy(logits, Targets(examples));
        loss.backward();
        utils.clip_grad_norm_(Model.parameters(), LargestGradient);
        _optimizer.step();
        return loss.item<float>();
    }

    private static Tensor Targets(MelodyExample[] examples)
    {
        var targets = new long[MelodyLine.StepCount * examples.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = examples[row % examples.Length].Tokens[row / examples.Length];
        }

        return tensor(targets, new long[] { targets.Length });
    }
}
