using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module owns and an optimizer changes: backward() computes its gradient, and no dispose scope owns it.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Creates a parameter on a tensor's memory.</summary>
    /// <param name="data">The initial values, Float32.</param>
    public Parameter(Tensor data)
        : base(Retained(data), data.Offset, data.Sizes, data.dtype)
    {
        Scope = null;
        Node = new GradNode(Length);
    }

    private static Memory.Storage Retained(Tensor data)
    {
        data.Storage.Retain();
        return data.Storage;
    }
}
