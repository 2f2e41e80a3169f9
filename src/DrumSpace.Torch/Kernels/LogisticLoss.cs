using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The binary cross-entropy of logits and its derivative in one pass.</summary>
internal static unsafe class LogisticLoss
{
    /// <summary>Elements of one task; their loss is one sum, so the total does not depend on the number of threads.</summary>
    public const int TaskSize = 4096;

    /// <summary>The loss max(x, 0) - x y + log(1 + exp(-|x|)) of each element.</summary>
    /// <param name="x">Logits.</param>
    /// <param name="y">Targets.</param>
    /// <param name="derivative">Receives the loss's derivative by x, or null.</param>
    /// <param name="count">Elements.</param>
    /// <returns>The sum of the losses.</returns>
    public static double Of(float* x, float* y, float* derivative, int count)
    {
        float* padded = stackalloc float[3 * 8];
        Vector256<float> lanes = Vector256<float>.Zero;
        for (int i = 0; i < count; i += 8)
        {
            int rest = Math.Min(8, count - i);
            if (rest == 8)
            {
                lanes += Eight(x + i, y + i, derivative == null ? null : derivative + i);
                continue;
            }

            for (int j = 0; j < 8; j++)
            {
                padded[j] = j < rest ? x[i + j] : 0;
                padded[8 + j] = j < rest ? y[i + j] : 0;
            }

            Vector256<float> tail = Eight(padded, padded + 8, padded + 16);
            for (int j = 0; j < rest; j++)
            {
                lanes = lanes.WithElement(j, lanes[j] + tail[j]);
                if (derivative != null)
                {
                    derivative[i + j] = padded[16 + j];
                }
            }
        }

        return VectorSums.OfLanes(lanes);
    }

    private static Vector256<float> Eight(float* x, float* y, float* derivative)
    {
        Vector256<float> logit = Vector256.Load(x), target = Vector256.Load(y), one = Vector256<float>.One;
        Vector256<float> e = Vector256.Exp(-Vector256.Abs(logit)), inverse = one / (one + e);
        if (derivative != null)
        {
            Vector256<float> isPositive = Vector256.GreaterThanOrEqual(logit, Vector256<float>.Zero);
            Vector256.Store(Vector256.ConditionalSelect(isPositive, inverse, e * inverse) - target, derivative);
        }

        // log(1 + e) = -log(1 / (1 + e)): the quotient serves the loss and the sigmoid in its derivative.
        return Vector256.Max(logit, Vector256<float>.Zero) - logit * target - Vector256.Log(inverse);
    }
}
