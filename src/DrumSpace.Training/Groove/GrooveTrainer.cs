using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Learning;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Trains a <see cref="GrooveModel"/>: the mean squared error of velocity and of offset over the hits, with AdamW. Cells without a hit count
/// nothing.
/// </summary>
/// <remarks>Not thread-safe. The numbers of an epoch come from the seed and the epoch's number alone.</remarks>
public sealed class GrooveTrainer : IDisposable
{
    // An offset's error is worth as much as a velocity's of this many times its size: offsets are smaller by about that.
    private const double OffsetWeight = 4;
    private const int InitialWeights = -1;
    private readonly GrooveOptions _options;
    private readonly IReadOnlyList<PlayedPattern> _windows;
    private readonly AdamW _optimizer;
    private readonly List<double> _losses = [];

    /// <summary>Begins a training.</summary>
    /// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
    public GrooveTrainer(GrooveOptions options, IReadOnlyList<PlayedPattern> windows)
    {
        options.Validate();
        if (windows.Count == 0)
        {
            throw new TrainingException("there are no performances to train on");
        }

        _options = options;
        _windows = windows;
        Model = new GrooveModel(SeededRandom.For(options.Seed, InitialWeights));
        _optimizer = optim.AdamW(Model.parameters(), options.LearningRate, 0.9, 0.999, weight_decay: options.WeightDecay);
    }

    /// <summary>The model in its present state.</summary>
    public GrooveModel Model { get; }

    /// <summary>The mean loss of each epoch so far.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>Whether all epochs are done.</summary>
    public bool IsFinished => _losses.Count >= _options.Epochs;

    /// <summary>Goes through the windows once.</summary>
    /// <returns>The mean loss of the epoch's hits.</returns>
    /// <exception cref="TrainingException">The loss is no finite number any more.</exception>
    public double RunEpoch()
    {
        int epoch = _losses.Count;
        SeededRandom random = SeededRandom.For(_options.Seed, epoch);
        double loss = CosineEpoch.Run(
            _optimizer, _windows.Count, _options.BatchSize, epoch, _options.Epochs, _options.LearningRate, random, rows => (Step(rows, random), 1));
        _losses.Add(loss);
        return loss;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        Model.Dispose();
    }

    private float Step(ReadOnlySpan<int> rows, SeededRandom random)
    {
        int cells = rows.Length * Pattern.CellCount, hits = 0;
        float[] pattern = new float[cells], velocity = new float[cells], offset = new float[cells];
        for (int row = 0; row < rows.Length; row++)
        {
            int kept = DrawVoices(random);
            foreach (PlayedHit hit in _windows[rows[row]].Hits)
            {
                if ((kept >> (hit.Cell % Pattern.VoiceCount) & 1) != 0)
                {
                    int at = row * Pattern.CellCount + hit.Cell;
                    (pattern[at], velocity[at], offset[at]) = (1, hit.Velocity, hit.Offset);
                    hits++;
                }
            }
        }

        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        long[] shape = [rows.Length, Pattern.CellCount];
        Tensor played = tensor(pattern, shape);
        (Tensor hard, Tensor late) = Model.Play(played);
        Tensor wrongVelocity = ((hard - tensor(velocity, shape)) * played).square().sum();
        Tensor wrongOffset = ((late - tensor(offset, shape)) * played).square().sum();
        Tensor loss = (wrongVelocity + wrongOffset * OffsetWeight) / Math.Max(hits, 1);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    private int DrawVoices(SeededRandom random)
    {
        int kept = 0;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            kept |= (random.NextFloat() >= _options.LeftOutVoices ? 1 : 0) << voice;
        }

        return kept;
    }
}
