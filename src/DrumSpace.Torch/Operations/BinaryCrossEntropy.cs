using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>The binary cross-entropy of logits, averaged over the elements; its derivative is computed along with it.</summary>
internal static unsafe class BinaryCrossEntropy
{
    public static Tensor Of(Tensor input, Tensor target)
    {
        if (!Shapes.Same(input.Sizes, target.Sizes))
        {
            throw new ArgumentException(
                $"binary_cross_entropy_with_logits: input {Shapes.Format(input.Sizes)} and target {Shapes.Format(target.Sizes)} differ");
        }

        int count = input.Length, tasks = (count + LogisticLoss.TaskSize - 1) / LogisticLoss.TaskSize;
        Storage? derivative = input.Node is not null && GradMode.Enabled ? Storage.Rent(count) : null;
        float* x = input.Pointer, y = target.Pointer, d = derivative is null ? null : derivative.Pointer;
        double[] sums = new double[tasks];
        Workers.For(tasks, task =>
        {
            int from = task * LogisticLoss.TaskSize;
            sums[task] = LogisticLoss.Of(x + from, y + from, d == null ? null : d + from, Math.Min(LogisticLoss.TaskSize, count - from));
        });
        double factor = 1.0 / count;
        Tensor result = tensor((float)(sums.Sum() * factor));
        if (derivative is null)
        {
            return result;
        }

        result.Record("binary_cross_entropy_with_logits", [input], [derivative], node =>
        {
            float* gradient = node.Gradient, to = node.Inputs[0]!.Accumulator(out bool add);
            VectorUpdates.Scale(d, (float)(*gradient * factor), to, add, count);
        });
        derivative.Release();
        return result;
    }
}
