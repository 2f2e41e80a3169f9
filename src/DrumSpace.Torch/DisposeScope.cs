namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread makes while it is the innermost scope, and gives their memory back when it is disposed. Parameters
/// and module buffers are never owned by a scope.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly List<torch.Tensor> _owned = [];
    private readonly DisposeScope? _outer;
    private bool _disposed;

    internal DisposeScope()
    {
        _outer = Current;
        Current = this;
    }

    /// <summary>Gets the scope around this one, or null.</summary>
    public DisposeScope? OuterScope => _outer;

    [field: ThreadStatic]
    internal static DisposeScope? Current { get; private set; }

    /// <summary>Hands a tensor to the scope around this one, or to nobody when this is the outermost.</summary>
    /// <param name="tensor">A tensor.</param>
    /// <returns>The tensor.</returns>
    public torch.Tensor MoveToOuter(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.Scope = null;
        _outer?.Attach(tensor);
        return tensor;
    }

    /// <summary>Frees a tensor from this scope: it lives until it is disposed.</summary>
    /// <param name="tensor">A tensor.</param>
    /// <returns>The tensor.</returns>
    public torch.Tensor Detach(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (ReferenceEquals(tensor.Scope, this))
        {
            tensor.Scope = null;
        }

        return tensor;
    }

    /// <summary>Makes this scope the owner of a tensor.</summary>
    /// <param name="tensor">A tensor.</param>
    public void Attach(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.Scope = this;
        _owned.Add(tensor);
    }

    /// <summary>Disposes the tensors that this scope still owns.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        foreach (torch.Tensor tensor in _owned)
        {
            if (ReferenceEquals(tensor.Scope, this))
            {
                tensor.Dispose();
            }
        }

        _owned.Clear();
        if (ReferenceEquals(Current, this))
        {
            Current = _outer;
        }
    }
}
