using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A chain of modules: each one's output is the next one's input.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] _modules;

    internal Sequential((string Name, nn.Module<Tensor, Tensor> Module)[] modules)
        : base(nameof(Sequential))
    {
        _modules = [.. modules.Select(static named => named.Module)];
        foreach ((string name, nn.Module<Tensor, Tensor> module) in modules)
        {
            register_module(name, module);
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _modules.Aggregate(input, static (value, module) => module.call(value));
}
