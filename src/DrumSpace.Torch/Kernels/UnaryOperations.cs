using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The element-wise functions.</summary>
internal static class UnaryOperations
{
    private static Vector<float> Select(Vector<int> condition, Vector<float> yes, Vector<float> no) => Vector.ConditionalSelect(condition, yes, no);

    /// <summary>factor * x + offset.</summary>
    public readonly struct Affine(float factor, float offset) : IUnaryOperation
    {
        public static bool NeedsInput => false;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => x * factor + new Vector<float>(offset);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * factor;
    }

    public readonly struct Exp : IUnaryOperation
    {
        public static bool NeedsInput => false;

        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.Exp(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * y;
    }

    public readonly struct Log : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Vector.Log(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient / x;
    }

    public readonly struct Sin : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Vector.Sin(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * Vector.Cos(x);
    }

    public readonly struct Sqrt : IUnaryOperation
    {
        public static bool NeedsInput => false;

        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.SquareRoot(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient / (y + y);
    }

    public readonly struct Abs : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Vector.Abs(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) =>
            Select(Vector.GreaterThan(x, Vector<float>.Zero), gradient, Select(Vector.LessThan(x, Vector<float>.Zero), -gradient, Vector<float>.Zero));
    }

    public readonly struct Square : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => x * x;

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (x + x);
    }

    /// <summary>x to a constant power, element by element.</summary>
    public readonly struct Power(float exponent) : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Raise(x, exponent);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (Raise(x, exponent - 1) * exponent);

        private static Vector<float> Raise(Vector<float> x, float exponent)
        {
            Span<float> lanes = stackalloc float[Vector<float>.Count];
            x.CopyTo(lanes);
            foreach (ref float lane in lanes)
            {
                lane = MathF.Pow(lane, exponent);
            }

            return new Vector<float>(lanes);
        }
    }

    /// <summary>The nearest value of a range; the gradient is 0 outside of it.</summary>
    public readonly struct Clamp(float least, float most) : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Vector.Min(Vector.Max(x, new Vector<float>(least)), new Vector<float>(most));

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => Select(
            Vector.GreaterThanOrEqual(x, new Vector<float>(least)) & Vector.LessThanOrEqual(x, new Vector<float>(most)), gradient, Vector<float>.Zero);
    }
}
