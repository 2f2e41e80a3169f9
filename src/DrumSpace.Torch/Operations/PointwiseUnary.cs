using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Applies a function of one number to each element.</summary>
internal static unsafe class PointwiseUnary
{
    public static Tensor Of<TOperation>(string name, Tensor input, TOperation operation)
        where TOperation : struct, IUnaryOperation
    {
        Tensor result = Tensor.Empty(input.Sizes);
        float* x = input.Pointer, y = result.Pointer;
        long length = input.Length;
        Workers.Ranges(length, (from, to) => Vectors.Map(operation, x + from, y + from, to - from));
        if (input.Node is null)
        {
            return result;
        }

        ReadOnlySpan<Memory.Storage> saved = (TOperation.NeedsInput, TOperation.NeedsOutput) switch
        {
            (true, true) => [input.Storage, result.Storage],
            (true, false) => [input.Storage],
            (false, true) => [result.Storage],
            _ => [],
        };
        return result.Record(name, [input], saved, node =>
        {
            float* gradient = node.Gradient, d = node.Inputs[0]!.Accumulator(out bool add);
            // What the derivative does not read may be freed already: pass the gradient in its place.
            float* input = TOperation.NeedsInput ? x : gradient, output = TOperation.NeedsOutput ? y : gradient;
            Workers.Ranges(length, (from, to) =>
                Vectors.MapBackward(operation, input + from, output + from, gradient + from, d + from, add, to - from));
        });
    }
}
