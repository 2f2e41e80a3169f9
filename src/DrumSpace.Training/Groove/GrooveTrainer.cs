using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Learning;
using DrumSpace.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Trains a <see cref="GrooveNetwork"/> with AdamW on the mean squared error of velocity and offset over the hits. Cells without a hit are
/// ignored.
/// </summary>
/// <param name="options">The options of the training.</param>
/// <param name="windows">The training examples; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
public sealed class GrooveTrainer(GrooveOptions options, IReadOnlyList<PlayedPattern> windows)
    : CompanionTrainer<GrooveNetwork, PlayedPattern>(options, windows, "performances", random => new GrooveNetwork(random))
{
    // Balances the two errors: offsets are smaller than velocities by about the square root of this.
    private const double OffsetWeight = 4;
    private static readonly Scalar OffsetFactor = OffsetWeight.ToScalar();
    private readonly double _leftOutVoices = options.LeftOutVoices;

    private protected override (Tensor Loss, int Weight) LossOf(PlayedPattern[] batch, SeededRandom random)
    {
        int cells = batch.Length * Pattern.CellCount, hits = 0;
        float[] pattern = new float[cells], velocity = new float[cells], offset = new float[cells];
        for (int row = 0; row < batch.Length; row++)
        {
            int kept = DrawVoices(random);
            foreach (PlayedHit hit in batch[row].Hits)
            {
                if ((kept >> (hit.Cell % Pattern.VoiceCount) & 1) != 0)
                {
                    int at = row * Pattern.CellCount + hit.Cell;
                    (pattern[at], velocity[at], offset[at]) = (1, hit.Velocity, hit.Offset);
                    hits++;
                }
            }
        }

        long[] shape = [batch.Length, Pattern.CellCount];
        Tensor played = tensor(pattern, shape);
        (Tensor predictedVelocity, Tensor predictedOffset) = Model.Predict(played);
        Tensor velocityError = ((predictedVelocity - tensor(velocity, shape)) * played).pow(Scalars.Two).sum();
        Tensor offsetError = ((predictedOffset - tensor(offset, shape)) * played).pow(Scalars.Two).sum();
        using Scalar count = ((double)Math.Max(hits, 1)).ToScalar();
        return (velocityError.add(offsetError, OffsetFactor) / count, 1);
    }

    private protected override void Write(BinaryWriter writer, PlayedPattern example)
    {
        writer.Write(example.Hits.Count);
        foreach (PlayedHit hit in example.Hits)
        {
            writer.Write(hit.Cell);
            writer.Write(hit.Velocity);
            writer.Write(hit.Offset);
        }
    }

    private int DrawVoices(SeededRandom random)
    {
        int kept = 0;
        for (int voice = 0; voice < Pattern.VoiceCount; voice++)
        {
            kept |= (random.NextFloat() >= _leftOutVoices ? 1 : 0) << voice;
        }

        return kept;
    }
}
