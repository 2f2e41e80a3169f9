using static TorchSharp.torch;

namespace DrumSpace.Training.Models;

/// <summary>Random tensors from the run's generator, the same for every backend.</summary>
internal static class Noise
{
    /// <summary>A matrix of independent standard normal numbers, drawn row by row.</summary>
    public static Tensor Normal(SeededRandom random, long rows, int columns)
    {
        var values = new float[rows * columns];
        for (int i = 0; i < values.Length; i += 2)
        {
            (double first, double second) = SeededRandom.Normal(1 - random.NextFloat(), random.NextFloat());
            values[i] = (float)first;
            if (i + 1 < values.Length)
            {
                values[i + 1] = (float)second;
            }
        }

        return tensor(values, new long[] { rows, columns });
    }

    /// <summary>A column of independent numbers, uniform from 0 to <paramref name="limit"/>.</summary>
    public static Tensor Uniform(SeededRandom random, long rows, float limit)
    {
        var values = new float[rows];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = limit * random.NextFloat();
        }

        return tensor(values, new long[] { rows, 1 });
    }
}
