using DrumSpace.Music;
using DrumSpace.Training.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Predicts the velocity and the offset from the grid with which a human would play each cell of a pattern: 448-256-128 with ReLU, then a
/// layer for the velocities (sigmoid) and one for the offsets (half a tanh). Velocities and offsets are those of GrooVAE (Gillick et al.
/// 2019).
/// </summary>
public sealed class GrooveNetwork : Module
{
    private const int Width = 256;
    private const int Summary = 128;

    // The parameters' names in checkpoints follow from these fields'.
    private readonly FeedForward _trunk = new("trunk", Pattern.CellCount, Width, Summary);
    private readonly Linear _velocity = Linear(Summary, Pattern.CellCount);
    private readonly Linear _offset = Linear(Summary, Pattern.CellCount);

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="random">Equal seeds give equal weights.</param>
    public GrooveNetwork(SeededRandom random)
        : base("groove")
    {
        RegisterComponents();
        _trunk.Initialize(random);
        FeedForward.Draw(_velocity, random);
        FeedForward.Draw(_offset, random);
    }

    /// <summary>The layers that both outputs share.</summary>
    internal FeedForward Trunk => _trunk;

    /// <summary>From the shared layers to the logits of the velocities.</summary>
    internal Linear VelocityLayer => _velocity;

    /// <summary>From the shared layers to the offsets before the tanh.</summary>
    internal Linear OffsetLayer => _offset;

    /// <summary>Predicts velocities and offsets.</summary>
    /// <param name="patterns">[N, 448], 0 or 1.</param>
    /// <returns>Velocities [N, 448], 0 to 1, and offsets [N, 448] in steps, -0.5 to 0.5, for every cell, hit or not.</returns>
    public (Tensor Velocity, Tensor Offset) Predict(Tensor patterns)
    {
        Tensor summary = _trunk.call(patterns).relu();
        return (_velocity.call(summary).sigmoid(), _offset.call(summary).tanh() * Scalars.Half);
    }

    /// <summary>Predicts velocities and offsets, without gradients.</summary>
    /// <returns>Velocities and offsets, 448 for each pattern, in order.</returns>
    public (float[] Velocities, float[] Offsets) Predict(ReadOnlySpan<Pattern> patterns)
    {
        var velocities = new float[patterns.Length * Pattern.CellCount];
        var offsets = new float[velocities.Length];
        for (int start = 0; start < patterns.Length; start += PatternBatch.MaxRows)
        {
            using IDisposable guard = no_grad();
            using var scope = NewDisposeScope();
            int count = Math.Min(PatternBatch.MaxRows, patterns.Length - start);
            (Tensor velocity, Tensor offset) = Predict(PatternBatch.ToTensor(patterns.Slice(start, count)));
            TensorValues.Read(velocity).CopyTo(velocities, start * Pattern.CellCount);
            TensorValues.Read(offset).CopyTo(offsets, start * Pattern.CellCount);
        }

        return (velocities, offsets);
    }
}
