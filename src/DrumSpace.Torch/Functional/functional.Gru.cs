using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>The next state of a gated recurrent unit, given the products of input and state with their weights.</summary>
            /// <param name="fromInput">[n, 3 * size].</param>
            /// <param name="fromState">[n, 3 * size].</param>
            /// <param name="state">[n, size].</param>
            /// <returns>[n, size].</returns>
            internal static Tensor GruStep(Tensor fromInput, Tensor fromState, Tensor state)
            {
                int size = (int)state.Sizes[^1], rows = state.Length / size;
                if (fromInput.Length != 3 * state.Length || fromState.Length != 3 * state.Length)
                {
                    throw new ArgumentException($"gru: state {Shapes.Format(state.Sizes)} does not fit gates {Shapes.Format(fromInput.Sizes)}");
                }

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

                    Give(node.Inputs[0], toA, 3L * rows * size);
                    Give(node.Inputs[1], toB, 3L * rows * size);
                    Give(node.Inputs[2], toH, (long)rows * size);
                    scratch.Release();
                });
                gates.Release();
                return result;
            }

            private static void Give(Autograd.GradNode? input, float* gradient, long length)
            {
                if (input is not null)
                {
                    float* to = input.Take(out bool add);
                    Vectors.AddOrCopy(gradient, to, length, add);
                }
            }
        }
    }
}
