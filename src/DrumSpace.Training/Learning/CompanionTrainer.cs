using System.Globalization;
using System.Security.Cryptography;
using static TorchSharp.torch;

namespace DrumSpace.Training.Learning;

/// <summary>The training of a companion: groove, fills or melody.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TExample">A training example.</typeparam>
public abstract class CompanionTrainer<TModel, TExample> : TrainingRun
    where TModel : nn.Module
{
    private readonly CompanionOptions _options;
    private readonly IReadOnlyList<TExample> _examples;

    /// <summary>Starts a training.</summary>
    /// <param name="options">The options of the training.</param>
    /// <param name="examples">The training examples.</param>
    /// <param name="plural">The examples' name, for the error message when there are none.</param>
    /// <param name="create">Creates the model with its initial weights.</param>
    /// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
    private protected CompanionTrainer(
        CompanionOptions options, IReadOnlyList<TExample> examples, string plural, Func<SeededRandom, TModel> create)
        : base(options, examples.Count, plural)
    {
        _options = options;
        _examples = examples;
        Model = create(SeededRandom.For(options.Seed, InitialWeights));
        Optimizers = [OptimizerOf(Model.parameters(), options.WeightDecay)];
    }

    /// <summary>The model in its current state.</summary>
    public TModel Model { get; }

    private protected sealed override nn.Module Network => Model;

    /// <summary>The loss of a batch, and its weight in the epoch's mean loss.</summary>
    private protected abstract (Tensor Loss, int Weight) LossOf(TExample[] batch, SeededRandom random);

    /// <summary>Writes all of an example that the training depends on, for the run's fingerprint.</summary>
    private protected abstract void Write(BinaryWriter writer, TExample example);

    private protected sealed override (IReadOnlyList<Tensor> Losses, int Weight) LossesOf(ReadOnlySpan<int> rows, SeededRandom random)
    {
        (Tensor loss, int weight) = LossOf(Array.ConvertAll(rows.ToArray(), row => _examples[row]), random);
        return ([loss], weight);
    }

    private protected sealed override byte[] FingerprintOfRun()
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);

        // A record's text has its type and every option.
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{_options}"));
        writer.Write(_examples.Count);
        foreach (TExample example in _examples)
        {
            Write(writer, example);
        }

        writer.Flush();
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
