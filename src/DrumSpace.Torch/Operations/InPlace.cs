using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Operations;

/// <summary>Changes a tensor in place, element by element.</summary>
internal static unsafe class InPlace
{
    /// <summary>Applies an update.</summary>
    /// <param name="name">The operation's name, for the message when the shapes differ.</param>
    /// <param name="tensor">The tensor to change.</param>
    /// <param name="first">The update's first operand, in the tensor's shape; the tensor itself where it reads none.</param>
    /// <param name="second">The second one, likewise.</param>
    /// <param name="update">The update.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Apply<TUpdate>(string name, Tensor tensor, Tensor first, Tensor second, TUpdate update)
        where TUpdate : struct, IUpdate
    {
        foreach (Tensor operand in (ReadOnlySpan<Tensor>)[first, second])
        {
            if (!Shapes.Same(tensor.Sizes, operand.Sizes))
            {
                throw new ArgumentException($"{name}: shapes {Shapes.Format(tensor.Sizes)} and {Shapes.Format(operand.Sizes)} differ");
            }
        }

        tensor.BeforeChange(name);
        float* x = tensor.Pointer, a = first.Pointer, b = second.Pointer;
        Workers.Ranges(tensor.Length, (from, to) => Vectors.Update(update, x + from, a + from, b + from, to - from));
        return tensor;
    }
}
