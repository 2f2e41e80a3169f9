using TorchSharp.Autograd;
using TorchSharp.Memory;
using TorchSharp.Tensors;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers with a shape, row-major, with the record of how it was computed.</summary>
    /// <remarks>Not thread-safe. Dispose gives the memory back to a pool at once; a forgotten tensor is left to the garbage collector.</remarks>
    public unsafe partial class Tensor : IDisposable
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

        /// <summary>Gets the number of dimensions.</summary>
        public long ndim => _shape.Length;

        /// <summary>Gets the number of elements.</summary>
        public long NumberOfElements => Length;

        /// <summary>Gets a value indicating whether the tensor was disposed.</summary>
        public bool IsInvalid => _disposed;

        internal DisposeScope? Scope { get; set; }

        internal Storage Storage { get; }

        internal long Offset { get; }

        internal long[] Sizes => _shape;

        internal int Length { get; }

        /// <summary>Gets the first number. For kernels; the memory is pinned.</summary>
        internal float* Pointer
        {
            get
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
                return dtype != ScalarType.Int64
                    ? Storage.Pointer + Offset
                    : throw new InvalidOperationException("an Int64 tensor holds indices and takes no part in arithmetic; convert it with to_type");
            }
        }

        internal Span<float> Span => new(Pointer, Length);

        internal Span<long> IndexSpan
        {
            get
            {
                ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
                return Storage.Indices is { } indices
                    ? indices.AsSpan((int)Offset, Length)
                    : throw new InvalidOperationException($"indices must be an Int64 tensor, not {dtype}");
            }
        }

        /// <summary>The number of dimensions.</summary>
        /// <returns>0 or more.</returns>
        public long dim() => _shape.Length;

        /// <summary>The number of elements.</summary>
        /// <returns>The product of the sizes.</returns>
        public long numel() => Length;

        /// <summary>The size of a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the back.</param>
        /// <returns>Its size.</returns>
        public long size(int dim) => _shape[Shapes.Axis(nameof(size), dim, _shape)];

        /// <summary>Reads the elements.</summary>
        /// <typeparam name="T">float for Float32, long for Int64, bool for Bool.</typeparam>
        /// <returns>An accessor in row-major order.</returns>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The value of a tensor of one element.</summary>
        /// <typeparam name="T">A number type.</typeparam>
        /// <returns>The value.</returns>
        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (Length != 1)
            {
                throw new InvalidOperationException($"item: shape {Shapes.Format(_shape)} has {Length} elements, not one");
            }

            object value = dtype == ScalarType.Int64 ? IndexSpan[0] : Pointer[0];
            return (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
        }

        /// <summary>The value of a tensor of one element.</summary>
        /// <returns>The value.</returns>
        public float ToSingle() => item<float>();

        /// <summary>The value of a tensor of one element.</summary>
        /// <returns>The value.</returns>
        public double ToDouble() => item<double>();

        /// <summary>The value of a tensor of one element.</summary>
        /// <returns>The value.</returns>
        public long ToInt64() => item<long>();

        /// <summary>Hands the tensor to the dispose scope around its own.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope() => Scope is null ? this : Scope.MoveToOuter(this);

        /// <summary>Frees the tensor from its dispose scope.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            Scope = null;
            return this;
        }

        /// <summary>Gives the memory back as soon as no other tensor and no recorded operation needs it.</summary>
        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                Scope = null;
                Storage.Release();
            }
        }

        /// <inheritdoc/>
        public override string ToString() => $"{Shapes.Format(_shape)}, type = {dtype}";

        /// <summary>Makes a tensor of any content.</summary>
        internal static Tensor Empty(long[] shape, ScalarType type = ScalarType.Float32) => new(Storage.Rent(Shapes.Count(shape)), 0, shape, type);

        /// <summary>Makes another tensor on this one's memory.</summary>
        internal Tensor Share(long[] shape, long offset = 0)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(Tensor));
            Storage.Retain();
            return new Tensor(Storage, Offset + offset, shape, dtype);
        }

        /// <summary>Attaches the record of an operation to its result when an input needs it and this thread records.</summary>
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
    }
}
