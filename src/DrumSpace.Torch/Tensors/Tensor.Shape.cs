using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The same elements under another shape, on the same memory.</summary>
        /// <param name="shape">Sizes; one of them may be -1 and follows from the others.</param>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">The number of elements differs.</exception>
        public Tensor reshape(params long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            return Viewed(nameof(reshape), Shapes.Resolve(nameof(reshape), shape, _shape));
        }

        /// <summary>The same elements under another shape, on the same memory.</summary>
        /// <param name="shape">Sizes; one of them may be -1 and follows from the others.</param>
        /// <returns>A view.</returns>
        public Tensor view(params long[] shape) => reshape(shape);

        /// <summary>Merges the dimensions from one to another.</summary>
        /// <param name="start_dim">First dimension to merge.</param>
        /// <param name="end_dim">Last dimension to merge.</param>
        /// <returns>A view.</returns>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (_shape.Length == 0)
            {
                return reshape(1);
            }

            int first = Shapes.Axis(nameof(flatten), start_dim, _shape), last = Shapes.Axis(nameof(flatten), end_dim, _shape);
            return Viewed(nameof(flatten), [.. _shape[..first], Shapes.Count(_shape.AsSpan(first, last - first + 1)), .. _shape[(last + 1)..]]);
        }

        /// <summary>Inserts a dimension of size 1.</summary>
        /// <param name="dim">Where it goes.</param>
        /// <returns>A view.</returns>
        public Tensor unsqueeze(long dim)
        {
            int axis = Shapes.Axis(nameof(unsqueeze), dim, _shape, extra: 1);
            return Viewed(nameof(unsqueeze), [.. _shape[..axis], 1, .. _shape[axis..]]);
        }

        /// <summary>Removes a dimension of size 1, or all of them. A dimension of another size stays.</summary>
        /// <param name="dim">Which, or null for all.</param>
        /// <returns>A view.</returns>
        public Tensor squeeze(long? dim = null)
        {
            if (dim is null)
            {
                return Viewed(nameof(squeeze), Array.FindAll(_shape, static size => size != 1));
            }

            int axis = Shapes.Axis(nameof(squeeze), dim.Value, _shape);
            return Viewed(nameof(squeeze), _shape[axis] == 1 ? [.. _shape[..axis], .. _shape[(axis + 1)..]] : _shape);
        }

        /// <summary>A part of a dimension. Along the first dimension (or where those before it are 1) a view, else a copy.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">First index.</param>
        /// <param name="length">Number of indices.</param>
        /// <returns>The part.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The part is not inside the dimension.</exception>
        public Tensor narrow(long dim, long start, long length)
        {
            int axis = Shapes.Axis(nameof(narrow), dim, _shape);
            (long outer, long size, long inner) = Shapes.Around(_shape, axis);
            if (start < 0 || length < 0 || start + length > size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(start), $"narrow: {start}..{start + length} is outside of dimension {dim} of shape {Shapes.Format(_shape)}");
            }

            long row = size * inner, part = length * inner, at = start * inner;
            Tensor result;
            if (outer == 1)
            {
                result = Share(Shapes.With(_shape, axis, length), at);
            }
            else if (dtype == ScalarType.Int64)
            {
                result = tensor(CopyParts(IndexSpan, outer, row, at, part), Shapes.With(_shape, axis, length));
            }
            else
            {
                result = Empty(Shapes.With(_shape, axis, length), dtype);
                for (long i = 0; i < outer; i++)
                {
                    Vectors.AddOrCopy(Pointer + i * row + at, result.Pointer + i * part, part, add: false);
                }
            }

            return result.Record(nameof(narrow), [this], [], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.TakeToAdd();
                for (long i = 0; i < outer; i++)
                {
                    Vectors.AddOrCopy(gradient + i * part, d + i * row + at, part, add: true);
                }
            });
        }

        /// <summary>Splits a dimension into parts of one size, the last maybe smaller.</summary>
        /// <param name="size">Size of a part.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The parts.</returns>
        public Tensor[] split(long size, int dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            long whole = _shape[Shapes.Axis(nameof(split), dim, _shape)];
            Tensor[] parts = new Tensor[(whole + size - 1) / size];
            for (int i = 0; i < parts.Length; i++)
            {
                parts[i] = narrow(dim, i * size, Math.Min(size, whole - i * size));
            }

            return parts;
        }

        /// <summary>Splits a dimension into a number of parts of equal size, the last maybe smaller.</summary>
        /// <param name="chunks">Parts.</param>
        /// <param name="dim">The dimension.</param>
        /// <returns>The parts.</returns>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
            int axis = Shapes.Axis(nameof(chunk), dim, _shape);
            return split(Math.Max(1, (_shape[axis] + chunks - 1) / chunks), axis);
        }

        /// <summary>Repeats dimensions of size 1 (a copy here).</summary>
        /// <param name="sizes">The shape wanted; -1 keeps a size.</param>
        /// <returns>A tensor of that shape.</returns>
        public Tensor expand(params long[] sizes)
        {
            ArgumentNullException.ThrowIfNull(sizes);
            long[] wanted = [.. sizes];
            for (int i = 1; i <= Math.Min(wanted.Length, _shape.Length); i++)
            {
                wanted[^i] = wanted[^i] == -1 ? _shape[^i] : wanted[^i];
            }

            if (!Shapes.Same(Shapes.Broadcast(nameof(expand), _shape, wanted), wanted))
            {
                throw new ArgumentException($"expand: shape {Shapes.Format(_shape)} does not expand to {Shapes.Format(sizes)}");
            }

            Tensor result = Empty(wanted, dtype);
            BroadcastSums.Repeat(Pointer, _shape, result.Pointer, wanted, add: false);
            return result.Record(nameof(expand), [this], [], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.Take(out bool add);
                BroadcastSums.Sum(gradient, wanted, d, _shape, add);
            });
        }

        /// <summary>Repeats dimensions of size 1 to another tensor's shape.</summary>
        /// <param name="other">The tensor with the shape wanted.</param>
        /// <returns>A tensor of that shape.</returns>
        public Tensor expand_as(Tensor other) => expand(other._shape);

        /// <summary>The tensor itself: every tensor here is contiguous.</summary>
        /// <returns>A view.</returns>
        public Tensor contiguous() => Viewed(nameof(contiguous), _shape);

        private static long[] CopyParts(Span<long> from, long outer, long row, long at, long part)
        {
            long[] parts = new long[outer * part];
            for (long i = 0; i < outer; i++)
            {
                from.Slice((int)(i * row + at), (int)part).CopyTo(parts.AsSpan((int)(i * part)));
            }

            return parts;
        }

        private Tensor Viewed(string name, long[] sizes) =>
            Share(sizes).Record(name, [this], [], static node => node.PassTo(node.Inputs[0]!));
    }
}
