using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Binary cross entropy of logits with its derivative in one pass.</summary>
internal static unsafe class LogisticLoss
{
    /// <summary>Elements of one task; their loss is one sum, so the total does not depend on the threads.</summary>
    public const int Stretch = 4096;

    /// <summary>
    /// Loss max(x, 0) - x y + log(1 + exp(-|x|)), and with a positive weight p: (1 - y) x + (1 + (p - 1) y) (log(1 + exp(-|x|)) + max(-x, 0)).
    /// </summary>
    /// <param name="x">Logits.</param>
    /// <param name="y">Targets.</param>
    /// <param name="positive">Weights of positive targets, or null.</param>
    /// <param name="derivative">Receives the loss's derivative by x, or null.</param>
    /// <param name="losses">Receives each element's loss, or null.</param>
    /// <param name="count">Elements.</param>
    /// <returns>The sum of the losses.</returns>
    public static double Of(float* x, float* y, float* positive, float* derivative, float* losses, int count)
    {
        float* padded = stackalloc float[5 * 8];
        Vector256<float> lanes = Vector256<float>.Zero;
        for (int i = 0; i < count; i += 8)
        {
            int rest = Math.Min(8, count - i);
            if (rest == 8)
            {
                lanes += Eight(x + i, y + i, positive == null ? null : positive + i, derivative == null ? null : derivative + i, losses == null ? null : losses + i);
                continue;
            }

            for (int j = 0; j < 8; j++)
            {
                padded[j] = j < rest ? x[i + j] : 0;
                padded[8 + j] = j < rest ? y[i + j] : 0;
                padded[16 + j] = j < rest && positive != null ? positive[i + j] : 1;
            }

            Vector256<float> tail = Eight(padded, padded + 8, positive == null ? null : padded + 16, padded + 24, padded + 32);
            for (int j = 0; j < rest; j++)
            {
                lanes = lanes.WithElement(j, lanes[j] + tail[j]);
                if (derivative != null)
                {
                    derivative[i + j] = padded[24 + j];
                }

                if (losses != null)
                {
                    losses[i + j] = padded[32 + j];
                }
            }
        }

        return Vectors.SumOf(lanes);
    }

    private static Vector256<float> Eight(float* x, float* y, float* positive, float* derivative, float* losses)
    {
        Vector256<float> logit = Vector256.Load(x), target = Vector256.Load(y), one = Vector256<float>.One;
        Vector256<float> e = Vector256.Exp(-Vector256.Abs(logit)), inverse = one / (one + e);
        // log(1 + e) = -log(1 / (1 + e)): one logarithm, and the quotient is the sigmoid that the derivative needs.
        Vector256<float> soft = -Vector256.Log(inverse), loss;
        Vector256<float> sigmoid = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(logit, Vector256<float>.Zero), inverse, e * inverse);
        Vector256<float> slope;
        if (positive == null)
        {
            loss = Vector256.Max(logit, Vector256<float>.Zero) - logit * target + soft;
            slope = sigmoid - target;
        }
        else
        {
            Vector256<float> weight = one + (Vector256.Load(positive) - one) * target;
            loss = (one - target) * logit + weight * (soft + Vector256.Max(-logit, Vector256<float>.Zero));
            slope = (one - target) - weight * (one - sigmoid);
        }

        if (derivative != null)
        {
            Vector256.Store(slope, derivative);
        }

        if (losses != null)
        {
            Vector256.Store(loss, losses);
        }

        return loss;
    }
}
