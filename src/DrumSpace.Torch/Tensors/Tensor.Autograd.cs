using TorchSharp.Autograd;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Gets or sets a value indicating whether gradients flow to this tensor.</summary>
        /// <exception cref="InvalidOperationException">Set on a computed tensor, or on one that is not Float32.</exception>
        public bool requires_grad
        {
            get => Node is not null;
            set
            {
                if (Node is { IsLeaf: false })
                {
                    throw new InvalidOperationException("requires_grad can be changed on leaves only; use detach() for a computed tensor");
                }

                if (value && dtype != ScalarType.Float32)
                {
                    throw new InvalidOperationException($"only Float32 tensors have gradients, not {dtype}");
                }

                Node = value ? Node ?? new GradNode(Length) : null;
            }
        }

        /// <summary>Gets a value indicating whether the tensor was not computed from others that need gradients.</summary>
        public bool is_leaf => Node is null or { IsLeaf: true };

        /// <summary>Gets or sets the gradient of a leaf, of the leaf's shape; null when there is none. A new tensor on the leaf's gradient memory at
        /// each call.</summary>
        /// <exception cref="ArgumentException">Set to a gradient of another shape.</exception>
        public Tensor? grad
        {
            get
            {
                if (Node?.GradientStorage is not { } storage)
                {
                    return null;
                }

                storage.Retain();
                return new Tensor(storage, 0, _shape, ScalarType.Float32);
            }

            set
            {
                if (value is null)
                {
                    Node?.ForgetGradient();
                    return;
                }

                GradNode node = Node ?? throw new InvalidOperationException("a tensor that does not require gradients has none");
                if (!Shapes.Same(value._shape, _shape))
                {
                    throw new ArgumentException($"grad: shape {Shapes.Format(value._shape)} does not match {Shapes.Format(_shape)}");
                }

                Kernels.Vectors.AddOrCopy(value.Pointer, node.Take(out _), Length, add: false);
            }
        }

        internal GradNode? Node { get; private protected set; }

        /// <summary>Sets whether gradients flow to this tensor.</summary>
        /// <param name="requires_grad">Whether they do.</param>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>The same values without the record of how they were computed, on the same memory.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor detach() => Share(_shape);

        /// <summary>Adds this number's gradient to every leaf that it was computed from, and frees the record.</summary>
        /// <exception cref="InvalidOperationException">Not one number, not computed from a leaf that requires gradients, used before, or a
        /// needed value was changed in place since.</exception>
        public void backward()
        {
            if (Length != 1)
            {
                throw new InvalidOperationException($"backward: a gradient starts at a single number, not at shape {Shapes.Format(_shape)}");
            }

            GradNode node = Node ?? throw new InvalidOperationException("backward: nothing that requires a gradient led to this tensor");
            *node.TakeToAdd() += 1;
            GraphWalk.Backward(node);
        }
    }
}
