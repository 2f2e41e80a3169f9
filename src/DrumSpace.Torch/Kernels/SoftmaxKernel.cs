namespace TorchSharp.Kernels;

/// <summary>Softmax of one row, shifted by the row's maximum so that no exponential overflows.</summary>
internal static unsafe class SoftmaxKernel
{
    /// <summary>y = exp(x - max x).</summary>
    /// <returns>The sum of y.</returns>
    public static double Exponentials(float* x, float* y, long count)
    {
        float most = Most(x, count);
        Vectors.Map(new UnaryOperations.Affine(1, -most), x, y, count);
        Vectors.Map(default(UnaryOperations.Exp), y, y, count);
        return Vectors.Sum(y, count);
    }

    /// <summary>y = x - log of the sum of exp(x).</summary>
    public static void LogRow(float* x, float* y, long count)
    {
        float most = Most(x, count);
        float log = (float)Math.Log(Exponentials(x, y, count));
        for (long j = 0; j < count; j++)
        {
            y[j] = x[j] - most - log;
        }
    }

    private static float Most(float* x, long count)
    {
        float most = float.NegativeInfinity;
        for (long j = 0; j < count; j++)
        {
            most = MathF.Max(most, x[j]);
        }

        return most;
    }
}
