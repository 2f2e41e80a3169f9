namespace TorchSharp.Modules;

/// <summary><see cref="Adam"/> with decoupled weight decay.</summary>
public sealed class AdamW : Adam
{
    internal AdamW(IEnumerable<Parameter> parameters, double lr, AdamOptions options)
        : base(parameters, lr, options)
    {
    }
}
