using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Adds element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <summary>Adds a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>Adds a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <summary>Subtracts element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <summary>Subtracts a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>Subtracts from a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator -(Scalar left, Tensor right) => right.Affine(-1, left.Value);

        /// <summary>Negates.</summary>
        /// <param name="value">Operand.</param>
        public static Tensor operator -(Tensor value) => value.neg();

        /// <summary>Multiplies element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <summary>Multiplies by a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>Multiplies by a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <summary>Divides element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <summary>Divides by a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>Divides a number.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator /(Scalar left, Tensor right) => right.pow(-1) * left;

        /// <summary>Adds element by element, broadcasting.</summary>
        /// <param name="target">The other operand.</param>
        /// <returns>The sum.</returns>
        public Tensor add(Tensor target) => Binary<BinaryOperations.Add>(nameof(add), target);

        /// <summary>Adds a number.</summary>
        /// <param name="scalar">The number.</param>
        /// <returns>The sum.</returns>
        public Tensor add(Scalar scalar) => Affine(1, scalar.Value);

        /// <summary>Subtracts element by element, broadcasting.</summary>
        /// <param name="target">The other operand.</param>
        /// <returns>The difference.</returns>
        public Tensor sub(Tensor target) => Binary<BinaryOperations.Subtract>(nameof(sub), target);

        /// <summary>Subtracts a number.</summary>
        /// <param name="scalar">The number.</param>
        /// <returns>The difference.</returns>
        public Tensor sub(Scalar scalar) => Affine(1, -scalar.Value);

        /// <summary>Multiplies element by element, broadcasting.</summary>
        /// <param name="target">The other operand.</param>
        /// <returns>The product.</returns>
        public Tensor mul(Tensor target) => Binary<BinaryOperations.Multiply>(nameof(mul), target);

        /// <summary>Multiplies by a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The product.</returns>
        public Tensor mul(Scalar target) => Affine(target.Value, 0);

        /// <summary>Divides element by element, broadcasting.</summary>
        /// <param name="target">The other operand.</param>
        /// <returns>The quotient.</returns>
        public Tensor div(Tensor target) => Binary<BinaryOperations.Divide>(nameof(div), target);

        /// <summary>Divides by a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>The quotient.</returns>
        public Tensor div(Scalar target) => Affine(1 / target.Value, 0);

        /// <summary>The larger of two, element by element, broadcasting.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>The maximum.</returns>
        public Tensor maximum(Tensor other) => Binary<BinaryOperations.Maximum>(nameof(maximum), other);

        /// <summary>The smaller of two, element by element, broadcasting.</summary>
        /// <param name="other">The other operand.</param>
        /// <returns>The minimum.</returns>
        public Tensor minimum(Tensor other) => Binary<BinaryOperations.Minimum>(nameof(minimum), other);

        /// <summary>Negates.</summary>
        /// <returns>The negative.</returns>
        public Tensor neg() => Affine(-1, 0);

        internal Tensor Affine(double factor, double offset) =>
            Unary(nameof(Affine), new UnaryOperations.Affine((float)factor, (float)offset));

        /// <summary>y = f(this, other) without derivatives.</summary>
        internal Tensor Zip<TFunction>(string name, Tensor other, ScalarType type = ScalarType.Float32)
            where TFunction : struct, IBinaryFunction
        {
            long[] sizes = Shapes.Broadcast(name, _shape, other._shape);
            Tensor result = Empty(sizes, type);
            float* a = Pointer, b = other.Pointer, y = result.Pointer;
            if (Shapes.Same(_shape, other._shape))
            {
                Workers.Ranges(Length, Vectors.LeastShared, (from, to) => Vectors.Zip<TFunction>(a + from, 1, b + from, 1, y + from, to - from));
            }
            else
            {
                BroadcastPlan plan = new(sizes, _shape, other._shape);
                plan.ForEachRun((i, j, k) => Vectors.Zip<TFunction>(a + i, plan.StepA, b + j, plan.StepB, y + k, plan.Run));
            }

            return result;
        }

        private Tensor Binary<TOperation>(string name, Tensor other)
            where TOperation : struct, IBinaryOperation
        {
            Tensor result = Zip<TOperation>(name, other);
            if (Node is null && other.Node is null)
            {
                return result;
            }

            float* a = Pointer, b = other.Pointer;
            long[] sizesA = _shape, sizesB = other._shape, sizes = result._shape;
            return result.Record(name, [this, other], TOperation.NeedsOperands ? [Storage, other.Storage] : [], node =>
            {
                BroadcastPlan plan = new(sizes, sizesA, sizesB);
                Flow<TOperation>(node, 0, plan, a, b, sizes, sizesA);
                Flow<TOperation>(node, 1, plan, a, b, sizes, sizesB);
            });
        }

        private static void Flow<TOperation>(GradNode node, int operand, BroadcastPlan plan, float* a, float* b, long[] sizes, long[] mine)
            where TOperation : struct, IBinaryOperation
        {
            if (node.Inputs[operand] is not { } input)
            {
                return;
            }

            bool second = operand == 1;
            float* gradient = node.Gradient, to = input.Take(out bool add);
            // Operands that the derivatives do not read may be gone: read the gradient in their place.
            float* x = TOperation.NeedsOperands ? a : gradient, z = TOperation.NeedsOperands ? b : gradient;
            long length = Shapes.Count(sizes);
            if (Shapes.Count(mine) == length)
            {
                plan.ForEachRun((i, j, k) => Vectors.ZipBackward<TOperation>(
                    second, x + i, plan.StepA, z + j, plan.StepB, gradient + k, to + k, add, plan.Run));
                return;
            }

            Storage whole = Storage.Rent(length);
            float* sums = whole.Pointer;
            plan.ForEachRun((i, j, k) => Vectors.ZipBackward<TOperation>(
                second, x + i, plan.StepA, z + j, plan.StepB, gradient + k, sums + k, false, plan.Run));
            BroadcastSums.Sum(sums, sizes, to, mine, add);
            whole.Release();
        }
    }
}
