using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Applies a function of two numbers element by element, with broadcasting.</summary>
internal static unsafe class PointwiseBinary
{
    public static Tensor Of<TOperation>(string name, Tensor left, Tensor right)
        where TOperation : struct, IBinaryOperation
    {
        Tensor result = Zip<TOperation>(name, left, right);
        if (left.Node is null && right.Node is null)
        {
            return result;
        }

        float* a = left.Pointer, b = right.Pointer;
        long[] sizesA = left.Sizes, sizesB = right.Sizes, sizes = result.Sizes;
        return result.Record(name, [left, right], TOperation.NeedsOperands ? [left.Storage, right.Storage] : [], node =>
        {
            BroadcastPlan plan = new(sizes, sizesA, sizesB);
            Backward<TOperation>(node, 0, plan, a, b, sizes, sizesA);
            Backward<TOperation>(node, 1, plan, a, b, sizes, sizesB);
        });
    }

    private static Tensor Zip<TOperation>(string name, Tensor left, Tensor right)
        where TOperation : struct, IBinaryOperation
    {
        long[] sizes = Shapes.Broadcast(name, left.Sizes, right.Sizes);
        Tensor result = Tensor.Empty(sizes);
        float* a = left.Pointer, b = right.Pointer, y = result.Pointer;
        if (Shapes.Same(left.Sizes, right.Sizes))
        {
            Workers.Ranges(left.Length, (from, to) => Vectors.Zip<TOperation>(a + from, 1, b + from, 1, y + from, to - from));
        }
        else
        {
            BroadcastPlan plan = new(sizes, left.Sizes, right.Sizes);
            plan.ForEachRun((i, j, k) => Vectors.Zip<TOperation>(a + i, plan.StepA, b + j, plan.StepB, y + k, plan.Run));
        }

        return result;
    }

    private static void Backward<TOperation>(
        GradNode node, int operand, BroadcastPlan plan, float* a, float* b, long[] sizes, long[] operandSizes)
        where TOperation : struct, IBinaryOperation
    {
        if (node.Inputs[operand] is not { } input)
        {
            return;
        }

        bool second = operand == 1;
        float* gradient = node.Gradient, to = input.Accumulator(out bool add);
        // Operands that the derivatives do not read may be freed already: pass the gradient in their place.
        float* x = TOperation.NeedsOperands ? a : gradient, z = TOperation.NeedsOperands ? b : gradient;
        long length = Shapes.Count(sizes);
        if (Shapes.Count(operandSizes) == length)
        {
            plan.ForEachRun((i, j, k) => Vectors.ZipBackward<TOperation>(
                second, x + i, plan.StepA, z + j, plan.StepB, gradient + k, to + k, add, plan.Run));
            return;
        }

        Storage whole = Storage.Rent(length);
        float* sums = whole.Pointer;
        plan.ForEachRun((i, j, k) => Vectors.ZipBackward<TOperation>(
            second, x + i, plan.StepA, z + j, plan.StepB, gradient + k, sums + k, false, plan.Run));
        BroadcastSums.Sum(sums, sizes, to, operandSizes, add);
        whole.Release();
    }
}
