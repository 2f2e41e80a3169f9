using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The activation functions.</summary>
internal static class Activations
{
    public readonly struct Relu : IUnaryOperation
    {
        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.Max(x, Vector<float>.Zero);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) =>
            Vector.ConditionalSelect(Vector.GreaterThan(y, Vector<float>.Zero), gradient, Vector<float>.Zero);
    }

    public readonly struct Sigmoid : IUnaryOperation
    {
        public static bool NeedsOutput => true;

        public static Vector<float> Of(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Vector.Exp(-x));

        public Vector<float> Forward(Vector<float> x) => Of(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (y * (Vector<float>.One - y));
    }

    /// <summary>Near 0 by the polynomial of the Cephes library (tanhf), elsewhere by exp.</summary>
    public readonly struct Tanh : IUnaryOperation
    {
        public static bool NeedsOutput => true;

        public static Vector<float> Of(Vector<float> x)
        {
            Vector<float> square = x * x;
            Vector<float> series = square * -5.70498872745e-3f + new Vector<float>(2.06390887954e-2f);
            series = series * square + new Vector<float>(-5.37397155531e-2f);
            series = series * square + new Vector<float>(1.33314422036e-1f);
            series = series * square + new Vector<float>(-3.33332819422e-1f);
            Vector<float> small = x + x * (square * series);
            Vector<float> size = Vector.Abs(x);
            Vector<float> large = Vector<float>.One - new Vector<float>(2) / (Vector.Exp(size + size) + Vector<float>.One);
            return Vector.ConditionalSelect(Vector.LessThan(size, new Vector<float>(0.625f)), small, Vector.CopySign(large, x));
        }

        public Vector<float> Forward(Vector<float> x) => Of(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (Vector<float>.One - y * y);
    }
}
