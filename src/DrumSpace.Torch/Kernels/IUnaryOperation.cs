using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A function of one number with its derivative, a vector of elements at a time.</summary>
internal interface IUnaryOperation
{
    /// <summary>Gets whether <see cref="Backward"/> reads x.</summary>
    static virtual bool NeedsInput => false;

    /// <summary>Gets whether <see cref="Backward"/> reads y.</summary>
    static virtual bool NeedsOutput => false;

    /// <summary>y = f(x).</summary>
    Vector<float> Forward(Vector<float> x);

    /// <summary>f'(x) times the gradient of y.</summary>
    Vector<float> Backward(Vector<float> x, Vector<float> y, Vector<float> gradient);
}
