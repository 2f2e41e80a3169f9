using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Comparisons: 1 where true, 0 where false.</summary>
internal static class Comparisons
{
    public readonly struct Greater : IBinaryFunction
    {
        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => Truth(Vector.GreaterThan(a, b));
    }

    public readonly struct GreaterOrEqual : IBinaryFunction
    {
        public static Vector<float> Forward(Vector<float> a, Vector<float> b) => Truth(Vector.GreaterThanOrEqual(a, b));
    }

    private static Vector<float> Truth(Vector<int> condition) => Vector.ConditionalSelect(condition, Vector<float>.One, Vector<float>.Zero);
}
