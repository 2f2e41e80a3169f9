using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Reorders the dimensions (a copy here).</summary>
        /// <param name="permutation">For each dimension of the result, which of this tensor it is.</param>
        /// <returns>The reordered tensor.</returns>
        /// <exception cref="ArgumentException">Not a permutation of the dimensions.</exception>
        public Tensor permute(params long[] permutation)
        {
            ArgumentNullException.ThrowIfNull(permutation);
            int rank = _shape.Length;
            int[] order = Array.ConvertAll(permutation, d => Shapes.Axis(nameof(permute), d, _shape));
            if (order.Length != rank || order.Distinct().Count() != rank)
            {
                throw new ArgumentException($"permute: {Shapes.Format(permutation)} is no order of the dimensions of shape {Shapes.Format(_shape)}");
            }

            long[] sizes = new long[rank], strides = new long[rank];
            for (int i = 0; i < rank; i++)
            {
                sizes[i] = _shape[order[i]];
                strides[i] = Shapes.Count(_shape.AsSpan(order[i] + 1));
            }

            Tensor result = Empty(sizes, dtype);
            float* from = Pointer, to = result.Pointer;
            Strided.Gather(from, sizes, strides, to);
            return result.Record(nameof(permute), [this], [], node =>
                Strided.Scatter(node.Gradient, sizes, strides, node.Inputs[0]!.TakeToAdd()));
        }

        /// <summary>Swaps two dimensions (a copy here).</summary>
        /// <param name="dim0">One dimension.</param>
        /// <param name="dim1">The other.</param>
        /// <returns>The reordered tensor.</returns>
        public Tensor transpose(long dim0, long dim1)
        {
            int first = Shapes.Axis(nameof(transpose), dim0, _shape), second = Shapes.Axis(nameof(transpose), dim1, _shape);
            long[] order = new long[_shape.Length];
            for (int i = 0; i < order.Length; i++)
            {
                order[i] = i == first ? second : i == second ? first : i;
            }

            return permute(order);
        }

        /// <summary>The transpose of a matrix (a copy here).</summary>
        /// <returns>The reordered tensor.</returns>
        public Tensor t() => _shape.Length == 2 ? transpose(0, 1) : throw new InvalidOperationException($"t: shape {Shapes.Format(_shape)} is no matrix");

        /// <summary>Reverses dimensions.</summary>
        /// <param name="dims">Which.</param>
        /// <returns>The reversed copy.</returns>
        public Tensor flip(params long[] dims)
        {
            ArgumentNullException.ThrowIfNull(dims);
            Tensor result = this;
            foreach (long dim in dims)
            {
                long last = _shape[Shapes.Axis(nameof(flip), dim, _shape)];
                long[] backwards = new long[last];
                for (long i = 0; i < last; i++)
                {
                    backwards[i] = last - 1 - i;
                }

                result = result.index_select(dim, tensor(backwards, [last]));
            }

            return ReferenceEquals(result, this) ? clone() : result;
        }

        /// <summary>Picks indices of a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Int64, one dimension; indices may repeat.</param>
        /// <returns>A tensor whose dimension has the size of <paramref name="index"/>.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An index is outside of the dimension.</exception>
        public Tensor index_select(long dim, Tensor index)
        {
            int axis = Shapes.Axis(nameof(index_select), dim, _shape);
            (long outer, long size, long inner) = Shapes.Around(_shape, axis);
            long[] picks = Indices.Checked(nameof(index_select), index, size);
            long[] sizes = Shapes.With(_shape, axis, picks.Length);
            if (dtype == ScalarType.Int64)
            {
                long[] picked = new long[outer * picks.Length * inner];
                for (long i = 0, at = 0; i < outer; i++)
                {
                    foreach (long pick in picks)
                    {
                        IndexSpan.Slice((int)((i * size + pick) * inner), (int)inner).CopyTo(picked.AsSpan((int)at));
                        at += inner;
                    }
                }

                return tensor(picked, sizes);
            }

            Tensor result = Empty(sizes, dtype);
            float* from = Pointer, to = result.Pointer;
            for (long i = 0; i < outer; i++)
            {
                for (int j = 0; j < picks.Length; j++)
                {
                    Vectors.AddOrCopy(from + (i * size + picks[j]) * inner, to + (i * picks.Length + j) * inner, inner, add: false);
                }
            }

            return result.Record(nameof(index_select), [this], [], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.TakeToAdd();
                for (long i = 0; i < outer; i++)
                {
                    for (int j = 0; j < picks.Length; j++)
                    {
                        Vectors.AddOrCopy(gradient + (i * picks.Length + j) * inner, d + (i * size + picks[j]) * inner, inner, add: true);
                    }
                }
            });
        }

        /// <summary>Picks one element per place: result[i][j] = this[index[i][j]][j] along dimension 0, and so on.</summary>
        /// <param name="dim">The dimension to pick along.</param>
        /// <param name="index">Int64, of this tensor's shape but for the size of <paramref name="dim"/>.</param>
        /// <returns>A tensor of the shape of <paramref name="index"/>.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public Tensor gather(long dim, Tensor index)
        {
            ArgumentNullException.ThrowIfNull(index);
            int axis = Shapes.Axis(nameof(gather), dim, _shape);
            if (index._shape.Length != _shape.Length || !Shapes.Same(Shapes.With(index._shape, axis, 0), Shapes.With(_shape, axis, 0)))
            {
                throw new ArgumentException(
                    $"gather: index shape {Shapes.Format(index._shape)} does not fit shape {Shapes.Format(_shape)} along dimension {dim}");
            }

            (_, long size, long inner) = Shapes.Around(_shape, axis);
            long picked = index._shape[axis];
            long[] picks = Indices.Checked(nameof(gather), index, size);
            Tensor result = Empty(index._shape, dtype);
            float* from = Pointer, to = result.Pointer;
            for (long i = 0; i < picks.Length; i++)
            {
                to[i] = from[Source(i)];
            }

            return result.Record(nameof(gather), [this], [], node =>
            {
                float* gradient = node.Gradient, d = node.Inputs[0]!.TakeToAdd();
                for (long i = 0; i < picks.Length; i++)
                {
                    d[Source(i)] += gradient[i];
                }
            });

            long Source(long i) => (i / (picked * inner) * size + picks[i]) * inner + i % inner;
        }
    }
}
