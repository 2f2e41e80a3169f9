using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>One step of a gated recurrent unit, given the products of input and state with their weights.</summary>
internal static unsafe class GruStep
{
    /// <summary>The next state.</summary>
    /// <param name="fromInput">[n, 3 * size].</param>
    /// <param name="fromState">[n, 3 * size].</param>
    /// <param name="state">[n, size].</param>
    /// <returns>[n, size].</returns>
    public static Tensor Of(Tensor fromInput, Tensor fromState, Tensor state)
    {
        int size = (int)state.Sizes[^1], rows = state.Length / size;
        Tensor result = Tensor.Empty(state.Sizes);
        Storage gates = Storage.Rent(fromInput.Length);
        float* a = fromInput.Pointer, b = fromState.Pointer, h = state.Pointer, kept = gates.Pointer, next = result.Pointer;
        for (long i = 0; i < rows; i++)
        {
            GruGates.Forward(a + i * 3 * size, b + i * 3 * size, h + i * size, kept + i * 3 * size, next + i * size, size);
        }

        result.Record("gru", [fromInput, fromState, state], [fromState.Storage, state.Storage, gates], node =>
        {
            float* gradient = node.Gradient;
            Storage scratch = Storage.Rent(7L * rows * size);
            float* toA = scratch.Pointer, toB = toA + 3L * rows * size, toH = toB + 3L * rows * size;
            for (long i = 0; i < rows; i++)
            {
                GruGates.Backward(
                    b + i * 3 * size, h + i * size, kept + i * 3 * size, gradient + i * size,
                    toA + i * 3 * size, toB + i * 3 * size, toH + i * size, size);
            }

            AddTo(node.Inputs[0], toA, 3L * rows * size);
            AddTo(node.Inputs[1], toB, 3L * rows * size);
            AddTo(node.Inputs[2], toH, (long)rows * size);
            scratch.Release();
        });
        gates.Release();
        return result;
    }

    private static void AddTo(GradNode? input, float* gradient, long length)
    {
        if (input is not null)
        {
            float* to = input.Accumulator(out bool add);
            VectorUpdates.AddOrCopy(gradient, to, length, add);
        }
    }
}
