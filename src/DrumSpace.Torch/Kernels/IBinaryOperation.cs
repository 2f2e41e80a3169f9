using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The partial derivatives of a function of two numbers.</summary>
internal interface IBinaryOperation : IBinaryFunction
{
    /// <summary>Gets whether the derivatives read the operands.</summary>
    static virtual bool NeedsOperands => false;

    /// <summary>df/da times the gradient of y.</summary>
    static abstract Vector<float> BackwardFirst(Vector<float> a, Vector<float> b, Vector<float> gradient);

    /// <summary>df/db times the gradient of y.</summary>
    static abstract Vector<float> BackwardSecond(Vector<float> a, Vector<float> b, Vector<float> gradient);
}
