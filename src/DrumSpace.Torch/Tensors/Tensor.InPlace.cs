using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Overwrites the elements, broadcasting.</summary>
        /// <param name="source">The new values, of the same type.</param>
        /// <param name="nonBlocking">Without effect.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
        /// <exception cref="InvalidOperationException">This tensor needs gradients and the thread records: use no_grad().</exception>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(source);
            BeforeChange(nameof(copy_));
            bool indices = dtype == ScalarType.Int64;
            if (indices != (source.dtype == ScalarType.Int64) || !Shapes.Same(Shapes.Broadcast(nameof(copy_), _shape, source._shape), _shape))
            {
                throw new ArgumentException(
                    $"copy_: {source.dtype} of shape {Shapes.Format(source._shape)} does not fit {dtype} of shape {Shapes.Format(_shape)}");
            }

            if (indices)
            {
                source.IndexSpan.CopyTo(IndexSpan);
            }
            else
            {
                BroadcastSums.Repeat(source.Pointer, source._shape, Pointer, _shape, add: false);
            }

            return this;
        }

        /// <summary>Sets every element.</summary>
        /// <param name="value">The value.</param>
        /// <returns>This tensor.</returns>
        public Tensor fill_(Scalar value)
        {
            BeforeChange(nameof(fill_));
            Span.Fill(value.Single);
            return this;
        }

        /// <summary>Sets every element to 0.</summary>
        /// <returns>This tensor.</returns>
        public Tensor zero_() => fill_(0);

        /// <summary>Adds to this tensor, broadcasting.</summary>
        /// <param name="target">What to add.</param>
        /// <param name="alpha">A factor for it.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            ArgumentNullException.ThrowIfNull(target);
            BeforeChange(nameof(add_));
            if (!Shapes.Same(Shapes.Broadcast(nameof(add_), _shape, target._shape), _shape))
            {
                throw new ArgumentException($"add_: shape {Shapes.Format(target._shape)} does not fit {Shapes.Format(_shape)}");
            }

            BroadcastSums.Repeat(target.Pointer, target._shape, Pointer, _shape, add: true, alpha.Single);
            return this;
        }

        /// <summary>Adds to this tensor, broadcasting.</summary>
        /// <param name="target">What to add.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target) => add_(target, 1);

        /// <summary>Subtracts from this tensor, broadcasting.</summary>
        /// <param name="target">What to subtract.</param>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Tensor target) => add_(target, -1);

        /// <summary>Multiplies this tensor by a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Scalar target)
        {
            BeforeChange(nameof(mul_));
            Vectors.Scale(Pointer, target.Single, Pointer, add: false, Length);
            return this;
        }

        /// <summary>Divides this tensor by a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor div_(Scalar target) => mul_(1 / target.Value);

        /// <summary>Fills the tensor with numbers from the normal distribution.</summary>
        /// <param name="mean">Mean.</param>
        /// <param name="std">Standard deviation.</param>
        /// <returns>This tensor.</returns>
        public Tensor normal_(double mean = 0, double std = 1)
        {
            BeforeChange(nameof(normal_));
            foreach (ref float value in Span)
            {
                value = (float)(mean + std * random.Normal());
            }

            return this;
        }

        /// <summary>Fills the tensor with numbers from the even distribution over [from, to).</summary>
        /// <param name="from">Least value.</param>
        /// <param name="to">Bound above.</param>
        /// <returns>This tensor.</returns>
        public Tensor uniform_(double from = 0, double to = 1)
        {
            BeforeChange(nameof(uniform_));
            foreach (ref float value in Span)
            {
                value = (float)(from + (to - from) * random.Uniform());
            }

            return this;
        }

        /// <summary>A copy on its own memory.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor clone()
        {
            if (dtype == ScalarType.Int64)
            {
                return tensor(IndexSpan.ToArray(), _shape);
            }

            Tensor result = Empty(_shape, dtype);
            Span.CopyTo(result.Span);
            return result.Record(nameof(clone), [this], [], static node => node.PassTo(node.Inputs[0]!));
        }

        private void BeforeChange(string name)
        {
            if (Node is not null && GradMode.Enabled)
            {
                throw new InvalidOperationException($"{name}: a tensor that needs gradients is changed in place only under no_grad()");
            }

            Storage.Version++;
        }
    }
}
