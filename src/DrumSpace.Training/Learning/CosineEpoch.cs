using TorchSharp.Modules;

namespace DrumSpace.Training.Learning;

/// <summary>One epoch in random order and in batches, with a learning rate that decays along a half cosine over all epochs.</summary>
internal static class CosineEpoch
{
    /// <summary>Trains on one batch.</summary>
    /// <param name="rows">The examples' indices.</param>
    /// <returns>The batch's loss, multiplied by its weight in the epoch's mean, and that weight.</returns>
    public delegate (double Loss, int Weight) BatchStep(ReadOnlySpan<int> rows);

    /// <summary>Runs one epoch.</summary>
    /// <param name="optimizer">The optimizer whose learning rate is set before each step.</param>
    /// <param name="count">The number of examples, at least 1.</param>
    /// <param name="batchSize">The examples in a batch; the last one may be smaller.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="epochs">The total number of epochs.</param>
    /// <param name="learningRate">The initial learning rate.</param>
    /// <param name="random">Draws the order.</param>
    /// <param name="step">Trains on one batch.</param>
    /// <returns>The weighted mean of the losses.</returns>
    /// <exception cref="TrainingException">The loss is not finite any more.</exception>
    public static double Run(
        AdamW optimizer, int count, int batchSize, int epoch, int epochs, double learningRate, SeededRandom random, BatchStep step)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle<int>(order);
        double total = 0;
        long weights = 0;
        for (int start = 0; start < order.Length; start += batchSize)
        {
            double progress = (epoch + (double)start / order.Length) / epochs;
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = learningRate * 0.5 * (1 + Math.Cos(Math.PI * progress));
            }

            (double loss, int weight) = step(order.AsSpan(start, Math.Min(batchSize, order.Length - start)));
            total += loss;
            weights += weight;
        }

        double mean = total / weights;
        return double.IsFinite(mean)
            ? mean
            : throw new TrainingException($"the loss of epoch {epoch + 1} is not finite: try a learning rate below {learningRate}");
    }
}
