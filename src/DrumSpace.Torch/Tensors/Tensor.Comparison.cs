using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Where elements are greater.</summary>
        /// <param name="target">What to compare with, broadcasting.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor gt(Tensor target) => Zip<Comparisons.Greater>(nameof(gt), target, ScalarType.Bool);

        /// <summary>Where elements are greater.</summary>
        /// <param name="target">What to compare with.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor gt(Scalar target) => gt(tensor(target.Single));

        /// <summary>Where elements are greater or equal.</summary>
        /// <param name="target">What to compare with, broadcasting.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor ge(Tensor target) => Zip<Comparisons.GreaterOrEqual>(nameof(ge), target, ScalarType.Bool);

        /// <summary>Where elements are greater or equal.</summary>
        /// <param name="target">What to compare with.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor ge(Scalar target) => ge(tensor(target.Single));

        /// <summary>Where elements are less.</summary>
        /// <param name="target">What to compare with, broadcasting.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor lt(Tensor target) => target.gt(this);

        /// <summary>Where elements are less.</summary>
        /// <param name="target">What to compare with.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor lt(Scalar target) => tensor(target.Single).gt(this);

        /// <summary>Where elements are less or equal.</summary>
        /// <param name="target">What to compare with, broadcasting.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor le(Tensor target) => target.ge(this);

        /// <summary>Where elements are less or equal.</summary>
        /// <param name="target">What to compare with.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor le(Scalar target) => tensor(target.Single).ge(this);

        /// <summary>Where elements are equal.</summary>
        /// <param name="target">What to compare with, broadcasting.</param>
        /// <returns>A Bool tensor.</returns>
        public Tensor eq(Tensor target) => Zip<Comparisons.Equal>(nameof(eq), target, ScalarType.Bool);

        /// <summary>The elements as another type; truth values become 0 and 1, numbers become indices without their fraction.</summary>
        /// <param name="type">The type wanted.</param>
        /// <returns>A copy without a gradient record, or a view where the type is the same.</returns>
        public Tensor to_type(ScalarType type)
        {
            if (type == dtype)
            {
                return Viewed(nameof(to_type), _shape);
            }

            if (type == ScalarType.Int64)
            {
                return tensor(Array.ConvertAll(Span.ToArray(), static value => (long)value), _shape);
            }

            Tensor result = Empty(_shape, type);
            for (int i = 0; i < Length; i++)
            {
                float value = dtype == ScalarType.Int64 ? IndexSpan[i] : Span[i];
                result.Pointer[i] = type == ScalarType.Bool ? (value != 0 ? 1 : 0) : value;
            }

            return result;
        }

        /// <summary>The elements as another type.</summary>
        /// <param name="type">The type wanted.</param>
        /// <returns>A copy without a gradient record, or a view where the type is the same.</returns>
        public Tensor to(ScalarType type) => to_type(type);

        /// <summary>The elements as numbers.</summary>
        /// <returns>A copy, or a view where they are numbers.</returns>
        public Tensor @float() => to_type(ScalarType.Float32);
    }
}
