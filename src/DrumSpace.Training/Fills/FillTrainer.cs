using DrumSpace.Music;
using DrumSpace.Training.Learning;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DrumSpace.Training.Fills;

/// <summary>Trains a <see cref="FillNetwork"/> with AdamW on the cross-entropy of each step's hits, given those before.</summary>
/// <param name="options">The options of the training.</param>
/// <param name="examples">The training examples; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
public sealed class FillTrainer(FillOptions options, IReadOnlyList<FillExample> examples)
    : CompanionTrainer<FillNetwork, FillExample>(options, examples, "fills", random => new FillNetwork(random))
{
    private readonly double _leftOutHits = options.LeftOutHits;

    private protected override (Tensor Loss, int Weight) LossOf(FillExample[] batch, SeededRandom random)
    {
        int count = batch.Length * PatternFill.StepCount;
        float[] steps = new float[count * FillSteps.Width], hits = new float[count * Pattern.VoiceCount];
        for (int i = 0; i < count; i++)
        {
            FillExample example = batch[i / PatternFill.StepCount];
            int step = i % PatternFill.StepCount;
            Span<float> row = steps.AsSpan(i * FillSteps.Width, FillSteps.Width);
            FillSteps.Write(example, step, row);
            Hide(row[..(FillSteps.Count * Pattern.VoiceCount)], random);
            PatternCells.Write(example.Filled.Second().Slice(step, 1), hits.AsSpan(i * Pattern.VoiceCount, Pattern.VoiceCount));
        }

        Tensor played = tensor(hits, new long[] { count, Pattern.VoiceCount });
        Tensor logits = Model.Predict(tensor(steps, new long[] { count, FillSteps.Width }), played);
        return (functional.binary_cross_entropy_with_logits(logits, played), batch.Length);
    }

    private protected override void Write(BinaryWriter writer, FillExample example)
    {
        foreach (ushort mask in example.Pattern.Masks)
        {
            writer.Write(mask);
        }

        foreach (ushort mask in example.Filled.Masks)
        {
            writer.Write(mask);
        }
    }

    private void Hide(Span<float> hits, SeededRandom random)
    {
        foreach (ref float hit in hits)
        {
            if (hit > 0 && random.NextFloat() < _leftOutHits)
            {
                hit = 0;
            }
        }
    }
}
