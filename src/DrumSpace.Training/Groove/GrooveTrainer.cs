using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Learning;
using static TorchSharp.torch;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Trains a <see cref="GrooveNetwork"/>: the mean squared error of velocity and of offset over the hits, with AdamW. Cells without a hit count
/// nothing.
/// </summary>
/// <param name="options">How to train.</param>
/// <param name="windows">What to learn from; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there is nothing to learn.</exception>
public sealed class GrooveTrainer(GrooveOptions options, IReadOnlyList<PlayedPattern> windows)
    : CompanionTrainer<GrooveNetwork, PlayedPattern>(options, windows, "performances", random => new GrooveNetwork(random))
{
    // An offset's error is worth as much as a velocity's of this many times its size: offsets are smaller by about that.
    private const double OffsetWeight = 4;
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
        (Tensor hard, Tensor late) = Model.Play(played);
        Tensor wrongVelocity = ((hard - tensor(velocity, shape)) * played).square().sum();
        Tensor wrongOffset = ((late - tensor(offset, shape)) * played).square().sum();
        return ((wrongVelocity + wrongOffset * OffsetWeight) / Math.Max(hits, 1), 1);
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
