namespace TorchSharp;

/// <summary>
/// Owns the tensors that its thread creates while it is the innermost scope, and disposes them when it is disposed. No scope owns a
/// parameter.
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

    [field: ThreadStatic]
    internal static DisposeScope? Current { get; private set; }

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

    internal void Attach(torch.Tensor tensor)
    {
        tensor.Scope = this;
        _owned.Add(tensor);
    }
}
