using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The arithmetic operators.</summary>
internal static class BinaryOperations
{
    public readonly struct Add : IBinaryOperation
    {
        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => a + b;

        public static Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient;

        public static Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient) => gradient;
    }

    public readonly struct Subtract : IBinaryOperation
    {
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
}
