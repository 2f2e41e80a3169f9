using DrumSpace.Midi.Corpus.Groove;
using DrumSpace.Music;
using DrumSpace.Training.Learning;
using TorchSharp;
using static TorchSharp.torch;

namespace DrumSpace.Training.Groove;

/// <summary>
/// Trains a <see cref="GrooveNetwork"/> with AdamW on the pinball loss of velocity and offset over the hits (Koenker and Bassett 1978),
/// which makes its outputs quantiles. Cells without a hit are ignored.
/// </summary>
/// <param name="options">The options of the training.</param>
/// <param name="windows">The training examples; at least one.</param>
/// <exception cref="TrainingException">An option is out of range, or there are no examples.</exception>
public sealed class GrooveTrainer(GrooveOptions options, IReadOnlyList<PlayedPattern> windows)
    : CompanionTrainer<GrooveNetwork, PlayedPattern>(options, windows, "performances", random => new GrooveNetwork(random))
{
    private readonly double _leftOutVoices = options.LeftOutVoices;
    private readonly double _dropout = options.Dropout;

    private protected override (Tensor Loss, int Weight) LossOf(PlayedPattern[] batch, SeededRandom random)
    {
        var steps = batch.SelectMany(window => StepsOf(window, DrawVoices(random))).ToList();
        float[] rows = new float[steps.Count * GrooveRow.Width];
        float[] played = new float[steps.Count * GrooveDistribution.StepWidth], values = new float[played.Length];
        int hits = 0;
        foreach ((int row, (int[] cells, IGrouping<int, PlayedHit> step, double tempo)) in steps.Index())
        {
            GrooveRow.Write(rows.AsSpan(row * GrooveRow.Width, GrooveRow.Width), cells, step.Key, tempo);
            foreach (PlayedHit hit in step)
            {
                int velocity = row * GrooveDistribution.StepWidth + hit.Cell % Pattern.VoiceCount, offset = velocity + Pattern.VoiceCount;
                (played[velocity], values[velocity]) = (1, hit.Velocity);
                (played[offset], values[offset]) = (1, hit.Offset + GrooveDistribution.OffsetShift);
                hits++;
            }
        }

        long[] shape = [steps.Count, GrooveDistribution.StepWidth];
        Tensor[] quantiles = Model.Quantiles(tensor(rows, new long[] { steps.Count, GrooveRow.Width }), units => Drop(units, random));
        Tensor loss = GrooveQuantiles.Loss(quantiles, tensor(values, shape), tensor(played, shape));
        using Scalar count = ((double)Math.Max(hits, 1)).ToScalar();
        return (loss / count, hits);
    }

    private protected override void Write(BinaryWriter writer, PlayedPattern example)
    {
        writer.Write(example.Tempo);
        writer.Write(example.Hits.Count);
        foreach (PlayedHit hit in example.Hits)
        {
            writer.Write(hit.Cell);
            writer.Write(hit.Velocity);
            writer.Write(hit.Offset);
        }
    }

    // The hits of the voices that are kept, step by step.
    private static IEnumerable<(int[] Cells, IGrouping<int, PlayedHit> Step, double Tempo)> StepsOf(PlayedPattern window, int voices)
    {
        PlayedHit[] hits = [.. window.Hits.Where(hit => (voices >> (hit.Cell % Pattern.VoiceCount) & 1) != 0)];
        int[] cells = Array.ConvertAll(hits, hit => hit.Cell);
        return hits.GroupBy(hit => hit.Cell / Pattern.VoiceCount).Select(step => (cells, step, window.Tempo));
    }

    private Tensor Drop(Tensor units, SeededRandom random)
    {
        float[] kept = new float[units.NumberOfElements];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = random.NextFloat() >= _dropout ? (float)(1 / (1 - _dropout)) : 0;
        }

        return units * tensor(kept, units.shape);
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
