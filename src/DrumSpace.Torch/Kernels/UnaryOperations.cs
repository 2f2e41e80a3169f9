using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Functions of one number.</summary>
internal static class UnaryOperations
{
    /// <summary>factor * x + offset.</summary>
    public readonly struct Affine(float factor, float offset) : IUnaryOperation
    {
        public Vector<float> Forward(Vector<float> x) => x * factor + new Vector<float>(offset);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * factor;
    }

    public readonly struct Exp : IUnaryOperation
    {
        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.Exp(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * y;
    }

    public readonly struct Sin : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.Sin(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * Vector.Cos(x);
    }

    public readonly struct Sqrt : IUnaryOperation
    {
        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.SquareRoot(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient / (y + y);
    }

    public readonly struct Square : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public Vector<float> Forward(Vector<float> x) => x * x;

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (x + x);
    }
}
