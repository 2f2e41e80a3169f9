using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>e to the power of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>The natural logarithm of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>The sine of each element, in radians.</summary>
    /// <param name="input">A tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>The square root of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>Each element without its sign.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>The square of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>The logistic function of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>The hyperbolic tangent of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>A constant power of each element.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="exponent">The exponent.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>Each element moved to the nearest value of a range.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="min">Least value, or null.</param>
    /// <param name="max">Largest value, or null.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>The sum of all elements.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>One number.</returns>
    public static Tensor sum(Tensor input) => input.sum();

    /// <summary>The mean of all elements.</summary>
    /// <param name="input">The elements.</param>
    /// <returns>One number.</returns>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>The matrix product.</summary>
    /// <param name="input">First factor.</param>
    /// <param name="target">Second factor.</param>
    /// <returns>The product; see <see cref="Tensor.matmul"/>.</returns>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>The larger of two, element by element, broadcasting.</summary>
    /// <param name="input">First operand.</param>
    /// <param name="other">Second operand.</param>
    /// <returns>The maximum.</returns>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two, element by element, broadcasting.</summary>
    /// <param name="input">First operand.</param>
    /// <param name="other">Second operand.</param>
    /// <returns>The minimum.</returns>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>Picks element by element from two tensors, broadcasting.</summary>
    /// <param name="condition">A Bool tensor.</param>
    /// <param name="x">Where it is true.</param>
    /// <param name="y">Where it is false.</param>
    /// <returns>The picked elements.</returns>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selection.Where(condition, x, y);

    /// <summary>Exponentials along a dimension, scaled to sum 1.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor softmax(Tensor input, long dim) => input.softmax(dim);

    /// <summary>The logarithm of <see cref="softmax"/>.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>A tensor of the same shape.</returns>
    public static Tensor log_softmax(Tensor input, long dim) => input.log_softmax(dim);
}
