using TorchSharp.Kernels;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        /// <returns>One number.</returns>
        public Tensor sum() => SumAll(nameof(sum), 1);

        /// <summary>The sum over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>The sums.</returns>
        public Tensor sum(long dim, bool keepdim = false) => SumOver(nameof(sum), [dim], keepdim, mean: false);

        /// <summary>The sum over some dimensions.</summary>
        /// <param name="dim">The dimensions.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <returns>The sums.</returns>
        public Tensor sum(long[] dim, bool keepdim = false) => SumOver(nameof(sum), dim, keepdim, mean: false);

        /// <summary>The mean of all elements.</summary>
        /// <returns>One number.</returns>
        public Tensor mean() => SumAll(nameof(mean), 1.0 / Length);

        /// <summary>The mean over some dimensions.</summary>
        /// <param name="dimensions">The dimensions.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <returns>The means.</returns>
        public Tensor mean(long[] dimensions, bool keepdim = false) => SumOver(nameof(mean), dimensions, keepdim, mean: true);

        /// <summary>The variance over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by one less than the count.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>The variances.</returns>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false)
        {
            long count = _shape[Shapes.Axis(nameof(var), dim, _shape)];
            Tensor deviations = sub(mean([dim], keepdim: true));
            return deviations.square().sum(dim, keepdim).mul(1.0 / (unbiased ? count - 1 : count));
        }

        /// <summary>The standard deviation over one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by one less than the count.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>The deviations.</returns>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => var(dim, unbiased, keepdim).sqrt();

        /// <summary>The largest element.</summary>
        /// <returns>One number, without a gradient record.</returns>
        public Tensor max() => tensor(Extreme(static (a, b) => a > b));

        /// <summary>The smallest element.</summary>
        /// <returns>One number, without a gradient record.</returns>
        public Tensor min() => tensor(Extreme(static (a, b) => a < b));

        /// <summary>The largest elements along a dimension and where they are (the first of equal ones).</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>The elements and their Int64 indices.</returns>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            int axis = Shapes.Axis(nameof(max), dim, _shape);
            Tensor indexes = argmax(axis, keepdim: true);
            Tensor values = gather(axis, indexes);
            return keepdim ? (values, indexes) : (values.squeeze(axis), indexes.squeeze(axis));
        }

        /// <summary>Where the largest elements along a dimension are (the first of equal ones).</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether the dimension stays, with size 1.</param>
        /// <returns>Int64 indices.</returns>
        public Tensor argmax(long dim, bool keepdim = false)
        {
            int axis = Shapes.Axis(nameof(argmax), dim, _shape);
            (long outer, long size, long inner) = Shapes.Around(_shape, axis);
            if (size == 0)
            {
                throw new InvalidOperationException($"argmax: dimension {dim} of shape {Shapes.Format(_shape)} is empty");
            }

            float* x = Pointer;
            long[] best = new long[outer * inner];
            for (long i = 0; i < best.Length; i++)
            {
                float* from = x + i / inner * size * inner + i % inner;
                for (long j = 1; j < size; j++)
                {
                    best[i] = from[j * inner] > from[best[i] * inner] ? j : best[i];
                }
            }

            return tensor(best, keepdim ? Shapes.With(_shape, axis, 1) : [.. _shape[..axis], .. _shape[(axis + 1)..]]);
        }

        private Tensor SumAll(string name, double factor)
        {
            Tensor result = tensor((float)(Vectors.Sum(Pointer, Length) * factor));
            long length = Length;
            return result.Record(name, [this], [], node =>
            {
                float* d = node.Inputs[0]!.Take(out bool add);
                Vectors.Spread((float)(*node.Gradient * factor), d, add, length);
            });
        }

        private Tensor SumOver(string name, long[] dimensions, bool keepdim, bool mean)
        {
            ArgumentNullException.ThrowIfNull(dimensions);
            int[] axes = Array.ConvertAll(dimensions, d => Shapes.Axis(name, d, _shape));
            long[] kept = [.. _shape];
            foreach (int axis in axes)
            {
                kept[axis] = 1;
            }

            float factor = mean ? (float)Shapes.Count(kept) / Length : 1;
            long[] sizes = keepdim ? kept : kept.Where((_, i) => Array.IndexOf(axes, i) < 0).ToArray();
            Tensor result = Empty(sizes);
            BroadcastSums.Sum(Pointer, _shape, result.Pointer, kept, add: false, factor);
            return result.Record(name, [this], [], node =>
            {
                float* d = node.Inputs[0]!.Take(out bool add);
                BroadcastSums.Repeat(node.Gradient, kept, d, _shape, add, factor);
            });
        }

        private float Extreme(Func<float, float, bool> better)
        {
            if (Length == 0)
            {
                throw new InvalidOperationException($"shape {Shapes.Format(_shape)} has no elements");
            }

            float best = Pointer[0];
            foreach (float value in Span)
            {
                best = better(value, best) || float.IsNaN(value) ? value : best;
            }

            return best;
        }
    }
}
