using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module owns and an optimizer changes. No dispose scope owns it.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Makes a parameter on a tensor's memory.</summary>
    /// <param name="data">The first values.</param>
    /// <param name="requires_grad">Whether gradients flow to it.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Retained(data), data.Offset, data.Sizes, data.dtype)
    {
        Scope = null;
        this.requires_grad = requires_grad;
    }

    private static Memory.Storage Retained(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Storage.Retain();
        return data.Storage;
    }
}
