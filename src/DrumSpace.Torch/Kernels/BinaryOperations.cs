using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The element-wise functions of two operands.</summary>
internal static class BinaryOperations
{
    public readonly struct Add : IBinaryOperation
    {
        public static bool NeedsOperands => false;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => a + b;

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient;

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient;
    }

    public readonly struct Subtract : IBinaryOperation
    {
        public static bool NeedsOperands => false;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => a - b;

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient;

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => -gradient;
    }

    public readonly struct Multiply : IBinaryOperation
    {
        public static bool NeedsOperands => true;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => a * b;

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient * b;

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient * a;
    }

    public readonly struct Divide : IBinaryOperation
    {
        public static bool NeedsOperands => true;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => a / b;

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient / b;

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => -gradient * (a / b) / b;
    }

    /// <summary>The larger operand; equal operands share the gradient.</summary>
    public readonly struct Maximum : IBinaryOperation
    {
        public static bool NeedsOperands => true;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => Vector.Max(a, b);

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => Chosen(a, b, gradient);

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => Chosen(b, a, gradient);
    }

    /// <summary>The smaller operand; equal operands share the gradient.</summary>
    public readonly struct Minimum : IBinaryOperation
    {
        public static bool NeedsOperands => true;

        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => Vector.Min(a, b);

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => Chosen(b, a, gradient);

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => Chosen(a, b, gradient);
    }

    private static Vector<float> Chosen(Vector<float> mine, Vector<float> other, Vector<float> gradient) => Vector.ConditionalSelect(
        Vector.GreaterThan(mine, other), gradient, Vector.ConditionalSelect(Vector.Equals(mine, other), gradient * 0.5f, Vector<float>.Zero));
}
