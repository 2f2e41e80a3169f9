using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Memory;
using TorchSharp.Operations;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A dense, row-major array with a shape, and the record of the operation that computed it.</summary>
    /// <remarks>
    /// Not thread-safe. Dispose returns the memory to a pool at once; a forgotten tensor is left to the garbage collector.
    /// </remarks>
    public unsafe class Tensor : IDisposable
    {
        private readonly long[] _shape;
        private bool _disposed;

        internal Tensor(Storage storage, long offset, long[] shape, ScalarType type)
        {
            Storage = storage;
            Offset = offset;
            _shape = shape;
            dtype = type;
            Length = checked((int)Shapes.Count(shape));
            DisposeScope.Current?.Attach(this);
        }

        /// <summary>Gets the sizes of the dimensions; empty for a single number.</summary>
        public long[] shape => [.. _shape];

        /// <summary>Gets the type of the elements.</summary>
        public ScalarType dtype { get; }

        /// <summary>Gets the number of elements.</summary>
        public long NumberOfElements => Length;

        /// <summary>
        /// Gets the gradient of a parameter, in its shape; null when there is none. Each call returns a new tensor on the same memory.
        /// Setting it to null drops the gradient.
        /// </summary>
        /// <exception cref="NotSupportedException">Set to a tensor, or of a tensor that is not a parameter.</exception>
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
                if (value is not null || Node is not { } node)
                {
                    throw new NotSupportedException("grad: a parameter's gradient can be dropped, but no tensor can be given one");
                }

                node.DropGradient();
            }
        }

        internal GradNode? Node { get; private protected set; }

        internal DisposeScope? Scope { get; set; }

        internal Storage Storage { get; }

        internal long Offset { get; }

        internal long[] Sizes => _shape;

        internal int Length { get; }

        /// <summary>Gets the address of the first number, for kernels; the memory is pinned.</summary>
        internal float* Pointer
        {
            get
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
                return dtype != ScalarType.Int64
                    ? Storage.Pointer + Offset
                    : throw new InvalidOperationException("an Int64 tensor holds indices and takes no part in arithmetic");
            }
        }

        internal Span<float> Span => new(Pointer, Length);

        internal ReadOnlySpan<long> IndexSpan
        {
            get
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
                return Storage.Indices is { } indices
                    ? indices.AsSpan((int)Offset, Length)
                    : throw new InvalidOperationException($"indices must be an Int64 tensor, not {dtype}");
            }
        }

        /// <summary>Subtracts element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator -(Tensor left, Tensor right) => PointwiseBinary.Of<BinaryOperations.Subtract>("sub", left, right);

        /// <summary>Subtracts a number from each element.</summary>
        /// <param name="left">The elements.</param>
        /// <param name="right">The number.</param>
        public static Tensor operator -(Tensor left, Scalar right) => left.Affine(1, -right.Value);

        /// <summary>Multiplies element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator *(Tensor left, Tensor right) => PointwiseBinary.Of<BinaryOperations.Multiply>("mul", left, right);

        /// <summary>Multiplies each element by a number.</summary>
        /// <param name="left">The elements.</param>
        /// <param name="right">The number.</param>
        public static Tensor operator *(Tensor left, Scalar right) => left.Affine(right.Value, 0);

        /// <summary>Divides element by element, broadcasting.</summary>
        /// <param name="left">First operand.</param>
        /// <param name="right">Second operand.</param>
        public static Tensor operator /(Tensor left, Tensor right) => PointwiseBinary.Of<BinaryOperations.Divide>("div", left, right);

        /// <summary>Divides each element by a number.</summary>
        /// <param name="left">The elements.</param>
        /// <param name="right">The number.</param>
        public static Tensor operator /(Tensor left, Scalar right) => left.Affine(1 / right.Value, 0);

        /// <summary>Adds element by element, broadcasting.</summary>
        /// <param name="target">The second operand.</param>
        /// <param name="alpha">The factor of the second operand.</param>
        /// <returns>The sums.</returns>
        public Tensor add(Tensor target, Scalar alpha) =>
            PointwiseBinary.Of<BinaryOperations.Add>(nameof(add), this, alpha.Value == 1 ? target : target * alpha);

        /// <summary>Adds a number to each element.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">The factor of the number.</param>
        /// <returns>The sums.</returns>
        public Tensor add(Scalar scalar, Scalar alpha) => Affine(1, scalar.Value * alpha.Value);

        /// <summary>e to the power of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor exp() => PointwiseUnary.Of(nameof(exp), this, default(UnaryOperations.Exp));

        /// <summary>The square root of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sqrt() => PointwiseUnary.Of(nameof(sqrt), this, default(UnaryOperations.Sqrt));

        /// <summary>Each element to a power.</summary>
        /// <param name="exponent">The exponent; only 2 is supported.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="NotSupportedException">Another exponent than 2.</exception>
        public Tensor pow(Scalar exponent) => exponent.Value == 2
            ? PointwiseUnary.Of(nameof(pow), this, default(UnaryOperations.Square))
            : throw new NotSupportedException($"pow: the exponent is {exponent.Value}, and only 2 is supported");

        /// <summary>The sine of each element, in radians.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sin() => PointwiseUnary.Of(nameof(sin), this, default(UnaryOperations.Sin));

        /// <summary>The logistic function of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor sigmoid() => PointwiseUnary.Of(nameof(sigmoid), this, default(Activations.Sigmoid));

        /// <summary>The hyperbolic tangent of each element.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor tanh() => PointwiseUnary.Of(nameof(tanh), this, default(Activations.Tanh));

        /// <summary>Each element, or 0 where it is negative.</summary>
        /// <returns>A tensor of the same shape.</returns>
        public Tensor relu() => PointwiseUnary.Of(nameof(relu), this, default(Activations.Relu));

        /// <summary>The logarithm of the softmax along the last dimension.</summary>
        /// <param name="dim">The dimension; only the last one is supported.</param>
        /// <returns>A tensor of the same shape.</returns>
        /// <exception cref="ArgumentException">Another dimension than the last.</exception>
        public Tensor log_softmax(long dim) => LogSoftmax.Of(this, dim);

        /// <summary>The sum of all elements.</summary>
        /// <returns>One number.</returns>
        public Tensor sum() => Reductions.ScaledSum(nameof(sum), this, 1);

        /// <summary>The sum along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>The sums.</returns>
        public Tensor sum(long dim, bool keepdim = false) => Reductions.Sum(this, dim, keepdim);

        /// <summary>The mean of all elements.</summary>
        /// <returns>One number.</returns>
        public Tensor mean() => Reductions.ScaledSum(nameof(mean), this, 1.0 / Length);

        /// <summary>The matrix product of [..., m, k] with [k, n], or with [..., k, n] of the same leading sizes.</summary>
        /// <param name="target">The second factor.</param>
        /// <returns>[..., m, n].</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor matmul(Tensor target) => MatrixProduct.Of(this, target);

        /// <summary>The same elements in another shape, on the same memory.</summary>
        /// <param name="shape">Sizes; one of them may be -1 and follows from the others.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">The number of elements differs.</exception>
        public Tensor reshape(params long[] shape) => Views.Reshape(this, shape);

        /// <summary>A part of a dimension: a view along the first dimension (or where those before it have size 1), else a copy.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">First index.</param>
        /// <param name="length">Number of indices.</param>
        /// <returns>The part.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The part is not inside the dimension.</exception>
        public Tensor narrow(long dim, long start, long length) => Views.Narrow(this, dim, start, length);

        /// <summary>Reverses dimensions.</summary>
        /// <param name="dims">At least one.</param>
        /// <returns>A copy.</returns>
        public Tensor flip(params long[] dims) => dims.Aggregate(this, Selection.Reverse);

        /// <summary>Overwrites the elements.</summary>
        /// <param name="source">The new values, of the same type and shape.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">The shape differs.</exception>
        /// <exception cref="InvalidOperationException">This is a parameter and the thread records: use no_grad().</exception>
        public Tensor copy_(Tensor source)
        {
            if (!Shapes.Same(source._shape, _shape))
            {
                throw new ArgumentException($"copy_: shapes {Shapes.Format(_shape)} and {Shapes.Format(source._shape)} differ");
            }

            BeforeChange(nameof(copy_));
            source.Span.CopyTo(Span);
            return this;
        }

        /// <summary>Multiplies each element by a number, in place.</summary>
        /// <param name="target">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Scalar target) => InPlace.Apply(nameof(mul_), this, this, this, new Updates.Multiply((float)target.Value));

        /// <summary>Adds a tensor times a number, in place.</summary>
        /// <param name="target">The tensor, of the same shape.</param>
        /// <param name="alpha">The number.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">The shape differs.</exception>
        public Tensor add_(Tensor target, Scalar alpha) =>
            InPlace.Apply(nameof(add_), this, target, target, new Updates.Add((float)alpha.Value));

        /// <summary>Adds a number to each element, in place.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">The factor of the number.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar, Scalar alpha) =>
            InPlace.Apply(nameof(add_), this, this, this, new Updates.AddNumber((float)(scalar.Value * alpha.Value)));

        /// <summary>Adds the product of two tensors times a number, in place.</summary>
        /// <param name="tensor1">The first factor, of the same shape.</param>
        /// <param name="tensor2">The second one.</param>
        /// <param name="value">The number.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            InPlace.Apply(nameof(addcmul_), this, tensor1, tensor2, new Updates.AddProduct((float)value.Value));

        /// <summary>Adds the quotient of two tensors times a number, in place.</summary>
        /// <param name="tensor1">The dividend, of the same shape.</param>
        /// <param name="tensor2">The divisor, likewise.</param>
        /// <param name="value">The number.</param>
        /// <returns>This tensor.</returns>
        /// <exception cref="ArgumentException">The shapes differ.</exception>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            InPlace.Apply(nameof(addcdiv_), this, tensor1, tensor2, new Updates.AddQuotient((float)value.Value));

        /// <summary>The same values on the same memory, without the record of how they were computed.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor detach() => Share(_shape);

        /// <summary>Adds the gradient of this number to every parameter it was computed from, and frees the record.</summary>
        /// <exception cref="InvalidOperationException">Not a single number, not computed from a parameter, differentiated before, or a
        /// saved value was changed in place since.</exception>
        public void backward()
        {
            if (Length != 1)
            {
                throw new InvalidOperationException(
                    $"backward: a gradient starts at a single number, not at shape {Shapes.Format(_shape)}");
            }

            GradNode node = Node ?? throw new InvalidOperationException("backward: this tensor was not computed from a parameter");
            *node.ClearedAccumulator() += 1;
            node.Backward();
        }

        /// <summary>The tensor on the processor, where it already is.</summary>
        /// <returns>This tensor.</returns>
        public Tensor cpu() => this;

        /// <summary>Reads the elements.</summary>
        /// <typeparam name="T">float for Float32, long for Int64.</typeparam>
        /// <returns>An accessor in row-major order.</returns>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The value of a tensor of one element.</summary>
        /// <typeparam name="T">float for Float32, long for Int64.</typeparam>
        /// <returns>The value.</returns>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public T item<T>()
            where T : unmanaged => Length == 1
                ? data<T>().ToArray()[0]
                : throw new InvalidOperationException($"item: shape {Shapes.Format(_shape)} has {Length} elements, not one");

        /// <summary>Removes the tensor from its dispose scope: it lives until it is disposed.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            Scope = null;
            return this;
        }

        /// <summary>Returns the memory as soon as no other tensor and no recorded operation needs it.</summary>
        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                Scope = null;
                Storage.Release();
            }
        }

        /// <summary>Creates a tensor of unspecified content.</summary>
        internal static Tensor Empty(long[] shape) => new(Storage.Rent(Shapes.Count(shape)), 0, shape, ScalarType.Float32);

        /// <summary>Creates another tensor on this one's memory.</summary>
        internal Tensor Share(long[] shape, long offset = 0)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
            Storage.Retain();
            return new Tensor(Storage, Offset + offset, shape, dtype);
        }

        /// <summary>Attaches the record of an operation to its result, if an input has one and this thread records.</summary>
        /// <param name="operation">The operation's name, for messages.</param>
        /// <param name="inputs">The operation's inputs.</param>
        /// <param name="saved">Memory that <paramref name="backward"/> reads.</param>
        /// <param name="backward">Adds to the inputs' gradients, given the result's node.</param>
        internal Tensor Record(string operation, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Storage> saved, Action<GradNode> backward)
        {
            if (!GradMode.Enabled)
            {
                return this;
            }

            GradNode?[]? nodes = null;
            for (int i = 0; i < inputs.Length; i++)
            {
                if (inputs[i].Node is { } node)
                {
                    nodes ??= new GradNode?[inputs.Length];
                    nodes[i] = node;
                }
            }

            if (nodes is not null)
            {
                Node = new GradNode(Length, operation, nodes, saved, backward);
            }

            return this;
        }

        private Tensor Affine(double factor, double offset) =>
            PointwiseUnary.Of("affine", this, new UnaryOperations.Affine((float)factor, (float)offset));

        /// <summary>Checks that the elements may change, and notes that they do.</summary>
        internal void BeforeChange(string name)
        {
            if (Node is not null && GradMode.Enabled)
            {
                throw new InvalidOperationException($"{name}: a tensor with a gradient can be changed in place only under no_grad()");
            }

            Storage.Version++;
        }
    }
}
