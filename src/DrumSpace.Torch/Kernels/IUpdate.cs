using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>What an operation in place makes of its elements, a vector of them at a time.</summary>
internal interface IUpdate
{
    /// <summary>The new elements, of the old ones and those of two operands.</summary>
    Vector<float> Of(Vector<float> old, Vector<float> first, Vector<float> second);
}
