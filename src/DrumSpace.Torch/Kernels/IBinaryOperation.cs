using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A function of two numbers and its partial derivatives, a vector of elements at a time.</summary>
internal interface IBinaryOperation
{
    /// <summary>Gets whether the derivatives read the operands.</summary>
    static virtual bool NeedsOperands => false;

    /// <summary>y = f(a, b).</summary>
    static abstract Vector<float> Forward(Vector<float> a, Vector<float> b);

    /// <summary>df/da times the gradient of y.</summary>
    static abstract Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient);

    /// <summary>df/db times the gradient of y.</summary>
    static abstract Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient);
}
