using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A function of two numbers, a vector of elements at a time.</summary>
internal interface IBinaryFunction
{
    /// <summary>y = f(a, b).</summary>
    static abstract Vector<float> Forward(Vector<float> a, Vector<float> b);
}
