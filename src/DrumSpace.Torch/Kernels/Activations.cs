using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The activation functions of networks, element-wise.</summary>
internal static class Activations
{
    public readonly struct Relu : IUnaryOperation
    {
        public static bool NeedsInput => false;

        public static bool NeedsOutput => true;

        public Vector<float> Forward(Vector<float> x) => Vector.Max(x, Vector<float>.Zero);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) =>
            Vector.ConditionalSelect(Vector.GreaterThan(y, Vector<float>.Zero), gradient, Vector<float>.Zero);
    }

    public readonly struct LeakyRelu(float slope) : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<float>.Zero), x, x * slope);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) =>
            Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<float>.Zero), gradient, gradient * slope);
    }

    public readonly struct Sigmoid : IUnaryOperation
    {
        public static bool NeedsInput => false;

        public static bool NeedsOutput => true;

        public static Vector<float> Of(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Vector.Exp(-x));

        public Vector<float> Forward(Vector<float> x) => Of(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient) => gradient * (y * (Vector<float>.One - y));
    }

    /// <summary>Near 0 by the polynomial of the Cephes library (tanhf), elsewhere by exp.</summary>
    public readonly struct Tanh : IUnaryOperation
    {
        public static bool NeedsInput => false;

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

    /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x passes the threshold.</summary>
    public readonly struct Softplus(float beta, float threshold) : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x)
        {
            Vector<float> scaled = x * beta;
            Vector<float> soft = (Vector.Max(scaled, Vector<float>.Zero) + LogOnePlus(Vector.Exp(-Vector.Abs(scaled)))) / beta;
            return Vector.ConditionalSelect(Vector.GreaterThan(scaled, new Vector<float>(threshold)), x, soft);
        }

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient)
        {
            Vector<float> scaled = x * beta;
            return Vector.ConditionalSelect(Vector.GreaterThan(scaled, new Vector<float>(threshold)), gradient, gradient * Sigmoid.Of(scaled));
        }

        // log(1 + e) without loss for small e: the rounding of 1 + e is divided out again (W. Kahan's method).
        private static Vector<float> LogOnePlus(Vector<float> e)
        {
            Vector<float> sum = Vector<float>.One + e, rounded = sum - Vector<float>.One;
            return Vector.ConditionalSelect(Vector.Equals(rounded, Vector<float>.Zero), e, Vector.Log(sum) * (e / rounded));
        }
    }

    /// <summary>x * sigmoid(x).</summary>
    public readonly struct Silu : IUnaryOperation
    {
        public static bool NeedsInput => true;

        public static bool NeedsOutput => false;

        public Vector<float> Forward(Vector<float> x) => x * Sigmoid.Of(x);

        public Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient)
        {
            Vector<float> s = Sigmoid.Of(x);
            return gradient * (s * (Vector<float>.One + x * (Vector<float>.One - s)));
        }
    }
}
