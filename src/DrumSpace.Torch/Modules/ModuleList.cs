using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules in a list, named by their indices.</summary>
/// <typeparam name="T">The modules' type.</typeparam>
public sealed class ModuleList<T> : nn.Module, IReadOnlyList<T>
    where T : nn.Module
{
    private readonly T[] _modules;

    internal ModuleList(T[] modules)
        : base("ModuleList")
    {
        _modules = modules;
        for (int i = 0; i < modules.Length; i++)
        {
            register_module(i.ToString(CultureInfo.InvariantCulture), modules[i]);
        }
    }

    /// <inheritdoc/>
    public int Count => _modules.Length;

    /// <inheritdoc/>
    public T this[int index] => _modules[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_modules).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
